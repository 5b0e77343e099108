#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/ports/store.h"
#include "core/ports/transport.h"
#include "sim/audit/digest_map.h"
#include "sim/audit/name_table.h"
#include "sim/audit/sent_book.h"
#include "sim/audit/violation.h"

namespace brusio::sim {

/// One message of a room, as the store was told. One that a crash has taken stays in the list, so
/// that the others keep their places.
struct LogEntry {
    std::uint64_t text_key = 0;  // of sender and text, for those who get no msgid
    LinkId sender;               // zero if no link holds the sender's nick
    EventRef at;
    bool tags_only = false;
    bool released = false;  // somebody was sent it
    bool durable = false;
    bool lost = false;  // by a crash, before it was durable
};

/// The part of a room's log that one link must see: from its JOIN to its end. What one turn says
/// to different links has no order between them, so the messages of the turn of the JOIN itself,
/// and of the turn of the end, may be seen or not.
struct Stay {
    static constexpr std::uint32_t open = std::numeric_limits<std::uint32_t>::max();
    LinkId link;
    std::uint32_t room = 0;         // index
    std::uint32_t begin_least = 0;  // may be seen from here on
    std::uint32_t begin = 0;        // must be seen from here on
    std::uint32_t end = open;       // must be seen up to here
    EventRef joined;
};

struct RoomModel {
    NameId name = 0;
    std::vector<LogEntry> log;
    std::uint32_t released = 0;         // entries before it have been let go
    std::uint32_t released_before = 0;  // the same when this turn began
    std::vector<LinkId> members;
    std::uint64_t changes = 0;  // of the members
    bool members_only = false;  // mode n: nobody else may speak
    // As last told, or as found at a start; none while nobody could know.
    std::optional<std::string> topic;
    std::optional<std::string> modes;  // letters, sorted, those of lists and ranks left out
};

/// What the server has said, in the order in which it said it: who holds which nick, who is in
/// which room, what is in which log. Learnt from its outputs and its writes alone. Goes on over
/// crashes and starts.
class ServerModel {
 public:
    ServerModel(Findings& findings, NameTable& names, SentBook& sent)
        : findings_(findings), names_(names), sent_(sent) {}

    /// Batches are numbered by the ledger.
    void submitted(std::uint64_t batch, const AppendMessage& write);
    /// That batch, and all before it.
    void became_durable(std::uint64_t batch);
    /// Every link is gone.
    void crashed();
    /// The batches up to that one are on the disk; the others are lost.
    void started(std::uint64_t last_durable, const Kept& kept);
    void released(const Output& output);
    void link_opened(LinkId link);
    void link_closed(LinkId link);
    /// All that the server had to say at this moment has been said.
    void turn_ended();

    /// None if nobody has ever been there.
    [[nodiscard]] std::optional<std::uint32_t> room_index(NameId name) const;
    [[nodiscard]] const RoomModel& room(std::uint32_t index) const { return rooms_[index]; }
    [[nodiscard]] std::size_t room_count() const { return rooms_.size(); }
    /// The place of a message in the log of its room; none if the log does not hold it.
    /// `msgid_key` is the digest of its msgid.
    [[nodiscard]] std::optional<std::uint32_t> entry_of(std::uint32_t room,
                                                        std::uint64_t msgid_key) const;
    [[nodiscard]] std::optional<std::uint32_t> entry_of_text(std::uint32_t room, NameId sender,
                                                             std::string_view text) const;
    static std::uint64_t text_key(NameId sender, std::string_view text);

    /// The `ordinal`th stay (from 0) of a link in a room; null if there is none yet.
    [[nodiscard]] const Stay* stay(LinkId link, std::uint32_t room, std::uint32_t ordinal) const;
    /// The nick that the server gave to a link; none before registration and after the end.
    [[nodiscard]] std::optional<NameId> nick_of(LinkId link) const;
    /// Zero if nobody does.
    [[nodiscard]] LinkId holder_of(NameId nick) const;
    /// Both ends of the engine's view: opened and not closed.
    [[nodiscard]] bool is_open(LinkId link) const;

 private:
    struct Slot {
        LinkId link;  // zero: closed
        std::optional<NameId> nick;
    };

    /// A message on its way from its submission to its release.
    struct Fresh {
        std::uint64_t batch;
        std::uint32_t room;
        std::uint32_t entry;
        NameId sender;
        std::uint64_t sent_key;  // of the book of what was sent
        std::uint64_t changes;   // of the room's members when it was submitted
        std::size_t members;
        bool matched;  // with what was sent
    };

    void read_frame(std::string_view bytes, const Deliver& deliver);
    void said(std::string_view line, const Deliver& deliver);
    void claim(LinkId link, NameId nick);
    void joined(LinkId link, NameId room);
    void left(LinkId link, std::uint32_t room);
    void mode_changed(std::uint32_t room, std::string_view change);
    void topic_told(std::string_view room, std::string_view topic);
    void modes_told(std::string_view room, std::string_view letters);
    /// It is in the log: somebody has said it, once, and after what they said before (O3, O5).
    void match(Fresh& fresh);
    void check_fresh(const Fresh& fresh);
    void let_go(std::uint32_t room, std::string_view tags, NameId sender, std::string_view text);
    std::uint32_t room_of(NameId name);

    Findings& findings_;
    NameTable& names_;
    SentBook& sent_;
    std::vector<RoomModel> rooms_;
    std::vector<std::uint32_t> room_by_name_;  // index + 1 by NameId
    std::vector<LinkId> holder_by_name_;       // by NameId
    std::vector<Slot> by_slot_;                // by the link's slot
    DigestMap by_msgid_;                       // room << 32 | entry
    DigestMap by_text_;                        // the newest with this sender and text
    std::vector<Stay> stays_;
    DigestMap stay_count_;       // by link and room
    DigestMap stay_place_;       // by link, room and ordinal
    DigestMap last_sent_;        // by link and room: the last of what was sent that is in the log
    std::deque<Fresh> waiting_;  // submitted, not durable
    std::vector<Fresh> fresh_;   // durable in this turn
    std::vector<std::uint32_t> speaking_;  // rooms that have released something in this turn
};

}  // namespace brusio::sim
