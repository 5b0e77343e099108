#pragma once

#include <cstdint>
#include <limits>
#include <optional>
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

/// One message of a room, as the store was told.
struct LogEntry {
    std::uint64_t text_key = 0;  // of sender and text, for those who get no msgid
    LinkId sender;               // zero if no link holds the sender's nick
    EventRef at;
    bool tags_only = false;
    bool released = false;  // somebody was sent it
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
};

/// What the server has said, in the order in which it said it: who holds which nick, who is in
/// which room, what is in which log. Learnt from its outputs and its writes alone.
class ServerModel {
 public:
    ServerModel(Findings& findings, NameTable& names, SentBook& sent)
        : findings_(findings), names_(names), sent_(sent) {}

    void committed(const AppendMessage& write);
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

    void read_frame(std::string_view bytes, const Deliver& deliver);
    void said(std::string_view line, const Deliver& deliver);
    void count_entry(const AppendMessage& write);
    void claim(LinkId link, NameId nick);
    void joined(LinkId link, NameId room);
    void left(LinkId link, std::uint32_t room);
    void mode_changed(std::uint32_t room, std::string_view change);
    void let_go(std::uint32_t room, std::string_view tags, NameId sender, std::string_view text);
    std::uint32_t room_of(NameId name);

    Findings& findings_;
    NameTable& names_;
    SentBook& sent_;
    std::vector<RoomModel> rooms_;
    std::vector<std::uint32_t> room_by_name_;  // index + 1 by NameId
    std::vector<LinkId> holder_by_name_;       // by NameId
    std::vector<Slot> by_slot_;                // by the link's slot
    DigestMap last_seq_;                       // by conversation
    DigestMap by_msgid_;                       // room << 32 | entry
    DigestMap by_text_;                        // the newest with this sender and text
    std::vector<Stay> stays_;
    DigestMap stay_count_;  // by link and room
    DigestMap stay_place_;  // by link, room and ordinal

    struct Fresh {
        std::uint32_t room;
        std::uint32_t entry;
        std::uint64_t changes;
        std::size_t members;
    };
    std::vector<Fresh> fresh_;             // committed in this turn
    std::vector<std::uint32_t> speaking_;  // rooms that have released something in this turn
};

}  // namespace brusio::sim
