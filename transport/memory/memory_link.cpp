#include "transport/memory/memory_link.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio {

MemoryPipe::MemoryPipe(std::size_t bytes_max) : bytes_max_(bytes_max) {
    BRUSIO_ASSERT(bytes_max > 0);
}

std::size_t MemoryPipe::write(std::string_view bytes) {
    const std::size_t taken = std::min(bytes.size(), free_bytes());
    bytes_.append(bytes.substr(0, taken));
    return taken;
}

std::string MemoryPipe::read(std::size_t bytes_max) {
    const std::size_t taken = std::min(bytes_max, size());
    std::string bytes = bytes_.substr(head_, taken);
    head_ += taken;
    if (head_ == bytes_.size()) {
        bytes_.clear();
        head_ = 0;
    } else if (head_ >= bytes_max_) {  // at most twice the cap is ever held
        bytes_.erase(0, head_);
        head_ = 0;
    }
    return bytes;
}

void MemoryPipe::break_off() {
    broken_ = true;
    bytes_.clear();
    head_ = 0;
}

std::size_t MemoryPipe::free_bytes() const {
    return finished_ || broken_ ? 0 : bytes_max_ - size();
}

}  // namespace brusio
