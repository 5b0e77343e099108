#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/base/time.h"
#include "core/client/member_list.h"
#include "core/client/message.h"
#include "core/client/timeline.h"

namespace brusio::client {

enum class ConversationKind { room, person };

/// Where we stand with a room. A person's conversation is always `inside`.
enum class Membership {
    outside,  ///< left, kicked, refused, or never joined
    joining,  ///< asked for, or to be asked for once online (again)
    inside,
};

struct Topic {
    std::string text;  ///< "" if none
    std::string set_by;
    WallTime set_at;  ///< 0 if not told
};

enum class TypingState { active, paused, done };

/// Somebody who is writing here right now.
struct Typist {
    std::string nick;
    TypingState state = TypingState::active;
    MonoTime until;
};

/// Where we are with what was said while we were not there (gap_fill.h).
struct GapFill {
    enum class Step : std::uint8_t { none, wanted, asked };
    Step step = Step::none;
    /// msgid of the last message before we went; what follows is asked for. "" for the newest.
    std::string from;
    bool first = false;            ///< we have nothing of the server here yet
    std::size_t pages = 0;         ///< that were full
    std::vector<MessagePtr> held;  ///< came live meanwhile

    /// True if a row that came live has to wait, and takes it.
    bool hold_back(const Message& row);
};

/// How far the user has read, as all devices of the account are to know it (read_markers.h): times
/// of messages, 0 for none.
struct ReadMarker {
    WallTime read;  ///< here
    WallTime told;  ///< by the server, the latest
    WallTime sent;  ///< on this link, the last
    std::optional<MonoTime> sent_at;
};

/// What is known of what was said before the oldest row here (older_rows.h).
enum class OlderRows : std::uint8_t {
    unknown,
    asked,     ///< a page is on its way
    withheld,  ///< the server does not give them, on this link
    none,      ///< the oldest row is where the conversation begins
};

/// How what is here stands to what is kept (keeping.h) and to what is not known (gap_marks.h).
struct KeptPast {
    bool more = false;       ///< rows before the oldest one here are kept
    bool asked = false;      ///< and on their way
    bool gap_next = false;   ///< the next row comes after a gap
    std::string gap_from;    ///< and that is the msgid before it
    bool gap_stays = false;  ///< the server does not close the one before the oldest row here
};

/// A room or a person, as it stands. Read by everybody, changed by the brain alone. While the
/// link is down, members and topic show what was last known.
struct Conversation {
    Conversation(ConversationId its_id, ConversationKind its_kind, std::string its_name,
                 std::size_t messages_max)
        : id(its_id), kind(its_kind), name(std::move(its_name)), timeline(messages_max) {}

    ConversationId id;
    ConversationKind kind;
    Membership membership = Membership::outside;
    std::size_t unread = 0;    ///< speech of others after `read_up_to`
    std::size_t mentions = 0;  ///< of which mention us
    std::vector<Typist> typists;
    std::string name;  ///< as the server spells it
    Folded key;
    std::string room_key;  ///< what joins it again
    Topic topic;
    MemberList members;
    Timeline timeline;
    MessageId read_up_to;
    ReadMarker marker;
    GapFill gap_fill;
    OlderRows older = OlderRows::unknown;
    KeptPast kept;
};

}  // namespace brusio::client
