#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/client/client.h"
#include "core/client/store_feeder.h"

namespace brusio::client::test {

/// A client with a server that says what the test tells it to, on a clock that the test moves.
/// Lines the client sent gather in `sent` without their CR LF, events in `events`.
class ScriptedServer {
 public:
    explicit ScriptedServer(std::uint64_t seed = 1) : client(KeyedRandom{seed}) {}

    Client client;
    /// What the client keeps; null for a client without a store. Set before dial().
    ClientStore* store = nullptr;
    StoreFeeder feeder;
    std::vector<std::string> sent;
    std::vector<ClientEvent> events;
    int opened = 0;
    int closed = 0;

    [[nodiscard]] static ClientConfig config(std::string nick = "ada");
    [[nodiscard]] Now now() const;

    /// What the link that comes up is.
    LinkPrivacy privacy = LinkPrivacy::sealed;

    /// connect() and handle_connected().
    void dial(const ClientConfig& config);
    /// The link comes up after OpenConnection.
    void accept();
    /// One line of the server, without CR LF.
    void says(std::string_view line);
    void says_all(const std::vector<std::string_view>& lines);
    /// CAP LS, ACK of what was asked for, and the welcome. "" for a server without capabilities.
    void welcome(std::string_view capabilities);
    /// dial(), welcome(), and everything up to here forgotten.
    void go_online(std::string_view capabilities,
                   const ClientConfig& to = ScriptedServer::config());
    /// The client joins and the server lets it in with these members.
    void let_in(std::string_view room, std::string_view names = "ada");
    void breaks(DisconnectCause cause = DisconnectCause::reset);

    /// Moves the clock, calling handle_deadline whenever it is due. Returns how often.
    int pass(Duration time);
    /// Takes what the client has for us; every action on `client` is followed by this.
    void collect();
    void forget();

    /// The line that starts with this was sent; "" if none.
    [[nodiscard]] std::string sent_line(std::string_view start) const;
    [[nodiscard]] std::size_t count_sent(std::string_view start) const;
    /// The label of the last line sent that has one.
    [[nodiscard]] std::string last_label() const;

    template <class Event>
    [[nodiscard]] std::vector<Event> told() const {
        std::vector<Event> found;
        for (const ClientEvent& event : events) {
            if (const auto* one = std::get_if<Event>(&event)) found.push_back(*one);
        }
        return found;
    }
    template <class Event>
    [[nodiscard]] Event last() const {
        const auto found = told<Event>();
        return found.empty() ? Event{} : found.back();
    }

    [[nodiscard]] const Conversation& conversation(std::string_view name) const;
    /// "state sender: text" of every row, oldest first.
    [[nodiscard]] std::vector<std::string> rows(std::string_view name) const;
    [[nodiscard]] MessageState state_of(std::string_view name, MessageId id) const;

 private:
    Duration clock_{std::chrono::seconds{1000}};
};

inline constexpr std::string_view all_capabilities =
    "message-tags server-time batch labeled-response echo-message cap-notify multi-prefix "
    "userhost-in-names extended-join away-notify account-notify account-tag chghost setname "
    "invite-notify standard-replies";

[[nodiscard]] std::string_view state_name(MessageState state);
/// A line for comparing event streams: every field that tells two events apart.
[[nodiscard]] std::string describe(const ClientEvent& event);

}  // namespace brusio::client::test
