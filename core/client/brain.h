#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/keyed_random.h"
#include "core/base/time.h"
#include "core/client/batches.h"
#include "core/client/capability_negotiation.h"
#include "core/client/client_config.h"
#include "core/client/client_error.h"
#include "core/client/client_events.h"
#include "core/client/conversations.h"
#include "core/client/emitter.h"
#include "core/client/ignored_person.h"
#include "core/client/isupport.h"
#include "core/client/keep_alive.h"
#include "core/client/names.h"
#include "core/client/outbox.h"
#include "core/client/pending_answers.h"
#include "core/client/reconnect_policy.h"
#include "core/wire/framer.h"

namespace brusio::client {

/// Who we are.
struct Identity {
    std::string nick;     ///< the one we have, or the last one asked for while not registered
    std::string wanted;   ///< the one to have, taken back when it gets free
    std::string asked;    ///< by set_nick, while the server has not answered
    std::string account;  ///< logged in to; "" if to none
    Presence presence = Presence::here;
    std::string away_reason;  ///< "" means here; told again after a reconnect
};

/// How far a log-in is (login.h).
enum class LoginStep {
    none,
    mechanism_asked,  ///< the server is to say "AUTHENTICATE +"
    response_sent,    ///< PLAIN, or the first message of SCRAM
    proof_asked,      ///< of the driver
    proof_sent,
    server_proved,  ///< to know the account, too
    done,
};
enum class LoginMechanism { plain, scram };

/// What SCRAM has said so far (login_scram.h).
struct ScramTalk {
    std::string nonce;
    std::string client_first;  ///< without its header
    std::string without_proof;
    std::string signature;  ///< that the server must show
};
struct LoginTalk {
    LoginStep step = LoginStep::none;
    LoginMechanism mechanism = LoginMechanism::plain;
    ScramTalk scram;
    std::string gathered;            ///< pieces of a longer AUTHENTICATE
    bool mechanism_refused = false;  ///< 908 came
    /// What REGISTER asked for, while the server has not answered.
    std::optional<AccountAccess> making;
};

/// One connection, from OpenConnection to its end.
struct Link {
    LinkPrivacy privacy = LinkPrivacy::exposed;
    wire::LineFramer framer{wire::lines_from_servers};
    CapabilityNegotiation capabilities;
    LoginTalk login;
    KeepAlive keep_alive;
    Batches batches;
    PendingAnswers answers;
    std::map<ConversationId, MonoTime> history_asked;  ///< since when a page is awaited
    WallTime news_since;                               ///< heard_until before this link
    std::set<Folded> leaving;  ///< rooms closed here whose PART is under way
    /// Written on this link to a server that confirms nothing; the newest of them.
    std::deque<std::pair<ConversationId, MessageId>> believed;
    std::map<std::string, int> self_copies;  ///< see sending.cpp
    std::optional<MonoTime> deadline;        ///< of the phase: to connect, to register, to welcome
    std::size_t nick_tries = 0;              ///< alternatives used up
    bool welcomed = false;                   ///< 001 came
    std::optional<ClientError> fatal;        ///< do not come back by ourselves
    std::string closing_text;                ///< of the server's ERROR
};

/// Everything the brain knows; the handlers and actions are functions over it. It holds no rule
/// of its own but names.
struct Brain {
    explicit Brain(KeyedRandom random) : reconnect(random) {}

    ClientConfig config;
    Emitter emitter;
    Phase phase = Phase::idle;
    Identity me;
    Link link;
    Isupport isupport;
    CaseMapping case_mapping = CaseMapping::rfc1459;
    Conversations conversations;
    Outbox outbox;
    ReconnectPolicy reconnect;
    std::optional<MonoTime> next_attempt;  ///< set exactly in Phase::waiting
    std::optional<ClientError> last_error;
    bool was_online = false;      ///< since connect(): a taken nick is then our own ghost
    bool login_worked = false;    ///< since connect(): the password is not simply wrong
    unsigned login_refusals = 0;  ///< since then, in a row
    bool takes_lines = true;      ///< the server does, in one message; until it is known, it may
    std::size_t typists = 0;      ///< over all conversations
    WallTime heard_until;         ///< of the newest message that came live
    std::uint64_t messages_made = message_ids_from;        ///< counts up
    std::uint64_t older_messages_made = message_ids_from;  ///< counts down
    std::uint64_t labels_made = 0;
    std::uint64_t batches_made = 0;
    std::uint64_t client_ids_made = 0;
    unsigned device_changes = 0;  ///< because its ids were taken
    std::uint64_t proofs_asked = 0;
    std::uint64_t scram_talks = 0;
    std::vector<StoreWrite> writes;           ///< for the store, in order (keeping.h)
    std::set<ConversationId> changed_places;  ///< to be kept, besides
    std::size_t rows_kept = 0;                ///< since old ones were let go
    std::size_t gaps = 0;               ///< conversations whose history is wanted and not asked for
    std::set<ConversationId> unmarked;  ///< read further here than the server was told
    std::set<std::string, std::less<>> capability_names;
    std::vector<IgnoredPerson> ignored;

    [[nodiscard]] Folded fold(std::string_view name) const { return fold_name(case_mapping, name); }
    [[nodiscard]] bool is_me(std::string_view nick) const {
        return same_name(case_mapping, nick, me.nick);
    }
    [[nodiscard]] bool has(wire::Capability capability) const {
        return link.capabilities.has(capability);
    }
    /// What we send again is said once.
    [[nodiscard]] bool resends() const {
        return has(wire::Capability::exactly_once) && has(wire::Capability::labeled_response) &&
               has(wire::Capability::echo_message) && !me.account.empty() && !config.device.empty();
    }
    /// In the names of our messages: as configured, or like it if somebody else has that one.
    [[nodiscard]] std::string device() const;
    /// Between handle_connected and the end of the link.
    [[nodiscard]] bool linked() const {
        return phase == Phase::registering || phase == Phase::online;
    }
    /// Goes by the mapping that the server announced.
    void adopt_case_mapping();
    Conversation* find(std::string_view name) { return conversations.find(fold(name)); }
    void send(std::string_view line) { emitter.send(line); }
    template <class Event>
    void tell(Event&& event) {
        emitter.tell(std::forward<Event>(event));
    }
    /// We are logged in to `account` now; "" to none. Told if that is new.
    void set_account(std::string_view account);
    /// Tells an error and keeps it as the last one.
    void raise(ClientError error) {
        last_error = error;
        tell(ErrorRaised{std::move(error)});
    }
};

/// Asserts what must hold between two inputs (Client::check_invariants).
void check_invariants(const Brain& brain);

}  // namespace brusio::client
