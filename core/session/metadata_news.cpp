#include "core/session/metadata_news.h"

#include <algorithm>
#include <vector>

#include "core/base/assert.h"
#include "core/session/line_budget.h"
#include "core/session/numeric_draft.h"

namespace brusio::session {

namespace {

using wire::Capability;

/// One value, as a METADATA line has it. The texts belong to what the server knows.
struct Item {
    std::string_view target;
    std::string_view key;
    std::string_view value;
};
using Items = std::vector<Item>;

const MetadataKeys no_keys;

/// What the session subscribed to and can read.
const MetadataKeys& keys_of(const Session& session) {
    const bool reads = session.has(Capability::metadata) && session.metadata_keys != nullptr;
    return reads ? *session.metadata_keys : no_keys;
}

void gather(std::string_view name, const Metadata& metadata, const MetadataKeys& keys,
            Items& items) {
    if (metadata.empty()) return;
    for (const std::string& key : keys) {
        const auto found = metadata.find(key);
        if (found != metadata.end()) items.push_back({name, found->first, found->second});
    }
}

Items items_of(const ServerState& state, const room::Room& room, const MetadataKeys& keys) {
    Items items;
    if (keys.empty()) return items;
    gather(room.name(), room.metadata(), keys, items);
    for (const room::Member& member : room.members()) {
        const room::User& user = state.roster.user_of(member);
        gather(user.nick(), metadata_of(state, user), keys, items);
    }
    return items;
}

Items items_of(const ServerState& state, const room::User& user, const MetadataKeys& keys) {
    Items items;
    gather(user.nick(), metadata_of(state, user), keys, items);
    return items;
}

Draft line_of(const Stage& stage, const Item& item) {
    return stage.from_server("METADATA").with({item.target, item.key, "*"}).text(item.value);
}

/// False if not all of them found room.
bool send_items(Stage& stage, const Items& items) {
    for (const Item& item : items) {
        if (!may_list_more(stage)) return false;
        stage.replies.add(line_of(stage, item));
    }
    return true;
}

/// Those of a user's links that subscribed to the key.
void add_subscribers(const ServerState& state, const std::vector<LinkId>& from,
                     std::string_view key, std::vector<LinkId>& links) {
    for (const LinkId link : from) {
        const Session* session = state.sessions.find(link);
        BRUSIO_ASSERT(session != nullptr);
        if (keys_of(*session).contains(key)) links.push_back(link);
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

std::vector<LinkId> subscribed_watchers(const ServerState& state, const room::User& user,
                                        std::string_view key) {
    const auto watchers = state.monitor.watchers(user.key());
    std::vector<LinkId> links;
    add_subscribers(state, {watchers.begin(), watchers.end()}, key, links);
    return links;
}

std::vector<LinkId> subscribers_of(ServerState& state, const room::User& user,
                                   std::string_view key) {
    std::vector<LinkId> links = subscribed_watchers(state, user, key);
    add_subscribers(state, user.links(), key, links);
    for (const room::User* neighbour : state.roster.neighbours(user)) {
        add_subscribers(state, neighbour->links(), key, links);
    }
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end()), links.end());
    return links;
}

}  // namespace

void tell_metadata(Stage& stage, const MetadataTarget& target, const room::User& by,
                   std::string_view key, const std::string* value, Echo echo) {
    const std::vector<LinkId> links = target.room == nullptr
                                          ? subscribers_of(stage.state, *target.user, key)
                                          : subscribers_in(stage.state, *target.room, key);
    if (links.empty()) return;
    const std::string source = source_of(by);
    Draft draft = from_user(by, source, "METADATA");
    draft.with({target.name(), key, "*"});
    if (value != nullptr) draft.text(*value);
    const Session* acting = stage.replies.session();
    const bool acts =
        acting != nullptr && std::find(links.begin(), links.end(), acting->link) != links.end();
    stage.fanout.to_links(links, draft, acts ? echo : Echo::no);
}

void tell_metadata_changes(Stage& stage, room::User& user, const Metadata& before) {
    const Metadata& after = metadata_of(stage.state, user);
    const MetadataTarget target{&user, nullptr};
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
        stage.fanout.to_links(links, line_of(stage, {user.nick(), key, value}), Echo::no);
    }
}

void tell_watchers_metadata(Stage& stage, const room::User& user) {
    if (stage.state.monitor.watchers(user.key()).empty()) return;
    for (const auto& [key, value] : metadata_of(stage.state, user)) {
        const std::vector<LinkId> links = subscribed_watchers(stage.state, user, key);
        stage.fanout.to_links(links, line_of(stage, {user.nick(), key, value}), Echo::no);
    }
}

void show_metadata(Stage& stage, const Session& session, const room::Room& room) {
    show_metadata(stage, session, room, keys_of(session));
}

void show_metadata(Stage& stage, const Session& session, const room::Room& room,
                   const MetadataKeys& keys) {
    if (!session.has(Capability::metadata)) return;
    const Items items = items_of(stage.state, room, keys);
    if (items.empty()) return;
    if (room.size() > stage.state.config.limits.metadata_sync_members_max) {
        Draft later = numeric_draft(stage, wire::Numeric::rpl_metadatasynclater);
        return stage.replies.add(later.add(room.name()));
    }
    stage.replies.open_batch("metadata", room.name());
    const bool whole = send_items(stage, items);
    stage.replies.close_batch();
    if (!whole) stage.replies.reply(list_was_cut("METADATA"));
}

void show_metadata(Stage& stage, const Session& session, const room::User& user) {
    show_metadata(stage, session, user, keys_of(session));
}

void show_metadata(Stage& stage, const Session& session, const room::User& user,
                   const MetadataKeys& keys) {
    if (!session.has(Capability::metadata)) return;
    send_items(stage, items_of(stage.state, user, keys));
}

void show_own_metadata(Stage& stage, const Session& session, const room::User& user) {
    BRUSIO_ASSERT(stage.replies.session() == &session);
    if (!session.has(Capability::metadata)) return;
    stage.replies.open_batch("metadata", user.nick());
    for (const auto& [key, value] : metadata_of(stage.state, user)) {
        stage.replies.add(line_of(stage, {user.nick(), key, value}));
    }
    stage.replies.close_batch();
}

void send_metadata_sync(Stage& stage, const Session& session, const MetadataTarget& target) {
    const MetadataKeys& keys = keys_of(session);
    const Items items = target.room == nullptr ? items_of(stage.state, *target.user, keys)
                                               : items_of(stage.state, *target.room, keys);
    stage.replies.open_answer_batch("metadata", target.name());
    const bool whole = send_items(stage, items);
    stage.replies.close_batch();
    if (!whole) stage.replies.reply(list_was_cut("METADATA"));
}

}  // namespace brusio::session
