#pragma once

#include <atomic>
#include <cstddef>
#include <string_view>
#include <utility>

namespace brusio {

/// Immutable bytes with shared ownership: encoded once, queued to any number of links by pointer.
/// One allocation holds the counter and the bytes. Copies may live on any thread; the last one
/// frees. An empty frame holds no memory.
class Frame {
 public:
    Frame() = default;
    /// Copies `bytes`.
    static Frame copy_of(std::string_view bytes);

    Frame(const Frame& other) : block_(other.block_) { retain(); }
    Frame(Frame&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
    Frame& operator=(Frame other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    ~Frame() {
        if (block_ != nullptr) release();
    }

    [[nodiscard]] std::string_view bytes() const {
        return block_ == nullptr ? std::string_view{} : std::string_view{data(), block_->size};
    }
    [[nodiscard]] std::size_t size() const { return block_ == nullptr ? 0 : block_->size; }
    [[nodiscard]] bool empty() const { return size() == 0; }
    /// True if both are the same block, not merely equal bytes.
    [[nodiscard]] bool same_block(const Frame& other) const { return block_ == other.block_; }

 private:
    struct Block {
        std::atomic<std::size_t> owners;
        std::size_t size;
    };

    [[nodiscard]] const char* data() const { return reinterpret_cast<const char*>(block_ + 1); }
    void retain() {
        if (block_ != nullptr) block_->owners.fetch_add(1, std::memory_order_relaxed);
    }
    void release() noexcept;

    Block* block_ = nullptr;
};

}  // namespace brusio
