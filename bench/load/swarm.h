#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench/load/descriptor.h"
#include "bench/load/target.h"

namespace brusio::bench {

/// What a swarm tells whoever uses it.
class SwarmEvents {
 public:
    virtual ~SwarmEvents() = default;
    /// One line without CR LF, read at `at_ns`; it lives for the call only.
    virtual void line_arrived(std::uint32_t link, std::string_view line, std::int64_t at_ns) = 0;
    /// The server ended the link, or it never came about.
    virtual void link_ended(std::uint32_t link, std::string_view why) = 0;
};

/// Any number of links to one server, carried by one epoll loop of one thread.
class Swarm {
 public:
    /// How a turn waits: asleep, or looking again and again (a core of its own; the server then
    /// never pays for waking us, and no time of ours is in the latency).
    enum class Wait : std::uint8_t { sleep, spin };

    Swarm(const Target& target, Wait wait);

    /// Who hears of lines from now on; must outlive its use.
    void set_events(SwarmEvents& events) { events_ = &events; }
    /// Starts one more link and names it: 0, 1, 2, ... Throws std::system_error.
    std::uint32_t open_link();
    /// Queues `bytes`; they leave at the end of the turn, those of a link together.
    void say(std::uint32_t link, std::string_view bytes);
    /// Sends what is queued, waits until something comes or `until_ns` is reached, reads it.
    void turn(std::int64_t until_ns);
    /// Ends all links with a reset, so that no port is left in TIME_WAIT. Names start again at 0.
    void close_all();

    [[nodiscard]] std::size_t size() const { return links_.size(); }
    /// Bytes read so far on all links.
    [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

 private:
    struct Link {
        Descriptor socket;
        std::string partial;  // the begin of a line whose end has not come
        std::string queued;
        bool listed = false;   // in dirty_
        bool blocked = false;  // the socket takes no more; EPOLLOUT will tell
    };

    int wait_for_events(std::int64_t until_ns);
    void send_queued();
    void send_link(std::uint32_t link);
    void watch(std::uint32_t link, std::uint32_t events, int operation);
    void read_link(std::uint32_t link);
    void take_bytes(std::uint32_t link, std::string_view bytes, std::int64_t at_ns);
    void end_link(std::uint32_t link, std::string_view why);

    Target target_;
    Wait wait_;
    SwarmEvents* events_ = nullptr;
    Descriptor epoll_;
    std::vector<Link> links_;
    std::vector<std::uint32_t> dirty_;
    std::vector<char> input_;
    std::uint64_t bytes_read_ = 0;
};

}  // namespace brusio::bench
