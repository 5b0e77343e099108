#include "core/room/room.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/room/mask.h"

namespace brusio::room {
namespace {

std::size_t at(MaskList which) {
    const auto place = static_cast<std::size_t>(which);
    BRUSIO_ASSERT(place < mask_lists);
    return place;
}

auto find_mask(auto& entries, const Folded& mask) {
    return std::find_if(entries.begin(), entries.end(),
                        [&](const MaskEntry& entry) { return entry.folded == mask; });
}

/// The part before the last @ fits the text, the one behind it the address.
bool fits_range(const MaskEntry& entry, const Visitor& visitor) {
    if (!entry.range || !entry.range->contains(visitor.address)) return false;
    const std::string_view pattern = entry.pattern();
    const std::string_view text = visitor.hostmask;
    return glob_match(pattern.substr(0, pattern.rfind('@')), text.substr(0, text.rfind('@')));
}

}  // namespace

bool fits(const MaskEntry& entry, const Visitor& visitor) {
    if (entry.subject == MaskSubject::hostmask) {
        return glob_match(entry.pattern(), visitor.hostmask) || fits_range(entry, visitor);
    }
    if (visitor.account.empty()) return false;
    // A name may hold a backslash, which means something in a pattern.
    return entry.pattern() == visitor.account || glob_match(entry.pattern(), visitor.account);
}

RankSet Room::granted(AccountId account) const {
    const auto found = grants_.find(account);
    return found == grants_.end() ? RankSet{} : found->second;
}

RankSet Room::grant_of(AccountId account) const {
    if (!account) return {};
    RankSet ranks = granted(account);
    if (account == founder_) ranks.set(Rank::room_operator, Turn::on);
    return ranks;
}

bool Room::set_grant(AccountId account, RankSet ranks) {
    BRUSIO_ASSERT(account);
    if (ranks.empty()) return grants_.erase(account) != 0;
    const auto [place, is_new] = grants_.try_emplace(account, ranks);
    if (!is_new && place->second == ranks) return false;
    place->second = ranks;
    return true;
}

bool Room::set_password(std::string_view password) {
    if (password_ == password) return false;
    password_ = password;
    return true;
}

bool Room::set_members_max(std::uint32_t members_max) {
    if (members_max_ == members_max) return false;
    members_max_ = members_max;
    return true;
}

std::span<const MaskEntry> Room::list(MaskList which) const { return lists_[at(which)]; }

ListChange Room::add_to_list(MaskList which, MaskEntry entry, std::size_t entries_max) {
    BRUSIO_ASSERT(!entry.folded.empty());
    std::vector<MaskEntry>& entries = lists_[at(which)];
    if (find_mask(entries, entry.folded) != entries.end()) return ListChange::already_so;
    if (entries.size() >= entries_max) return ListChange::full;
    entries.push_back(std::move(entry));
    return ListChange::done;
}

ListChange Room::remove_from_list(MaskList which, const Folded& mask) {
    std::vector<MaskEntry>& entries = lists_[at(which)];
    const auto found = find_mask(entries, mask);
    if (found == entries.end()) return ListChange::already_so;
    entries.erase(found);
    return ListChange::done;
}

const MaskEntry* Room::first_match(MaskList which, const Visitor& visitor, MaskReach reach) const {
    for (const MaskEntry& entry : lists_[at(which)]) {
        const bool decides = entry.reach == MaskReach::everything || entry.reach == reach;
        if (decides && fits(entry, visitor)) return &entry;
    }
    return nullptr;
}

const Member* Room::find_member(UserId user) const {
    const std::uint32_t place = index_.find(members_, user);
    return place == MemberIndex::none ? nullptr : &members_[place];
}

void Room::mark_visit(UserId user) {
    const std::uint32_t place = index_.find(members_, user);
    BRUSIO_ASSERT(place != MemberIndex::none);
    members_[place].visits = true;
}

bool Room::set_rank(UserId user, Rank rank, Turn turn) {
    const std::uint32_t place = index_.find(members_, user);
    BRUSIO_ASSERT(place != MemberIndex::none);
    if (!members_[place].ranks.set(rank, turn)) return false;
    touch();
    return true;
}

void Room::set_conversation(ConversationId conversation) {
    BRUSIO_ASSERT(conversation && !conversation_);
    conversation_ = conversation;
}

void Room::add_member(UserId user, RankSet ranks, std::uint64_t seq_first) {
    BRUSIO_ASSERT(user && !has_member(user));
    BRUSIO_ASSERT(seq_first >= 1 && seq_first <= log_.seq() + 1);
    members_.push_back(Member{user, ranks, seq_first});
    index_.appended(members_);
    touch();
}

void Room::remove_member(UserId user) {
    const std::uint32_t place = index_.find(members_, user);
    BRUSIO_ASSERT(place != MemberIndex::none);
    index_.about_to_remove(members_, place);
    members_[place] = members_.back();
    members_.pop_back();
    touch();
}

void Room::check_invariants() const {
    BRUSIO_ASSERT(id_ && !name_.empty() && !key_.empty());
    BRUSIO_ASSERT(membership_version_ != 0);
    for (const auto& [account, ranks] : grants_) BRUSIO_ASSERT(account && !ranks.empty());
    for (std::uint32_t place = 0; place < members_.size(); ++place) {
        BRUSIO_ASSERT(members_[place].user);
        BRUSIO_ASSERT(index_.find(members_, members_[place].user) == place);
    }
    for (const std::vector<MaskEntry>& entries : lists_) {
        for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
            BRUSIO_ASSERT(!entry->mask.empty() && !entry->folded.empty());
            BRUSIO_ASSERT(find_mask(entries, entry->folded) == entry);
        }
    }
}

}  // namespace brusio::room
