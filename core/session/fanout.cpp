#include "core/session/fanout.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

bool admits(const Only& only, wire::CapabilitySet caps) {
    return caps.has_all(only.with) && !caps.has_any(only.without);
}

}  // namespace

Fanout::Fanout(ServerState& state, std::vector<Output>& outputs, ReplyBuffer& replies,
               PlainEncoder plain)
    : state_(state), outputs_(outputs), replies_(replies), plain_(plain) {
    BRUSIO_ASSERT(plain != nullptr);
}

LinkId Fanout::acting() const {
    return replies_.session() == nullptr ? LinkId{} : replies_.session()->link;
}

Frame Fanout::encode(const Draft& draft, AudienceClass audience_class) {
    scratch_.clear();
    if (audience_class.kind == LinkKind::plain) {
        plain_(draft, scratch_);
    } else {
        encode_irc(draft, audience_class.caps, time_text_, {}, scratch_);
    }
    return Frame::copy_of(scratch_);
}

void Fanout::to_link(LinkId link, const Draft& draft) {
    if (link == acting()) return replies_.add(draft);
    const Session* session = state_.sessions.find(link);
    BRUSIO_ASSERT(session != nullptr);
    Frame frame = encode(draft, class_of(*session));
    if (!frame.empty()) outputs_.push_back(Deliver{std::move(frame), link, nullptr, {}});
}

void Fanout::to_groups(const AudienceGroups& groups, const Draft& draft, Echo echo, Only only) {
    const Session* actor = replies_.session();
    for (const AudienceGroup& group : groups) {
        if (!admits(only, group.audience_class.caps)) continue;
        const std::vector<LinkId>& links = *group.links;
        if (links.size() == 1 && links.front() == acting()) continue;
        Frame frame = encode(draft, group.audience_class);
        if (frame.empty()) continue;
        outputs_.push_back(Deliver{std::move(frame), {}, group.links, acting()});
    }
    if (echo == Echo::yes && actor != nullptr && admits(only, actor->caps)) replies_.add(draft);
}

void Fanout::to_links(const std::vector<LinkId>& links, const Draft& draft, Echo echo, Only only) {
    to_groups(group_links(links, state_.sessions), draft, echo, only);
}

void Fanout::to_user(const room::User& user, const Draft& draft, Echo echo, Only only) {
    for (const LinkId link : user.links()) {
        if (link == acting() && echo == Echo::no) continue;
        const Session* session = state_.sessions.find(link);
        BRUSIO_ASSERT(session != nullptr);
        if (admits(only, session->caps)) to_link(link, draft);
    }
}

void Fanout::to_room(const room::Room& room, const Draft& draft, Echo echo, Only only) {
    to_groups(audiences_.of(room, state_.roster, state_.sessions), draft, echo, only);
}

Echo Fanout::echo_to_member(const room::Room& room) const {
    const Session* actor = replies_.session();
    return actor != nullptr && room.has_member(actor->user) ? Echo::yes : Echo::no;
}

void Fanout::to_rank(const room::Room& room, room::Rank rank, const Draft& draft, Echo echo,
                     Only only) {
    std::vector<LinkId> links;
    for (const room::Member& member : room.members()) {
        if (!member.ranks.at_least(rank)) continue;
        const room::User& user = state_.roster.user_of(member);
        links.insert(links.end(), user.links().begin(), user.links().end());
    }
    to_links(links, draft, echo, only);
}

void Fanout::to_neighbours(const room::User& user, const Draft& draft, Only only) {
    std::vector<LinkId> links;
    for (const room::User* neighbour : state_.roster.neighbours(user)) {
        links.insert(links.end(), neighbour->links().begin(), neighbour->links().end());
    }
    // The acting session may be a neighbour's: an operator who shares a room with the killed.
    const bool acts = std::find(links.begin(), links.end(), acting()) != links.end();
    to_links(links, draft, acts ? Echo::yes : Echo::no, only);
}

}  // namespace brusio::session
