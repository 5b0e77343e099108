#include "transport/poco/out_queue.h"

#include <algorithm>
#include <bit>

#include "core/base/assert.h"

namespace brusio::poco {

namespace {

constexpr std::size_t free_chunks_max = 128;
constexpr std::size_t free_chunk_bytes_max = 8 * 1024;
constexpr std::uint32_t compact_at = 64;  // sent stretches at the front of a queue

}  // namespace

ChunkPool::~ChunkPool() {
    for (Chunk* chunk : free_) delete chunk;
}

Chunk* ChunkPool::take() {
    Chunk* chunk = nullptr;
    if (free_.empty()) {
        chunk = new Chunk;
    } else {
        chunk = free_.back();
        free_.pop_back();
    }
    chunk->owners = 1;
    return chunk;
}

void ChunkPool::put_back(Chunk& chunk) {
    if (free_.size() >= free_chunks_max || chunk.bytes.capacity() > free_chunk_bytes_max) {
        delete &chunk;
        return;
    }
    chunk.bytes.clear();
    free_.push_back(&chunk);
}

Piece TurnChunks::add(const void* audience, std::string_view bytes) {
    const auto address = std::bit_cast<std::uintptr_t>(audience);
    Entry& entry = entries_[((address >> 4) ^ (address >> 10)) % entries_max];
    const bool fits = entry.chunk != nullptr && entry.audience == audience &&
                      entry.chunk->bytes.size() + bytes.size() <= chunk_bytes_max;
    if (!fits) {
        if (entry.chunk != nullptr) pool_.drop(*entry.chunk);
        entry = {audience, pool_.take()};
        used_ = true;
    }
    const auto begin = static_cast<std::uint32_t>(entry.chunk->bytes.size());
    entry.chunk->bytes.append(bytes);
    return {entry.chunk, begin, static_cast<std::uint32_t>(entry.chunk->bytes.size())};
}

void TurnChunks::clear() {
    if (!used_) return;
    used_ = false;
    for (Entry& entry : entries_) {
        if (entry.chunk != nullptr) pool_.drop(*entry.chunk);
        entry = {};
    }
}

void OutQueue::add_own(ChunkPool& pool, std::string_view bytes) {
    bytes_ += static_cast<std::uint32_t>(bytes.size());
    Piece* const tail = last();
    const bool joins = tail != nullptr && tail->chunk->owners == 1 &&
                       tail->end == tail->chunk->bytes.size() &&
                       tail->end + bytes.size() <= own_chunk_bytes_max;
    if (joins) {
        tail->chunk->bytes.append(bytes);
        tail->end += static_cast<std::uint32_t>(bytes.size());
        return;
    }
    Chunk* const chunk = pool.take();
    chunk->bytes.assign(bytes);
    push({chunk, 0, static_cast<std::uint32_t>(bytes.size())});
}

std::size_t OutQueue::fill(iovec* vectors, std::size_t count_max) const {
    if (first_.chunk == nullptr) return 0;
    const auto vector_of = [](const Piece& piece) {
        return iovec{piece.chunk->bytes.data() + piece.begin, piece.end - piece.begin};
    };
    vectors[0] = vector_of(first_);
    const std::size_t count = std::min(count_max, 1 + more_.size() - more_head_);
    for (std::size_t i = 1; i < count; ++i) vectors[i] = vector_of(more_[more_head_ + i - 1]);
    return count;
}

void OutQueue::consume(ChunkPool& pool, std::size_t count) {
    BRUSIO_ASSERT(count <= bytes_);
    bytes_ -= static_cast<std::uint32_t>(count);
    while (count > 0) {
        const std::size_t size = first_.end - first_.begin;
        if (count < size) {
            first_.begin += static_cast<std::uint32_t>(count);
            return;
        }
        count -= size;
        pop(pool);
    }
}

void OutQueue::clear(ChunkPool& pool) {
    while (first_.chunk != nullptr) pop(pool);
    bytes_ = 0;
}

void OutQueue::push(const Piece& piece) {
    if (first_.chunk == nullptr) {
        first_ = piece;
    } else {
        more_.push_back(piece);
    }
}

void OutQueue::pop(ChunkPool& pool) {
    pool.drop(*first_.chunk);
    if (more_head_ < more_.size()) {
        first_ = more_[more_head_++];
        if (more_head_ >= compact_at && more_head_ * 2 >= more_.size()) {
            more_.erase(more_.begin(), more_.begin() + more_head_);
            more_head_ = 0;
        }
        return;
    }
    first_ = {};
    std::vector<Piece>{}.swap(more_);
    more_head_ = 0;
}

}  // namespace brusio::poco
