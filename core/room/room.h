#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/ip_address.h"
#include "core/base/metadata.h"
#include "core/base/text.h"
#include "core/base/time.h"
#include "core/room/flags.h"
#include "core/room/log_head.h"
#include "core/room/member.h"
#include "core/room/member_index.h"
#include "core/room/rate.h"

namespace brusio::room {

/// What a room is or is not.
enum class RoomFlag : std::uint8_t {
    invite_only,
    moderated,
    no_external,
    secret,
    topic_locked,
    accounts_enter,  // nobody else may join
    accounts_speak,  // nobody else may say anything
    no_ctcp,         // no questions from program to program
};

/// What a room bounds in time.
enum class RoomRate : std::uint8_t { joins, nick_changes };
inline constexpr std::size_t room_rates = 2;

/// The lists of masks that a room keeps.
enum class MaskList : std::uint8_t { bans, ban_exceptions, invite_exceptions };
inline constexpr std::size_t mask_lists = 3;

/// What of a visitor a mask is held against.
enum class MaskSubject : std::uint8_t { hostmask, account };
/// What a mask decides: coming in and speaking, or speaking alone.
enum class MaskReach : std::uint8_t { everything, speech };

struct MaskEntry {
    std::string mask;  // as it is shown, complete: nick!user@host, or with what it is held against
    Folded folded;     // no two entries of a list share one
    std::string set_by;
    WallTime when;
    MaskSubject subject = MaskSubject::hostmask;
    MaskReach reach = MaskReach::everything;
    std::size_t pattern_at = 0;      // where in `folded` the part that is matched begins
    std::optional<IpRange> range{};  // what of a hostmask is behind the last @, if it is one

    [[nodiscard]] std::string_view pattern() const {
        return std::string_view{folded.text}.substr(pattern_at);
    }
};

/// A user as a room's rules see it. The views live for the call.
struct Visitor {
    std::string_view hostmask;      // folded nick!user@host
    bool invited = false;           // by a member whose invitation opens the room
    std::string_view account = {};  // folded; empty: a guest, whom no mask of accounts matches
    IpAddress address = {};         // as far as the room may see it; none: no range matches
    bool is_founder = false;        // the room's, or named for it by the configuration
};

struct Topic {
    std::string text;  // empty: none
    std::string set_by;
    WallTime when;
};

/// What becomes of a room without members.
enum class WhenEmpty : std::uint8_t {
    ends,
    waits,  // for the people it had before the server's start: ends with its next last member
    stays,
};

/// How a change to a list of masks ended.
enum class ListChange : std::uint8_t { done, already_so, full };

/// Does the entry fit the visitor? A hostmask fits by its text, or by its range of addresses.
[[nodiscard]] bool fits(const MaskEntry& entry, const Visitor& visitor);

/// One room: its settings, lists and members. The roster makes it for its first member, drops it
/// with its last unless it stays, and is the only one to add and remove members, because users know
/// their rooms too. The address stays the same until the room is gone.
class Room {
 public:
    Room(RoomId id, std::string name, Folded key, WallTime created)
        : id_(id), name_(std::move(name)), key_(std::move(key)), created_(created) {}
    Room(const Room&) = delete;
    Room& operator=(const Room&) = delete;

    [[nodiscard]] RoomId id() const { return id_; }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const Folded& key() const { return key_; }
    [[nodiscard]] WallTime created() const { return created_; }
    /// When it got its name from another one, in this run of the server; none: it did not.
    [[nodiscard]] std::optional<MonoTime> renamed() const { return renamed_; }
    /// Whose log the room's messages go to. None until it was set, which is done once.
    [[nodiscard]] ConversationId conversation() const { return conversation_; }
    void set_conversation(ConversationId conversation);

    /// Whose room it is. None: nobody's.
    [[nodiscard]] AccountId founder() const { return founder_; }
    void set_founder(AccountId founder) { founder_ = founder; }
    /// The ranks an account gets whenever it comes in; its founder is always an operator.
    [[nodiscard]] RankSet grant_of(AccountId account) const;
    /// The same without what a founder has anyway.
    [[nodiscard]] RankSet granted(AccountId account) const;
    /// Without ranks it is taken away. True if this changed something. The account must be one.
    bool set_grant(AccountId account, RankSet ranks);
    [[nodiscard]] const std::map<AccountId, RankSet>& grants() const { return grants_; }

    /// A founder's room stays.
    [[nodiscard]] WhenEmpty when_empty() const { return founder_ ? WhenEmpty::stays : when_empty_; }
    void set_when_empty(WhenEmpty when_empty) { when_empty_ = when_empty; }

    [[nodiscard]] const Topic& topic() const { return topic_; }
    void set_topic(Topic topic) { topic_ = std::move(topic); }

    [[nodiscard]] Metadata& metadata() { return metadata_; }
    [[nodiscard]] const Metadata& metadata() const { return metadata_; }

    [[nodiscard]] bool is(RoomFlag flag) const { return flags_.has(flag); }
    /// True if this changed something.
    bool set_flag(RoomFlag flag, Turn turn) { return flags_.set(flag, turn); }
    /// The word that lets one in; empty: none is asked.
    [[nodiscard]] const std::string& password() const { return password_; }
    /// True if this changed something. Empty takes it away.
    bool set_password(std::string_view password);
    /// The most members that may join; 0: any number.
    [[nodiscard]] std::uint32_t members_max() const { return members_max_; }
    /// True if this changed something. 0 takes it away.
    bool set_members_max(std::uint32_t members_max);

    [[nodiscard]] RateGate& rate(RoomRate which) { return rates_[static_cast<std::size_t>(which)]; }
    [[nodiscard]] const RateGate& rate(RoomRate which) const {
        return rates_[static_cast<std::size_t>(which)];
    }

    /// Entries in the order in which they were added.
    [[nodiscard]] std::span<const MaskEntry> list(MaskList which) const;
    /// Adds an entry unless its folded mask is there (`already_so`) or the list holds
    /// `entries_max` (`full`).
    ListChange add_to_list(MaskList which, MaskEntry entry, std::size_t entries_max);
    /// Takes the entry with that folded mask away, or answers `already_so`.
    ListChange remove_from_list(MaskList which, const Folded& mask);
    /// The first entry that matches and decides about that, or null. Lives until the list changes.
    [[nodiscard]] const MaskEntry* first_match(MaskList which, const Visitor& visitor,
                                               MaskReach reach = MaskReach::everything) const;

    /// In join order, but for this rule: when a member leaves, the last one takes its place. So the
    /// order depends on nothing but the joins and parts, and a part costs the same in any room.
    [[nodiscard]] std::span<const Member> members() const { return members_; }
    [[nodiscard]] std::size_t size() const { return members_.size(); }
    /// Null if not a member. Lives until the next join or part.
    [[nodiscard]] const Member* find_member(UserId user) const;
    [[nodiscard]] bool has_member(UserId user) const { return find_member(user) != nullptr; }
    /// The member, who must be one, is there by a server operator's power: see Member::visits.
    void mark_visit(UserId user);
    /// `user` must be a member. True if this changed something.
    bool set_rank(UserId user, Rank rank, Turn turn);

    /// Another number whenever members, their ranks, links or capabilities may have changed, so
    /// that what was computed of them (audiences) can be kept until then. Never 0.
    [[nodiscard]] std::uint64_t membership_version() const { return membership_version_; }
    /// Says that something about a member changed that the room cannot see.
    void touch() { ++membership_version_; }

    /// The end of the room's log.
    [[nodiscard]] LogHead& log() { return log_; }
    [[nodiscard]] const LogHead& log() const { return log_; }

    /// Asserts that members, their index and the lists agree. O(members + entries).
    void check_invariants() const;

 private:
    friend class Roster;

    void add_member(UserId user, RankSet ranks, std::uint64_t seq_first);
    void remove_member(UserId user);

    RoomId id_;
    std::string name_;
    Folded key_;
    WallTime created_;
    std::optional<MonoTime> renamed_;
    ConversationId conversation_;
    AccountId founder_;
    std::map<AccountId, RankSet> grants_;
    WhenEmpty when_empty_ = WhenEmpty::ends;
    Topic topic_;
    Metadata metadata_;
    FlagSet<RoomFlag> flags_;
    std::uint32_t members_max_ = 0;
    std::string password_;
    std::array<RateGate, room_rates> rates_;
    std::array<std::vector<MaskEntry>, mask_lists> lists_;
    std::vector<Member> members_;
    MemberIndex index_;
    std::uint64_t membership_version_ = 1;
    LogHead log_;
};

}  // namespace brusio::room
