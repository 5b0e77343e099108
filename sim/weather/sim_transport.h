#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/keyed_random.h"
#include "core/base/limits.h"
#include "core/ports/transport.h"
#include "sim/time/event_queue.h"
#include "sim/time/trace.h"
#include "sim/weather/dial.h"
#include "sim/weather/line_filter.h"

namespace brusio::sim {

struct SimLine;

/// One direction of a line.
enum class Way : std::uint8_t { up, down };

/// Byte streams in virtual time with weather: the server's end is the real Transport port, the
/// client's end is called by people and tests. All chance is keyed by the person and the virtual
/// moment, so that taking away one message leaves the times of all others as they were.
class SimTransport final : public Transport {
 public:
    struct Parts {
        EventQueue& events;
        Trace& trace;
        KeyedRandom chance;
        std::size_t send_queue_bytes_max = Limits{}.send_queue_bytes_max;
        Duration linger_max = Limits{}.drain_deadline;
        /// What stands on the lines of IRC; empty: nothing.
        LineFilterMaker filters = {};
        Duration handshake_max = Limits{}.handshake_deadline;
    };
    explicit SimTransport(const Parts& parts);
    ~SimTransport() override;

    /// The server's driver. Set before the first line opens; outlives the transport.
    void serve(TransportEvents& server) { server_ = &server; }
    /// The server is gone without a word: every line breaks, and nobody listens until it starts.
    void server_died();
    void server_started() { listening_ = true; }
    /// True once since the last call if the server was told something: its turn is due.
    [[nodiscard]] bool take_touched() { return std::exchange(touched_, false); }

    void release(std::span<const Output> outputs) override;

    /// Starts to connect. The answer comes as `line_opened` or `line_ended`.
    LinkId dial(Dial dial);
    /// True while `link` names a line whose client end is open or opening.
    [[nodiscard]] bool is_open(LinkId link) const;
    void write(LinkId link, std::string_view bytes);
    /// The client says that it will write no more; it goes on reading.
    void half_close(LinkId link);
    /// The client closes both ways; what it has written still arrives.
    void close(LinkId link);
    /// The client stops reading, or goes on.
    void set_reading(LinkId link, bool reading);
    /// A client that does not read by itself takes at most `bytes_max` of what has arrived.
    void read_some(LinkId link, std::size_t bytes_max);

    /// Breaks the line: both ends learn it now; of what is on the wire each direction still gets a
    /// drawn number of bytes.
    void reset(LinkId link);
    /// Cuts the wire silently: half-open for both ends until one of them gives up.
    void vanish(LinkId link);
    /// Holds one direction back until `until`; then everything arrives at once.
    void clog(LinkId link, Way way, MonoTime until);
    /// The weather of an open line from now on.
    void change_weather(LinkId link, const Weather& weather);

    /// Handles the events of streams; false if the kind is another's.
    bool handle(const Event& event);

    /// Bytes that the server has written to the line and the wire has not taken.
    [[nodiscard]] std::size_t server_queue_bytes(LinkId link) const;
    /// The longest queue that any line has had.
    [[nodiscard]] std::size_t server_queue_bytes_peak() const { return queue_peak_; }
    /// Lines that either end still holds.
    [[nodiscard]] std::size_t line_count() const { return line_count_; }

 private:
    using Line = SimLine;

    Line* find(LinkId link) const;
    Line* find(const Event& event) const;
    void queue_to(LinkId link, const Frame& frame);
    void flush_dirty();
    void mark_dirty(std::uint32_t slot);
    void depart(Line& line, Way way);
    void dial_ended(Line& line, const Event& event);
    void up_arrived(Line& line, const Event& event);
    void down_arrived(Line& line, const Event& event);
    void read_down(Line& line, const Event& event, std::size_t bytes_max);
    void overflowed(Line& line);
    void cut_off_slow_reader(Line& line);
    void end_server(Line& line, CloseReason reason);
    void close_from_server(Line& line);
    void set_server_reading(Line& line, bool reading);
    void await_drained(Line& line, std::size_t queue_bytes);
    void tell_drained(Line& line);
    void end_client(Line& line, LineEnd end);
    void break_dead(Line& line);
    void free_if_done(Line& line);

    // Lines with filters.
    void begin_handshake(Line& line);
    void handshake_ended(Line& line);
    void server_takes(Line& line, std::string_view wire);
    void client_takes(Line& line, std::string_view wire);
    void tell_server(Line& line);
    void tell_client(Line& line);
    void put(Line& line, Way way, std::string_view wire);
    void put_client_end(Line& line);
    void put_server_end(Line& line);
    const Weather* shared(const Weather& weather);

    EventQueue& events_;
    Trace& trace_;
    KeyedRandom chance_;
    std::size_t queue_bytes_max_;
    Duration linger_max_;
    LineFilterMaker filters_;
    Duration handshake_max_;
    TransportEvents* server_ = nullptr;
    std::vector<std::unique_ptr<Line>> lines_;
    std::vector<std::unique_ptr<const Weather>> weathers_;  // each that any line has had, once
    std::vector<std::uint32_t> free_slots_;
    std::vector<std::uint32_t> dirty_;
    std::size_t queue_peak_ = 0;
    std::size_t line_count_ = 0;
    bool touched_ = false;
    bool listening_ = true;
};

}  // namespace brusio::sim
