#include "core/wire/skeleton.h"

#include "core/base/assert.h"
#include "core/wire/case_mapping.h"

namespace brusio::wire {

std::string ascii_skeleton(std::string_view name) {
    std::string skeleton;
    skeleton.reserve(name.size() + 4);
    for (const char c : name) {
        switch (fold_char(c)) {
            case '0':
                skeleton += 'o';
                break;
            case '1':
            case '|':
                skeleton += 'l';
                break;
            case 'm':
                skeleton += "rn";
                break;
            default:
                skeleton += fold_char(c);
        }
    }
    BRUSIO_ASSERT(skeleton.size() >= name.size());
    return skeleton;
}

}  // namespace brusio::wire
