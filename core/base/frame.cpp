#include "core/base/frame.h"

#include <cstring>
#include <new>

namespace brusio {

Frame Frame::copy_of(std::string_view bytes) {
    Frame frame;
    if (bytes.empty()) return frame;
    void* memory = ::operator new(sizeof(Block) + bytes.size());
    frame.block_ = new (memory) Block{1, bytes.size()};
    std::memcpy(static_cast<void*>(frame.block_ + 1), bytes.data(), bytes.size());
    return frame;
}

void Frame::release() noexcept {
    if (block_->owners.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
    block_->~Block();
    ::operator delete(block_);
}

}  // namespace brusio
