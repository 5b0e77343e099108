#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "core/base/time.h"
#include "core/client/client_error.h"
#include "core/client/conversation.h"
#include "core/client/message.h"

namespace brusio::client {

enum class Phase {
    idle,         ///< not wanted online
    connecting,   ///< OpenConnection is out
    registering,  ///< connected, not welcomed yet
    online,
    waiting,  ///< for the next attempt
};

/// `attempt` counts failed attempts since the last stable connection, `next_attempt` is set while
/// waiting; both 0 otherwise.
struct PhaseChanged {
    Phase phase = Phase::idle;
    unsigned attempt = 0;
    MonoTime next_attempt;
};
/// The server welcomed us under this nick. Comes right before PhaseChanged{online}.
struct Registered {
    std::string nick;
};
struct OwnNickChanged {
    std::string nick;
};

/// Logged in to this account from now on; "" means to none.
struct AccountChanged {
    std::string account;
};
/// REGISTER made the account; we are logged in, and will be at each connection to come.
struct AccountMade {
    std::string account;
};
/// REGISTER did not make it. If it was to be made at connecting, ErrorRaised follows and
/// Phase::idle.
struct AccountNotMade {
    ClientError error;
};

struct ConversationOpened {
    ConversationId conversation;
};
struct ConversationClosed {
    ConversationId conversation;
};
struct ConversationRenamed {
    ConversationId conversation;
    std::string name;
};
struct MembershipChanged {
    ConversationId conversation;
    Membership membership = Membership::outside;
};

struct MessageAdded {
    ConversationId conversation;
    MessagePtr message;
};
/// State, msgid, time or failure of an own message changed; `message` is how it stands now.
struct MessageChanged {
    ConversationId conversation;
    MessagePtr message;
};
/// Rows older than all others, oldest first.
struct OlderAdded {
    ConversationId conversation;
    std::vector<MessagePtr> messages;
};
/// Conversation::older is another one.
struct OlderChanged {
    ConversationId conversation;
};
/// A row left the memory: there are too many.
struct MessageDropped {
    ConversationId conversation;
    MessageId message;
};
struct UnreadChanged {
    ConversationId conversation;
    std::size_t unread = 0;
    std::size_t mentions = 0;
};

/// Read the whole list again: it was received anew, or much of it changed at once.
struct MembersReset {
    ConversationId conversation;
};
struct MemberAdded {
    ConversationId conversation;
    std::string nick;
};
struct MemberRemoved {
    ConversationId conversation;
    std::string nick;
};
struct MemberRenamed {
    ConversationId conversation;
    std::string from;
    std::string to;
};
/// Ranks, presence, account, mask or real name changed.
struct MemberChanged {
    ConversationId conversation;
    std::string nick;
};
struct TopicChanged {
    ConversationId conversation;
};
struct TypingChanged {
    ConversationId conversation;
    std::string nick;
    TypingState state = TypingState::done;
};

struct RoomListBegun {};
struct RoomListEntry {
    std::string name;
    std::size_t members = 0;
    std::string topic;
};
struct RoomListEnded {};

/// We are away now, or back.
struct OwnPresenceChanged {
    Presence presence = Presence::here;
};
/// The person we wrote to is away.
struct PeerAway {
    std::string nick;
    std::string text;
};
struct Invited {
    std::string by;
    std::string room;
};
/// What WHOIS told. Empty texts and 0 were not told.
struct WhoisAnswer {
    std::string nick;
    std::string mask;
    std::string realname;
    std::string server;
    std::string account;
    std::string rooms;
    std::string away;
    std::string notes;  ///< other lines (operator, secure, bot...), one a line
    Duration idle{0};
    WallTime signed_on;
};

/// A numeric that the brain does not need, or not alone: an answer to what the user asked for.
struct ServerReply {
    std::string code;                 ///< three digits
    std::string from;                 ///< the server's name
    std::vector<std::string> params;  ///< after our nick; valid UTF-8
};

enum class ServerText { notice, welcome, motd, information, wallops };
/// A text of the server that belongs to no conversation; `wallops` are of operators, to everybody
/// who wants them.
struct ServerNotice {
    ServerText kind = ServerText::notice;
    std::string from;
    std::string text;
};
enum class ReplySeverity { fail, warn, note };
/// IRCv3 standard-replies. A FAIL that the error catalogue knows comes as ErrorRaised as well.
struct StandardReply {
    ReplySeverity severity = ReplySeverity::note;
    std::string command;
    std::string code;
    std::vector<std::string> context;
    std::string text;
};
struct ErrorRaised {
    ClientError error;
};

enum class LineDirection { in, out };
/// One protocol line without its CR LF, secrets masked. Only with ProtocolLog::on.
struct LogLine {
    LineDirection direction = LineDirection::in;
    std::string line;
};

using ClientEvent =
    std::variant<PhaseChanged, Registered, OwnNickChanged, AccountChanged, AccountMade,
                 AccountNotMade, ConversationOpened, ConversationClosed, ConversationRenamed,
                 MembershipChanged, MessageAdded, MessageChanged, OlderAdded, OlderChanged,
                 MessageDropped, UnreadChanged, MembersReset, MemberAdded, MemberRemoved,
                 MemberRenamed, MemberChanged, TopicChanged, TypingChanged, RoomListBegun,
                 RoomListEntry, RoomListEnded, OwnPresenceChanged, PeerAway, Invited, WhoisAnswer,
                 ServerReply, ServerNotice, StandardReply, ErrorRaised, LogLine>;

}  // namespace brusio::client
