#include "core/session/metadata.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/room/admission.h"
#include "core/session/hostmask.h"
#include "core/session/room_keeping.h"
#include "core/session/room_standing.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

using wire::Capability;

bool is_open_to(const ServerState& state, const room::User& asker, const room::Room& room) {
    if (room.has_member(asker.id())) return true;
    const bool is_for_others = room.is(room::RoomFlag::accounts_enter) && !asker.profile.account_id;
    const bool has_door = room.is(room::RoomFlag::invite_only) || !room.password().empty();
    return !has_door && !is_for_others && !is_banned(state, asker, room);
}

/// `metadata` with the changes; a key for which there is no room any more is left out.
Metadata changed(Metadata metadata, const MetadataChanges& changes, std::size_t keys_max) {
    for (const auto& [key, value] : changes) {
        if (!value) {
            metadata.erase(key);
        } else if (metadata.size() < keys_max || metadata.contains(key)) {
            metadata[key] = *value;
        }
    }
    return metadata;
}

/// What would be there if it registered now.
Metadata metadata_of_newcomer(const ServerState& state, const Session& session) {
    const Introduction& said = *session.introduction;
    const AccountRecord* account = state.accounts.find(said.account);
    return changed(account == nullptr ? Metadata{} : account->metadata, said.metadata,
                   state.config.limits.metadata_keys_max);
}

void note_changes(const ServerState& state, Session& session, const Metadata& after) {
    const Metadata before = metadata_of_newcomer(state, session);
    MetadataChanges& changes = session.introduction->metadata;
    const AccountRecord* account = state.accounts.find(session.introduction->account);
    for (const auto& [key, value] : before) {
        if (after.contains(key)) continue;
        changes.erase(key);
        if (account != nullptr && account->metadata.contains(key)) changes[key] = std::nullopt;
    }
    for (const auto& [key, value] : after) {
        const auto found = before.find(key);
        if (found == before.end() || found->second != value) changes[key] = value;
    }
}

}  // namespace

Reply metadata_failure(std::string code, std::vector<std::string> params, std::string text) {
    return Reply::specified_fail("METADATA", std::move(code), std::move(params), std::move(text));
}

MetadataDialect metadata_dialect(const Session& session) {
    return session.has(Capability::metadata_3) ? MetadataDialect::third : MetadataDialect::second;
}

bool reads_metadata(const Session& session) {
    return session.has(Capability::metadata) || session.has(Capability::metadata_3);
}

void forget_subscriptions_if_deaf(Session& session, wire::CapabilitySet before) {
    const bool had = before.has(Capability::metadata) || before.has(Capability::metadata_3);
    const bool is_deaf = (had && !reads_metadata(session)) ||
                         (before.has(Capability::batch) && !session.has(Capability::batch));
    if (is_deaf) session.metadata_keys.reset();
}

std::string_view MetadataTarget::name() const {
    BRUSIO_ASSERT((user != nullptr) + (room != nullptr) + (newcomer != nullptr) == 1);
    if (newcomer != nullptr) return "*";
    return user == nullptr ? room->name() : user->nick();
}

std::optional<MetadataTarget> find_metadata_target(const ServerState& state, Session& asker,
                                                   std::string_view name) {
    room::User* own = state.roster.find_user(asker.user);
    if (name == "*" && own == nullptr) return MetadataTarget{nullptr, nullptr, &asker};
    if (own == nullptr) return std::nullopt;
    if (name == "*") return MetadataTarget{own};
    if (wire::is_room_name(name)) {
        room::Room* room = find_visible_room(state, *own, name);
        if (room == nullptr || !is_open_to(state, *own, *room)) return std::nullopt;
        return MetadataTarget{nullptr, room};
    }
    room::User* user = find_user(state, name);
    if (user == nullptr) return std::nullopt;
    return MetadataTarget{user};
}

bool may_change_metadata(const ServerState& state, const Session& asker,
                         const MetadataTarget& target) {
    if (target.newcomer != nullptr) return target.newcomer == &asker;
    if (target.user != nullptr) return target.user->id() == asker.user;
    const room::User* own = state.roster.find_user(asker.user);
    BRUSIO_ASSERT(own != nullptr);
    const room::Standing standing = standing_of(state, *own, *target.room);
    return room::may_change(standing, room::Change::metadata) == room::Permission::ok;
}

const Metadata& metadata_of(const ServerState& state, const room::User& user) {
    const AccountRecord* account = state.accounts.find(user.profile.account_id);
    return account == nullptr ? user.profile.metadata : account->metadata;
}

Metadata metadata_of(const ServerState& state, const MetadataTarget& target) {
    if (target.newcomer != nullptr) return metadata_of_newcomer(state, *target.newcomer);
    return target.room == nullptr ? metadata_of(state, *target.user) : target.room->metadata();
}

void set_metadata(Stage& stage, const MetadataTarget& target, Metadata metadata) {
    BRUSIO_ASSERT(metadata != metadata_of(stage.state, target));
    if (target.newcomer != nullptr) return note_changes(stage.state, *target.newcomer, metadata);
    if (target.room != nullptr) {
        target.room->metadata() = std::move(metadata);
        return save_room(stage, *target.room);
    }
    room::Profile& profile = target.user->profile;
    AccountRecord* account = stage.state.accounts.find(profile.account_id);
    if (account == nullptr) {
        profile.metadata = std::move(metadata);
        return;
    }
    account->metadata = std::move(metadata);
    stage.effects.writes.emplace_back(SaveAccount{*account});
}

void keep_metadata_changes(Stage& stage, const MetadataChanges& changes, room::User& user) {
    const bool is_kept = static_cast<bool>(user.profile.account_id);
    if (is_kept && stage.state.store_health != StoreHealth::accepting) return;
    const Metadata& before = metadata_of(stage.state, user);
    Metadata after = changed(before, changes, stage.state.config.limits.metadata_keys_max);
    if (after != before) set_metadata(stage, MetadataTarget{&user}, std::move(after));
}

bool valid_metadata_key(std::string_view key) {
    constexpr std::string_view others = "_./-";
    const auto is_allowed = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || others.find(c) != others.npos;
    };
    return !key.empty() && key.size() <= Limits::metadata_key_bytes_max &&
           std::all_of(key.begin(), key.end(), is_allowed);
}

std::string metadata_value(const Limits& limits) {
    return "before-connect,max-subs=" + std::to_string(limits.metadata_subscriptions_max) +
           ",max-keys=" + std::to_string(limits.metadata_keys_max) +
           ",max-key-bytes=" + std::to_string(Limits::metadata_key_bytes_max) +
           ",max-value-bytes=" + std::to_string(limits.metadata_value_bytes_max);
}

}  // namespace brusio::session
