#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/keyed_random.h"
#include "core/client/client.h"
#include "core/client/store_feeder.h"
#include "sim/audit/auditor.h"
#include "sim/time/event_queue.h"
#include "sim/weather/sim_transport.h"
#include "sim/world/reach.h"
#include "storage/client_memory/memory_client_store.h"

namespace brusio::sim {

/// What everybody in one world shares. All outlive the people.
struct Surroundings {
    EventQueue& events;
    SimTransport& transport;
    Auditor& auditor;
    Reach& reach;
    KeyedRandom chance;
};

/// Who somebody is.
struct Identity {
    std::uint32_t index = 0;  // key of all draws and subject of all events
    std::string nick;
    std::string address;
    std::vector<std::string> rooms;  // joined as soon as online
    std::string password;            // of the server; "" for none
    client::AccountAccess account;   // to be logged in to; only from a loopback address
    Weather weather;
    std::size_t messages_kept = 1'000;  // of each conversation
};

/// One virtual person: the real client brain, with a simulated line in the place of a socket.
class Person final : public LinePeer {
 public:
    Person(const Surroundings& around, Identity identity);

    // ---- what a person does at the window ----
    void go_online();
    void quit(std::string_view reason);
    /// The program ends without a word. What is kept and what is unsent is on its disk.
    void kill();
    /// The next start of the program: it shows what is kept, and goes online.
    void start_again();
    /// The disk takes nothing any more, or all again.
    void fill_disk(bool full) { kept_.set_full(full); }
    void join(std::string_view room, std::string_view key = {});
    void part(std::string_view room, std::string_view reason = {});
    /// To a room or a nick.
    void say(std::string_view target, std::string_view text);
    void rename(std::string_view nick);
    void set_topic(std::string_view room, std::string_view topic);
    void kick(std::string_view room, std::string_view nick, std::string_view reason);
    void set_mode(std::string_view target, std::string_view change);
    /// Away with a reason; back with "".
    void set_away(std::string_view reason);
    void invite(std::string_view nick, std::string_view room);
    /// One protocol line as it is, without its end.
    void raw(std::string_view line);

    // ---- what happens to the line ----
    void reset_line();
    /// The wire is cut and neither end is told.
    void vanish();
    void clog(Way way, Duration span);
    void stop_reading();
    /// Takes this much of what has arrived, while not reading by itself.
    void read_some(std::size_t bytes_max);
    void go_on_reading();
    void change_weather(const Weather& weather);

    // ---- what is to be seen ----
    [[nodiscard]] const client::Client& brain() const { return brain_; }
    /// What is kept of a conversation, one "nick: text" a line, as transcript() has it.
    [[nodiscard]] std::string kept_transcript(std::string_view conversation);
    [[nodiscard]] const Identity& identity() const { return identity_; }
    [[nodiscard]] const std::string& nick() const { return brain_.nick(); }
    [[nodiscard]] bool is_online() const { return brain_.phase() == client::Phase::online; }
    [[nodiscard]] bool is_inside(std::string_view room) const;
    /// How many messages of this text stand in the conversation, own ones included.
    [[nodiscard]] std::size_t times_seen(std::string_view conversation,
                                         std::string_view text) const;
    /// The same over all conversations.
    [[nodiscard]] std::size_t times_seen(std::string_view text) const;
    /// What people said in a conversation, one "nick: text" a line, in the order of the timeline.
    [[nodiscard]] std::string transcript(std::string_view conversation) const;
    /// What went wrong, newest last.
    [[nodiscard]] const std::vector<client::ClientError>& errors() const { return errors_; }
    [[nodiscard]] LinkId line() const { return line_; }
    /// Lines that ended without this person's doing.
    [[nodiscard]] std::uint32_t lines_lost() const { return lines_lost_; }

    // ---- the driver ----
    void handle_deadline(const Event& event);
    void line_opened(LinkId link, Now now) override;
    void line_bytes(LinkId link, std::string_view bytes, Now now) override;
    void line_ended(LinkId link, LineEnd end, Now now) override;

 private:
    void carry_out();
    void carry_out(const client::ClientOutput& output);
    void notice(const client::ClientEvent& event);
    void feed();
    void close_line();
    void arm();

    Surroundings around_;
    Identity identity_;
    client::Client brain_;
    client_memory::MemoryClientStore kept_;
    client::StoreFeeder feeder_;
    std::uint32_t starts_ = 0;
    LinkId line_;
    std::optional<MonoTime> armed_;
    std::vector<client::ClientError> errors_;
    std::uint32_t lines_lost_ = 0;
    std::uint32_t registrations_ = 0;
    std::uint32_t nicks_tried_ = 0;
};

}  // namespace brusio::sim
