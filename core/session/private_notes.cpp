#include "core/session/private_notes.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/accounts/presence.h"
#include "core/session/metadata_view.h"
#include "core/session/party_names.h"
#include "core/session/room_keeping.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

constexpr std::string_view room_prefix = "room:";

/// Rooms by the keys of notes.
std::string key_of(const room::Room& room) {
    BRUSIO_ASSERT(room.conversation());
    return std::string{room_prefix} + std::to_string(room.conversation().value);
}

/// Null if the room is gone.
const room::Room* find_by_key(const RoomsByLog& rooms, std::string_view target) {
    BRUSIO_ASSERT(target.starts_with(room_prefix));
    target.remove_prefix(room_prefix.size());
    ConversationId log;
    std::from_chars(target.data(), target.data() + target.size(), log.value);
    const auto found = rooms.find(log);
    return found == rooms.end() ? nullptr : found->second;
}

/// Notes about rooms that are gone make room for others.
void forget_gone_rooms(Stage& stage, AccountId account) {
    const RoomsByLog rooms = rooms_by_log(stage.state);
    std::vector<std::pair<std::string, std::string>> gone;
    for (const auto& [target, metadata] : stage.state.private_notes.of(account)) {
        if (!target.starts_with(room_prefix) || find_by_key(rooms, target) != nullptr) continue;
        for (const auto& [key, value] : metadata) gone.emplace_back(target, key);
    }
    for (const auto& [target, key] : gone) {
        stage.state.private_notes.remove(account, target, key);
        stage.effects.writes.emplace_back(RemovePrivateNote{account, target, key});
    }
}

/// As the session's draft of metadata has it, for somebody called `nick`.
Draft line_of(const Stage& stage, const Session& session, std::string_view nick,
              const MetadataItem& item) {
    if (metadata_dialect(session) == MetadataDialect::third) {
        return metadata_numeric(stage, nick, item);
    }
    Draft line = stage.from_server("METADATA").with({item.target, item.key, "*"});
    if (item.value != nullptr) line.text(*item.value);
    return line;
}

void tell_own_sessions(CommandContext& context, const NoteTarget& target, const std::string& key,
                       const std::optional<std::string>& value) {
    const MetadataItem item{target.name, key, value ? &*value : nullptr};
    for (const LinkId link : context.user().links()) {
        const Session& session = *context.state().sessions.find(link);
        if (link == context.session.link || !subscriptions_of(session).contains(key)) continue;
        context.fanout().to_link(link,
                                 line_of(context.stage, session, context.user().nick(), item));
    }
}

Outcome refusal_of(CommandContext& context, const NoteTarget& target, const std::string& key,
                   const std::optional<std::string>& value) {
    const Limits& limits = context.state().config.limits;
    const AccountId account = context.user().profile.account_id;
    if (!account) {
        return metadata_failure("KEY_NO_PERMISSION", {target.name, key},
                                "This is kept for accounts: log in first");
    }
    const bool is_set = notes_about(context.state(), context.user(), target).contains(key);
    if (!value && !is_set) {
        return metadata_failure("KEY_NOT_SET", {target.name, key}, "The key is not set");
    }
    if (value && value->size() > limits.metadata_value_bytes_max) {
        return metadata_failure("VALUE_INVALID", {},
                                "The value is longer than " +
                                    std::to_string(limits.metadata_value_bytes_max) + " bytes");
    }
    if (Outcome refusal = store_refusal(context.stage, "METADATA", target.name)) return refusal;
    const std::size_t notes_max = limits.private_notes_per_account_max;
    const PrivateNoteBook& book = context.state().private_notes;
    if (!value || is_set || book.count(account) < notes_max) return done;
    forget_gone_rooms(context.stage, account);
    if (book.count(account) < notes_max) return done;
    return metadata_failure("LIMIT_REACHED", {target.name},
                            "You have noted " + std::to_string(notes_max) +
                                " things for yourself: take one away first");
}

/// What the notes are about is called so now; empty if the user may not see it, or it is gone.
std::string name_of_target(const ServerState& state, const room::User& user,
                           const RoomsByLog& rooms, const std::string& target) {
    if (!target.starts_with(room_prefix)) return name_of(state, Party::of_key(target));
    const room::Room* room = find_by_key(rooms, target);
    return room != nullptr && may_see(user, *room) ? room->name() : std::string{};
}

}  // namespace

bool is_private_key(std::string_view key) { return key.starts_with("soju.im/"); }

std::optional<NoteTarget> find_note_target(const ServerState& state, const room::User& user,
                                           std::string_view name) {
    if (name == "*") return NoteTarget{Party::of(user).key(), user.nick()};
    if (wire::is_room_name(name)) {
        const room::Room* room = find_visible_room(state, user, name);
        if (room == nullptr) return std::nullopt;
        return NoteTarget{key_of(*room), room->name()};
    }
    const bool is_nick = wire::valid_nick(name, state.config.limits.nick_bytes_max);
    if (!is_nick && find_user(state, name) == nullptr) return std::nullopt;
    return NoteTarget{party_named(state, name).key(), std::string{name}};
}

const Metadata& notes_about(const ServerState& state, const room::User& user,
                            const NoteTarget& target) {
    return state.private_notes.about(user.profile.account_id, target.key);
}

Outcome note_privately(CommandContext& context, const NoteTarget& target, const std::string& key,
                       const std::optional<std::string>& value) {
    BRUSIO_ASSERT(is_private_key(key));
    if (Outcome refusal = refusal_of(context, target, key, value)) return refusal;
    const AccountId account = context.user().profile.account_id;
    PrivateNoteBook& book = context.state().private_notes;
    if (value) {
        const PrivateNoteRecord note{account, target.key, key, *value};
        book.put(note);
        context.stage.effects.writes.emplace_back(SavePrivateNote{note});
    } else {
        book.remove(account, target.key, key);
        context.stage.effects.writes.emplace_back(RemovePrivateNote{account, target.key, key});
    }
    tell_own_sessions(context, target, key, value);
    return done;
}

void show_private_notes(Stage& stage, const Session& session, const room::User& user) {
    show_private_notes(stage, session, user, subscriptions_of(session));
}

void show_private_notes(Stage& stage, const Session& session, const room::User& user,
                        const MetadataKeys& keys) {
    BRUSIO_ASSERT(stage.replies.session() == &session);
    const auto& notes = stage.state.private_notes.of(user.profile.account_id);
    if (notes.empty() || !reads_metadata(session)) return;
    const bool asks = std::any_of(keys.begin(), keys.end(), is_private_key);
    if (!asks) return;
    stage.replies.let_wait();
    const RoomsByLog rooms = rooms_by_log(stage.state);
    for (const auto& [target, metadata] : notes) {
        const std::string name = name_of_target(stage.state, user, rooms, target);
        if (name.empty()) continue;
        for (const auto& [key, value] : metadata) {
            if (!keys.contains(key)) continue;
            stage.replies.add(line_of(stage, session, user.nick(), {name, key, &value}));
        }
    }
}

}  // namespace brusio::session
