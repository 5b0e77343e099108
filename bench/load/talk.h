#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "bench/load/histogram.h"
#include "bench/load/login.h"
#include "bench/load/payload.h"
#include "bench/load/process_meter.h"
#include "bench/load/stream_checker.h"
#include "bench/load/swarm.h"

namespace brusio::bench {

/// Who talks to whom, how fast, and for how long.
struct TalkPlan {
    /// All in one room, the first `senders` links talk; or link 2n with link 2n+1, both talk; or
    /// each link in a room of its own, where it hears the labelled echoes of what it says.
    enum class Shape : std::uint8_t { room, pairs, own_rooms };

    Shape shape = Shape::room;
    std::uint32_t links = 100;
    std::uint32_t senders = 1;  // pairs and rooms of their own: every link
    std::uint32_t depth = 1;    // messages of a sender that may be under way (rate 0)
    double rate = 0;            // messages a second of all senders together; 0: as `depth` allows
    std::size_t bytes = 64;     // of text
    double warm_up_seconds = 0.5;
    double seconds = 3;
    double patience_seconds = 5;  // of silence, after which what has not come is lost
    std::string room = "#bench";
    std::string nick_prefix = "b";
    bool echo = false;  // senders hear themselves (IRCv3 echo-message was granted)
};

/// What a conversation amounted to, without the warm-up.
struct TalkResult {
    std::uint64_t messages = 0;
    std::uint64_t deliveries = 0;
    double seconds = 0;
    std::uint64_t bytes_read = 0;
    Histogram latency;      // from the intended send time, one entry per delivery
    DeliveryFaults faults;  // of the warm-up too
    CpuUse server_cpu;      // all zero if the server's process is not known
    std::int64_t client_cpu_ns = 0;
};

/// Lets links that are registered (and joined) talk, and holds every single delivery against what
/// was sent.
class Talk : public SwarmEvents {
 public:
    Talk(Swarm& swarm, const TalkPlan& plan, const ProcessMeter& server);

    /// Warms up, measures, waits until all has arrived or nothing more comes for
    /// `patience_seconds`.
    TalkResult run();

    void line_arrived(std::uint32_t link, std::string_view line, std::int64_t at_ns) override;
    /// Throws std::runtime_error: nobody should lose a link here.
    void link_ended(std::uint32_t link, std::string_view why) override;

 private:
    struct Sender {
        std::uint32_t next = 0;             // sequence of the next message
        std::uint32_t oldest = 0;           // of the oldest one under way
        std::deque<std::uint32_t> awaited;  // deliveries still due, oldest message first
        std::string head;                   // "PRIVMSG target :"
    };

    void check_plan() const;
    void prepare_senders();
    void forbid_own_echo();
    void converse(double seconds);
    void drain();
    void start_message(std::uint32_t sender, std::int64_t intended_ns);
    void fill_window(std::uint32_t sender, std::int64_t now);
    void keep_rate(std::int64_t now);
    void delivered(std::uint32_t link, const Stamp& stamp, std::int64_t at_ns);
    void settle_account(Sender& sender, std::uint32_t sequence);
    [[nodiscard]] std::size_t stream_of(std::uint32_t link, std::uint32_t sender) const;
    [[nodiscard]] std::uint32_t copies() const;
    [[nodiscard]] bool in_one_room() const;
    [[nodiscard]] std::uint32_t heard_by(std::uint32_t link) const;
    [[nodiscard]] bool rightly_labelled(std::string_view line, const Stamp& stamp) const;
    TalkResult conclude();

    Swarm& swarm_;
    TalkPlan plan_;
    const ProcessMeter& server_;
    Payload payload_;
    StreamChecker checker_;
    std::vector<Sender> senders_;
    TalkResult result_;
    std::string text_;
    std::uint64_t awaited_ = 0;    // deliveries still due, all together
    std::uint64_t scheduled_ = 0;  // messages that `rate` made due in this phase
    std::int64_t phase_begin_ns_ = 0;
    bool stopping_ = false;
    bool recording_ = false;
};

}  // namespace brusio::bench
