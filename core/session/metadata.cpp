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

bool is_open_to(const ServerState& state, const room::User& asker, const room::Room& room) {
    if (room.has_member(asker.id())) return true;
    const bool is_for_others = room.is(room::RoomFlag::accounts_enter) && !asker.profile.account_id;
    const bool has_door = room.is(room::RoomFlag::invite_only) || !room.password().empty();
    return !has_door && !is_for_others && !is_banned(state, asker, room);
}

}  // namespace

const std::string& MetadataTarget::name() const {
    BRUSIO_ASSERT((user == nullptr) != (room == nullptr));
    return user == nullptr ? room->name() : user->nick();
}

std::optional<MetadataTarget> find_metadata_target(const ServerState& state, room::User& asker,
                                                   std::string_view name) {
    if (name == "*") return MetadataTarget{&asker, nullptr};
    if (wire::is_room_name(name)) {
        room::Room* room = find_visible_room(state, asker, name);
        if (room == nullptr || !is_open_to(state, asker, *room)) return std::nullopt;
        return MetadataTarget{nullptr, room};
    }
    room::User* user = find_user(state, name);
    if (user == nullptr) return std::nullopt;
    return MetadataTarget{user, nullptr};
}

bool may_change_metadata(const ServerState& state, const room::User& asker,
                         const MetadataTarget& target) {
    if (target.user != nullptr) return target.user->id() == asker.id();
    const room::Standing standing = standing_of(state, asker, *target.room);
    return room::may_change(standing, room::Change::metadata) == room::Permission::ok;
}

const Metadata& metadata_of(const ServerState& state, const room::User& user) {
    const AccountRecord* account = state.accounts.find(user.profile.account_id);
    return account == nullptr ? user.profile.metadata : account->metadata;
}

const Metadata& metadata_of(const ServerState& state, const MetadataTarget& target) {
    return target.room == nullptr ? metadata_of(state, *target.user) : target.room->metadata();
}

void set_metadata(Stage& stage, const MetadataTarget& target, Metadata metadata) {
    BRUSIO_ASSERT(metadata != metadata_of(stage.state, target));
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

bool valid_metadata_key(std::string_view key) {
    constexpr std::string_view others = "_./-";
    const auto is_allowed = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || others.find(c) != others.npos;
    };
    return !key.empty() && key.size() <= Limits::metadata_key_bytes_max &&
           std::all_of(key.begin(), key.end(), is_allowed);
}

std::string metadata_value(const Limits& limits) {
    return "max-subs=" + std::to_string(limits.metadata_subscriptions_max) +
           ",max-keys=" + std::to_string(limits.metadata_keys_max) +
           ",max-value-bytes=" + std::to_string(limits.metadata_value_bytes_max);
}

}  // namespace brusio::session
