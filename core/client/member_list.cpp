#include "core/client/member_list.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::client {
namespace {

std::size_t rank_of(const Member& member, std::string_view rank_signs) {
    if (member.ranks.empty()) return rank_signs.size();
    return std::min(rank_signs.find(member.ranks.front()), rank_signs.size());
}

}  // namespace

const Member* MemberList::find(const Folded& nick) const {
    const auto found = members_.find(nick);
    return found == members_.end() ? nullptr : &found->second;
}

Member* MemberList::find(const Folded& nick) {
    const auto found = members_.find(nick);
    return found == members_.end() ? nullptr : &found->second;
}

std::vector<const Member*> MemberList::by_rank(std::string_view rank_signs) const {
    std::vector<const Member*> sorted;
    sorted.reserve(members_.size());
    // Ranks are few, so a pass for each is cheap and keeps the order of the nicks.
    for (std::size_t rank = 0; rank <= rank_signs.size(); ++rank) {
        for (const auto& [nick, member] : members_) {
            if (rank_of(member, rank_signs) == rank) sorted.push_back(&member);
        }
    }
    BRUSIO_ASSERT(sorted.size() == members_.size());
    return sorted;
}

Member& MemberList::add(const Folded& nick, Member member) {
    BRUSIO_ASSERT(!nick.empty() && !member.nick.empty());
    return members_.insert_or_assign(nick, std::move(member)).first->second;
}

bool MemberList::remove(const Folded& nick) { return members_.erase(nick) != 0; }

void MemberList::rename(const Folded& from, const Folded& to, std::string nick) {
    BRUSIO_ASSERT(!to.empty() && !nick.empty());
    auto node = members_.extract(from);
    if (node.empty()) return;
    node.key() = to;
    node.mapped().nick = std::move(nick);
    members_.erase(to);
    members_.insert(std::move(node));
}

}  // namespace brusio::client
