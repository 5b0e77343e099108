#pragma once

namespace brusio {

/// Prints the broken statement and its place to stderr and aborts. Never returns.
[[noreturn]] void assertion_failed(const char* statement, const char* file, int line) noexcept;

}  // namespace brusio

/// States what only a bug of ours could break; stays on in release builds. What a peer or an
/// operator can cause is answered by a value (see core/base/result.h), never asserted.
#define BRUSIO_ASSERT(statement)        \
    ((statement) ? static_cast<void>(0) \
                 : ::brusio::assertion_failed(#statement, __FILE__, __LINE__))
