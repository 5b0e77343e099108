#include "core/session/message_ids.h"

#include <cstddef>

namespace brusio::session {

namespace {

/// Base 32 with digits that sort like numbers, at least `width` of them.
void append_base32(std::uint64_t number, std::size_t width, std::string& out) {
    constexpr char digits[] = "0123456789abcdefghijklmnopqrstuv";
    char reversed[13];
    std::size_t count = 0;
    do {
        reversed[count++] = digits[number % 32];
        number /= 32;
    } while (number != 0 || count < width);
    while (count > 0) out += reversed[--count];
}

}  // namespace

MessageIds::MessageIds(std::uint64_t epoch) { append_base32(epoch, 13, epoch_); }

std::string MessageIds::next() {
    std::string id;
    id.reserve(epoch_.size() + 8);
    id += epoch_;
    append_base32(++counter_, 8, id);
    return id;
}

}  // namespace brusio::session
