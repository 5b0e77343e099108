#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace brusio {

/// One direction of a byte stream in memory, bounded like a socket's buffer: a writer puts in what
/// fits, a reader takes out what is there. Not for several threads.
class MemoryPipe {
 public:
    /// Holds at most `bytes_max` bytes, which must not be 0.
    explicit MemoryPipe(std::size_t bytes_max);

    /// Puts in as much of `bytes` as fits and says how many those were (a short write); 0 once the
    /// pipe is finished or broken.
    std::size_t write(std::string_view bytes);
    /// Takes out at most `bytes_max` bytes; empty if there are none.
    std::string read(std::size_t bytes_max);

    /// The writer is done: what is inside can still be read, then the stream has ended.
    void finish() { finished_ = true; }
    /// The stream breaks: what is inside is lost.
    void break_off();

    [[nodiscard]] std::size_t size() const { return bytes_.size() - head_; }
    [[nodiscard]] std::size_t free_bytes() const;
    /// True once the writer is done and everything was read.
    [[nodiscard]] bool ended() const { return finished_ && size() == 0; }
    [[nodiscard]] bool finished() const { return finished_; }
    [[nodiscard]] bool broken() const { return broken_; }

 private:
    std::string bytes_;
    std::size_t head_ = 0;  // bytes_ before it were read
    std::size_t bytes_max_;
    bool finished_ = false;
    bool broken_ = false;
};

/// Both directions of one link.
struct MemoryLink {
    explicit MemoryLink(std::size_t pipe_bytes_max)
        : to_server(pipe_bytes_max), to_peer(pipe_bytes_max) {}

    void break_off() {
        to_server.break_off();
        to_peer.break_off();
    }
    [[nodiscard]] bool broken() const { return to_server.broken() || to_peer.broken(); }

    MemoryPipe to_server;
    MemoryPipe to_peer;
};

}  // namespace brusio
