#include "core/session/metadata_news.h"

#include <algorithm>
#include <vector>

#include "core/base/assert.h"
#include "core/session/aside.h"
#include "core/session/metadata_view.h"

namespace brusio::session {

namespace {

bool speaks_third(const ServerState& state, LinkId link) {
    return metadata_dialect(*state.sessions.find(link)) == MetadataDialect::third;
}

/// Those of a user's links that subscribed to the key.
void add_subscribers(const ServerState& state, const std::vector<LinkId>& from,
                     std::string_view key, std::vector<LinkId>& links) {
    for (const LinkId link : from) {
        const Session* session = state.sessions.find(link);
        BRUSIO_ASSERT(session != nullptr);
        if (subscriptions_of(*session).contains(key)) links.push_back(link);
    }
}

std::vector<LinkId> subscribers_in(const ServerState& state, const room::Room& room,
                                   std::string_view key) {
    std::vector<LinkId> links;
    for (const room::Member& member : room.members()) {
        add_subscribers(state, state.roster.user_of(member).links(), key, links);
    }
    return links;
}

std::vector<LinkId> watchers_of(const ServerState& state, const room::User& user) {
    const auto watchers = state.monitor.watchers(user.key());
    return {watchers.begin(), watchers.end()};
}

std::vector<LinkId> subscribers_of(ServerState& state, const room::User& user,
                                   std::string_view key) {
    std::vector<LinkId> links;
    add_subscribers(state, watchers_of(state, user), key, links);
    add_subscribers(state, user.links(), key, links);
    for (const room::User* neighbour : state.roster.neighbours(user)) {
        add_subscribers(state, neighbour->links(), key, links);
    }
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end()), links.end());
    return links;
}

/// The user behind a link that has registered.
const room::User& user_behind(const ServerState& state, LinkId link) {
    const room::User* user = state.roster.find_user(state.sessions.find(link)->user);
    BRUSIO_ASSERT(user != nullptr);
    return *user;
}

LinkId acting_link(const Stage& stage) {
    const Session* acting = stage.replies.session();
    return acting == nullptr ? LinkId{} : acting->link;
}

/// `second` is what draft/metadata-2 says; numerics name whom they are for, so that those of
/// draft/metadata-3 are made one by one.
void tell(Stage& stage, const std::vector<LinkId>& links, const Draft& second,
          const MetadataItem& item, Echo echo) {
    const LinkId acting = acting_link(stage);
    std::vector<LinkId> others;
    Echo own = Echo::no;
    for (const LinkId link : links) {
        if (link == acting && echo == Echo::no) continue;
        if (speaks_third(stage.state, link)) {
            const room::User& user = user_behind(stage.state, link);
            stage.fanout.to_link(link, metadata_numeric(stage, user.nick(), item));
            continue;
        }
        if (link == acting) own = Echo::yes;
        others.push_back(link);
    }
    stage.fanout.to_links(others, second, own);
}

void tell_by_server(Stage& stage, const std::vector<LinkId>& links, const MetadataItem& item) {
    Draft draft = stage.from_server("METADATA");
    draft.with({item.target, item.key, "*"}).text(*item.value);
    tell(stage, links, draft, item, Echo::no);
}

}  // namespace

void tell_metadata(Stage& stage, const MetadataTarget& target, const room::User& by,
                   std::string_view key, const std::string* value, Echo echo) {
    BRUSIO_ASSERT(target.newcomer == nullptr);
    const std::vector<LinkId> links = target.room == nullptr
                                          ? subscribers_of(stage.state, *target.user, key)
                                          : subscribers_in(stage.state, *target.room, key);
    if (links.empty()) return;
    const std::string source = source_of(by);
    Draft draft = from_user(by, source, "METADATA");
    draft.with({target.name(), key, "*"});
    if (value != nullptr) draft.text(*value);
    tell(stage, links, draft, {target.name(), key, value}, echo);
}

void tell_metadata_changes(Stage& stage, room::User& user, const Metadata& before) {
    const Metadata& after = metadata_of(stage.state, user);
    const MetadataTarget target{&user};
    for (const auto& [key, value] : before) {
        if (!after.contains(key)) tell_metadata(stage, target, user, key, nullptr, Echo::yes);
    }
    for (const auto& [key, value] : after) {
        const auto found = before.find(key);
        if (found != before.end() && found->second == value) continue;
        tell_metadata(stage, target, user, key, &value, Echo::yes);
    }
}

void tell_newcomer_metadata(Stage& stage, const room::User& user, const room::Room& room) {
    for (const auto& [key, value] : metadata_of(stage.state, user)) {
        std::vector<LinkId> links = subscribers_in(stage.state, room, key);
        std::erase_if(links, [&](LinkId link) {
            return std::find(user.links().begin(), user.links().end(), link) != user.links().end();
        });
        tell_by_server(stage, links, {user.nick(), key, &value});
    }
}

void tell_watchers_metadata(Stage& stage, const room::User& user) {
    std::vector<LinkId> watchers = watchers_of(stage.state, user);
    if (watchers.empty()) return;
    const LinkId acting = acting_link(stage);
    // draft/metadata-3, "Automatic synchronization": what METADATA SYNC would answer.
    std::erase_if(watchers, [&](LinkId link) {
        if (link == acting || !speaks_third(stage.state, link)) return link == acting;
        const Aside aside(stage, *stage.state.sessions.find(link),
                          user_behind(stage.state, link).nick());
        show_metadata(stage, *stage.state.sessions.find(link), user);
        return true;
    });
    for (const auto& [key, value] : metadata_of(stage.state, user)) {
        std::vector<LinkId> links;
        add_subscribers(stage.state, watchers, key, links);
        tell_by_server(stage, links, {user.nick(), key, &value});
    }
}

}  // namespace brusio::session
