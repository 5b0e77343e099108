#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/ports/transport.h"
#include "sim/audit/heard_line.h"
#include "sim/audit/name_table.h"
#include "sim/audit/sent_book.h"
#include "sim/audit/server_model.h"
#include "sim/audit/text_line.h"
#include "sim/audit/violation.h"

namespace brusio::sim {

/// What the observers of one run share. All outlive them.
struct AuditParts {
    Findings& findings;
    NameTable& names;
    LineReader& reader;
    SentBook& sent;
    const ServerModel& server;
};

/// Judges everything that one client reads on one link, line by line, against what the server had
/// to say: form (O14), order and completeness of rooms (O1, O6), who is where (O8), clocks (O19).
class Observer {
 public:
    Observer(const AuditParts& parts, LinkId link, LinkKind kind, std::string_view who);

    /// The bytes as they arrived, cut anywhere.
    void read(std::string_view bytes);
    /// Everything has arrived that ever will: nothing may be missing now.
    void settle() const;
    /// Everything has arrived: who is in the rooms is what the server has said.
    void settle_members() const;

    [[nodiscard]] LinkId link() const { return link_; }
    /// None before registration.
    [[nodiscard]] std::optional<NameId> nick() const { return nick_; }
    [[nodiscard]] std::uint64_t messages_seen() const { return messages_seen_; }
    [[nodiscard]] const std::string& who() const { return who_; }

 private:
    struct Seat {
        std::uint32_t room = 0;
        bool inside = false;
        std::uint32_t ordinal = 0;    // of the next stay
        std::uint32_t next = 0;       // the entry of the log that is due
        std::uint32_t must_from = 0;  // nothing before it need be seen
        std::vector<NameId> view;     // who is there, as far as we were told
        bool view_complete = false;
        EventRef joined;
        EventRef last_message;
    };

    void read_line_text(std::string_view text);
    /// A page of history: not what happens now.
    [[nodiscard]] bool is_of_the_past(const HeardLine& heard);
    /// An answer to the peer's own words with a time that was heard already: the echo of a message
    /// that it sent again, unless the room's log says that it is new.
    [[nodiscard]] bool may_be_told_again(const HeardLine& heard) const;
    void dispatch(const HeardLine& heard);
    void check_time(std::string_view time);
    void saw_cap(const TextLine& line);
    void saw_message(const HeardLine& heard);
    void saw_room_message(const HeardLine& heard);
    void saw_direct(const HeardLine& heard);
    void saw_join(const TextLine& line);
    void saw_leave(NameId who, NameId room, std::string_view verb);
    void saw_quit(NameId who);
    void saw_nick(NameId from, NameId to);
    void saw_numeric(const TextLine& line);
    void saw_refusal(std::string_view target);
    void saw_names(const TextLine& line);

    [[nodiscard]] bool has(TagCap cap) const { return (caps_ & static_cast<TagCaps>(cap)) != 0; }
    [[nodiscard]] bool must_see(const LogEntry& entry) const;
    void expect_upto(const Seat& seat, std::uint32_t upto) const;
    Seat* find_seat(NameId room);

    [[nodiscard]] std::uint32_t entry_for(const Seat& seat, const HeardLine& heard) const;
    void complain(std::string_view oracle, std::string what, const Cause& cause) const;
    [[nodiscard]] std::string name_of_room(const Seat& seat) const;

    AuditParts parts_;
    LinkId link_;
    LinkKind kind_;
    std::string who_;
    std::optional<NameId> nick_;
    TagCaps caps_ = 0;
    std::string partial_;
    std::string_view now_reading_;
    std::string history_;               // the reference of the batch with a page; "" outside of one
    std::array<char, 24> last_time_{};  // "2026-01-01T00:00:00.000Z"
    EventRef last_time_at_;
    std::vector<Seat> seats_;
    std::uint64_t messages_seen_ = 0;
};

}  // namespace brusio::sim
