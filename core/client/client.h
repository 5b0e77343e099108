#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/keyed_random.h"
#include "core/base/time.h"
#include "core/client/client_config.h"
#include "core/client/client_events.h"
#include "core/client/client_output.h"
#include "core/client/conversation.h"
#include "core/client/ignored_person.h"
#include "core/client/isupport.h"

namespace brusio::client {

struct Brain;

/// The client's brain: one identity on one server. It reads no clock, opens no socket, starts no
/// thread; the window and the simulator drive this same object.
///
/// THE DRIVE CONTRACT
///   1. Give one input: a `handle_*` of the connection or an action of the user, each with `now`.
///      `now.mono` never goes back. No call blocks or throws. One thread at a time.
///   2. Then take_output() and carry it out in order, and take_events() and show them in order.
///      Several inputs may be given before taking; nothing is lost, but an answer waits as long.
///   3. Then wait for bytes, the user, or next_deadline(), whichever is first; at the deadline
///      call handle_deadline(now). Calling it early or late does no harm.
///
///   OpenConnection   -> later handle_connected, or handle_disconnected if it failed
///   SendBytes        -> only ever between handle_connected and the end of that connection
///   CloseConnection  -> flush, close, and report nothing more of that connection
///   handle_bytes     -> any pieces of the stream, however cut; at most one connection at a time
///   ProveSecret      -> later handle_proof, unless the connection ended before
///   ReadRows         -> handle_stored at once, before any other input; only with a store
///   With a store (ClientConfig::stored), take_writes() comes before take_output() and is written
///   before any output is carried out.
///   After handle_disconnected the brain decides by itself when to open again (phase `waiting`).
///
/// Events are told after the fact: the state below already shows them. Every piece of state an
/// event names is read back from the accessors. Inputs that do not fit the phase (bytes without a
/// connection) are ignored.
///
/// Own messages appear at once with state `queued` or `sending` and keep their MessageId; see
/// MessageState. A message written but not confirmed when the link breaks is sent again by itself
/// where the server says such a one once (brusio/exactly-once, with an account and a
/// ClientConfig::device). Elsewhere it becomes `failed` with MessageFailure::unknown: it is never
/// sent again unless the user asks by retry().
class Client {
 public:
    /// `random` is for the jitter of reconnecting; two clients need two seeds.
    explicit Client(KeyedRandom random);
    ~Client();
    Client(Client&&) noexcept;
    Client& operator=(Client&&) noexcept;

    // ---- The connection --------------------------------------------------------------------
    void handle_connected(LinkPrivacy privacy, Now now);
    void handle_bytes(std::string_view bytes, Now now);
    /// `text` is the system's own word for it, for the details of the error; may be empty.
    void handle_disconnected(DisconnectCause cause, std::string_view text, Now now);
    void handle_deadline(Now now);
    /// The answer to ProveSecret with this number. One that comes too late does no harm.
    void handle_proof(std::uint64_t number, const SecretProof& proof, Now now);

    /// The answer to ReadRows.
    void handle_stored(StoredRows answer);

    // ---- The user --------------------------------------------------------------------------
    /// Go online and stay online until disconnect(). Closes what was open. Conversations are
    /// kept if keeps_conversations() says so, else closed.
    void connect(ClientConfig config, Now now);
    /// QUIT and stay offline. Queued messages stay queued for the next connect().
    void disconnect(std::string_view reason, Now now);
    /// While `waiting`: try now (the network came back, the user asked). Else nothing.
    void reconnect_now(Now now);

    /// Opens the conversation at once; offline it is joined as soon as we are online. Returns it;
    /// id 0 if `room` cannot be a room's name.
    ConversationId join(std::string_view room, std::string_view key, Now now);
    /// Leaves the room (at once, as far as membership goes) and keeps the conversation to be read;
    /// close() forgets it. What was queued there fails.
    void part(std::string_view room, std::string_view reason, Now now);
    /// Opens (or finds) the conversation with a person.
    ConversationId open_person(std::string_view nick, Now now);
    /// Leaves the room if we are in it, cancels what is queued there, and forgets it; what is kept
    /// in the store stays for the next time.
    void close(ConversationId conversation, Now now);
    /// Ends the connection and forgets every conversation and where we were, as if nothing had ever
    /// been connected. The store hears nothing of it.
    void forget(Now now);

    /// One message where the server takes several lines in one (IRCv3 multiline), else one a line
    /// of `text`; a line too long for the wire is split between words. Offline it is one until the
    /// server is known to take lines alone: its lines are messages of their own then. Returns the
    /// messages made, in order, all already added to the conversation with `target` (a room, a
    /// status-prefixed room or a nick; opened if need be). Empty if there is no text or `target`
    /// cannot be a name.
    std::vector<MessageId> send_message(std::string_view target, std::string_view text, Now now);
    /// How many messages saying `text` would make, as far as is known now.
    [[nodiscard]] std::size_t messages_made_of(std::string_view target, std::string_view text,
                                               MessageKind kind) const;
    std::vector<MessageId> send_notice(std::string_view target, std::string_view text, Now now);
    std::vector<MessageId> send_action(std::string_view target, std::string_view text, Now now);
    /// What an earlier start of this program had not settled, in its order: it is queued again, and
    /// said once even if it had been said. What cannot be told from its double (`sending`, without
    /// a client id) and what had failed is failed, for the user to decide. After connect().
    void restore_unsent(const std::vector<Message>& messages, Now now);
    /// Sends a `failed` message (again), in its place in the order of now. False if it is not one.
    bool retry(MessageId message, Now now);
    /// Gives a `queued` or `failed` message up. False if it is neither.
    bool cancel(MessageId message, Now now);
    /// Tells that we are writing; thinned out here (ClientLimits::typing_send_interval), so call
    /// it on every key. Nothing if the server cannot carry it. IRCv3 client-tags/typing.
    void send_typing(std::string_view target, TypingState state, Now now);

    /// Online: asks the server. Offline: the nick of the next registration. While registration
    /// waits for a usable nick (ErrorKind::nick_in_use), it goes on with this one.
    void set_nick(std::string_view nick, Now now);
    /// Makes an account on the server we are on (IRCv3 draft/account-registration). `account` "*"
    /// takes our nick, `email` "*" is none. Answered by AccountMade, after which reconnecting logs
    /// in with it, or by AccountNotMade.
    void register_account(std::string_view account, std::string_view email, const Secret& password,
                          Now now);
    void set_topic(std::string_view room, std::string_view topic, Now now);
    /// Away with a reason; back with "". Told again after a reconnect.
    void set_away(std::string_view reason, Now now);
    void set_realname(std::string_view realname, Now now);
    void invite(std::string_view nick, std::string_view room, Now now);
    void kick(std::string_view room, std::string_view nick, std::string_view reason, Now now);
    /// `change` is raw: "+o ada".
    void set_mode(std::string_view target, std::string_view change, Now now);
    /// Answered by RoomListBegun, RoomListEntry..., RoomListEnded. `filter` may be "".
    void request_room_list(std::string_view filter, Now now);
    /// Answered by WhoisAnswer, or ErrorRaised{nobody_there}.
    void whois(std::string_view nick, Now now);
    /// Everything up to and including `message` is read. Never moves back. Where the server keeps
    /// it for our account, the other devices hear of it, and what they have read is read here
    /// (IRCv3 read-marker).
    void mark_read(ConversationId conversation, MessageId message, Now now);
    /// Somebody wants to read what was said before the oldest row: asks the store, then the server
    /// for a page of it, answered by OlderAdded and OlderChanged. True if it was asked for; false
    /// while a page is on its way, and where there is none to be had (Conversation::older). IRCv3
    /// chathistory.
    bool load_older(ConversationId conversation, Now now);
    /// Asks the server to take an own message back, for everybody. Answered by MessageChanged with
    /// Message::redacted, or by ErrorRaised. False if it cannot be asked for (can_redact).
    bool redact(ConversationId conversation, MessageId message, std::string_view reason, Now now);
    /// From now on nothing of what these people say is shown, kept or counted, wherever they say
    /// it, nor do their invitations come. What is here already stays. Holds over connect().
    void set_ignored(std::vector<IgnoredPerson> people);
    /// Sends a line as it is, without CR LF, if online. False if not, or if it holds one.
    bool raw(std::string_view line, Now now);

    // ---- Out -------------------------------------------------------------------------------
    /// For the store, in order; to be kept before what take_output() gives is carried out.
    [[nodiscard]] std::vector<StoreWrite> take_writes();
    [[nodiscard]] std::vector<ClientOutput> take_output();
    [[nodiscard]] std::vector<ClientEvent> take_events();
    /// When handle_deadline wants to be called; none if only an input can change anything.
    [[nodiscard]] std::optional<MonoTime> next_deadline() const;
    /// Asserts everything that must hold between two calls.
    void check_invariants() const;

    // ---- State: valid until the next input ---------------------------------------------------
    [[nodiscard]] Phase phase() const;
    /// The nick we have, or want while not registered.
    [[nodiscard]] const std::string& nick() const;
    /// The account we are logged in to, "" if none.
    [[nodiscard]] const std::string& account() const;
    /// Whether REGISTER can be tried here and now: online, unobserved, offered, no account yet.
    [[nodiscard]] bool can_register_account() const;
    [[nodiscard]] const ClientConfig& config() const;
    /// In the order in which they were opened.
    [[nodiscard]] std::vector<ConversationId> conversations() const;
    /// Null if closed.
    [[nodiscard]] const Conversation* conversation(ConversationId id) const;
    /// By name, under the server's case mapping.
    [[nodiscard]] const Conversation* find_conversation(std::string_view name) const;
    [[nodiscard]] const Member* find_member(ConversationId id, std::string_view nick) const;
    [[nodiscard]] MessagePtr message(ConversationId conversation, MessageId id) const;
    /// Whether the server we are on offers what was said before. Offline: no.
    [[nodiscard]] bool offers_history() const;
    /// Whether redact() makes sense: an own message of which the server knows, where it can be done
    /// and by somebody whom the server lets. Guests may not, but as operators of a room.
    [[nodiscard]] bool can_redact(ConversationId conversation, MessageId id) const;
    /// Own messages that are queued or sending, in the order in which they are to arrive. Whoever
    /// keeps them before the bytes are written can end at any time without losing or doubling one.
    [[nodiscard]] std::vector<MessagePtr> unsent() const;
    /// How many those are.
    [[nodiscard]] std::size_t unsent_messages() const;
    /// The server's time of the newest message that we have heard of live, here or where
    /// ClientConfig::heard_until comes from; 0 if of none. Worth keeping for the next start.
    [[nodiscard]] WallTime heard_until() const;
    [[nodiscard]] Presence presence() const;
    [[nodiscard]] const Isupport& isupport() const;
    /// Names of the capabilities in use, sorted.
    [[nodiscard]] const std::set<std::string, std::less<>>& capabilities() const;
    [[nodiscard]] const std::optional<ClientError>& last_error() const;

 private:
    std::unique_ptr<Brain> brain_;
};

}  // namespace brusio::client
