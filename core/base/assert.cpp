#include "core/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace brusio {

void assertion_failed(const char* statement, const char* file, int line) noexcept {
    std::fprintf(stderr, "%s:%d: broken invariant: %s\n", file, line, statement);
    std::abort();
}

}  // namespace brusio
