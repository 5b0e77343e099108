#include "core/room/member_index.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

namespace brusio::room {
namespace {

std::uint32_t naive_find(const std::vector<Member>& members, UserId user) {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const Member& member) { return member.user == user; });
    if (found == members.end()) return MemberIndex::none;
    return static_cast<std::uint32_t>(found - members.begin());
}

RC_GTEST_PROP(MemberIndex, agrees_with_a_linear_search_while_members_come_and_go, ()) {
    MemberIndex index;
    std::vector<Member> members;
    // Few ids in a small table, so that many of them want the same slot.
    const auto calls = *rc::gen::container<std::vector<std::uint64_t>>(
        200, rc::gen::inRange<std::uint64_t>(1, 60));
    for (const std::uint64_t call : calls) {
        const UserId user{call};
        const std::uint32_t place = index.find(members, user);
        RC_ASSERT(place == naive_find(members, user));
        if (place == MemberIndex::none) {
            members.push_back(Member{user, {}});
            index.appended(members);
        } else {
            index.about_to_remove(members, place);
            members[place] = members.back();
            members.pop_back();
        }
        for (std::uint64_t id = 1; id < 60; ++id) {
            RC_ASSERT(index.find(members, UserId{id}) == naive_find(members, UserId{id}));
        }
    }
}

}  // namespace
}  // namespace brusio::room
