#pragma once

#include <sys/uio.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace brusio::poco {

/// Bytes on their way to one or more links of one loop. Owned by counting, without atomics: a chunk
/// never leaves its loop's thread.
struct Chunk {
    std::uint32_t owners = 0;
    std::string bytes;
};

/// Makes chunks and uses their memory again.
class ChunkPool {
 public:
    ChunkPool() = default;
    ~ChunkPool();
    ChunkPool(const ChunkPool&) = delete;
    ChunkPool& operator=(const ChunkPool&) = delete;

    /// An empty chunk with one owner: the caller.
    Chunk* take();
    static void share(Chunk& chunk) { ++chunk.owners; }
    void drop(Chunk& chunk) {
        if (--chunk.owners == 0) put_back(chunk);
    }

 private:
    void put_back(Chunk& chunk);

    std::vector<Chunk*> free_;
};

/// A stretch of a chunk.
struct Piece {
    Chunk* chunk = nullptr;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// The messages of one turn, joined per audience: what the members of a room get in a turn lies in
/// one chunk side by side, so that each member's share is one stretch of it, however many messages
/// it holds. The joining never reorders: a link's stretch is lengthened only if it is the link's
/// last one and ends where the new bytes begin.
class TurnChunks {
 public:
    explicit TurnChunks(ChunkPool& pool) : pool_(pool) {}
    ~TurnChunks() { clear(); }
    TurnChunks(const TurnChunks&) = delete;
    TurnChunks& operator=(const TurnChunks&) = delete;

    /// Adds `bytes` for `audience` (compared by address, only a hint) and gives the stretch that
    /// holds them. The chunk stays alive until `clear` even if no queue takes it.
    Piece add(const void* audience, std::string_view bytes);
    /// The turn is over.
    void clear();

 private:
    struct Entry {
        const void* audience = nullptr;
        Chunk* chunk = nullptr;
    };
    static constexpr std::size_t entries_max = 64;
    static constexpr std::size_t chunk_bytes_max = 64 * 1024;

    ChunkPool& pool_;
    std::array<Entry, entries_max> entries_{};
    bool used_ = false;
};

/// What one link still has to be sent, oldest first. Holds no memory of its own while it has at
/// most one stretch. The pool is the loop's; `clear` comes before the end of the queue's life.
class OutQueue {
 public:
    /// Adds a stretch that several links share; joins it to the last one if they touch.
    void add_shared(const Piece& piece);
    /// Adds bytes for this link alone; joins them to the last stretch if that is its own too.
    void add_own(ChunkPool& pool, std::string_view bytes);

    [[nodiscard]] std::size_t bytes() const { return bytes_; }
    /// Fills at most `count_max` vectors with the oldest bytes; says how many.
    std::size_t fill(iovec* vectors, std::size_t count_max) const;
    /// The first `count` bytes were sent.
    void consume(ChunkPool& pool, std::size_t count);
    void clear(ChunkPool& pool);

 private:
    static constexpr std::size_t own_chunk_bytes_max = 16 * 1024;

    [[nodiscard]] Piece* last();
    void push(const Piece& piece);
    void pop(ChunkPool& pool);

    Piece first_;              // no chunk: the queue is empty
    std::vector<Piece> more_;  // from more_head_ on
    std::uint32_t more_head_ = 0;
    std::uint32_t bytes_ = 0;
};

inline Piece* OutQueue::last() {
    if (more_.size() > more_head_) return &more_.back();
    return first_.chunk == nullptr ? nullptr : &first_;
}

inline void OutQueue::add_shared(const Piece& piece) {
    bytes_ += piece.end - piece.begin;
    Piece* const tail = last();
    if (tail != nullptr && tail->chunk == piece.chunk && tail->end == piece.begin) {
        tail->end = piece.end;
        return;
    }
    ChunkPool::share(*piece.chunk);
    push(piece);
}

}  // namespace brusio::poco
