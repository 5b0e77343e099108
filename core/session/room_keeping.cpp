#include "core/session/room_keeping.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/cloak.h"
#include "core/session/extended_mask.h"
#include "core/session/mode_letters.h"
#include "core/session/room_standing.h"

namespace brusio::session {

namespace {

std::vector<MaskRecord> masks_of(const room::Room& room, room::MaskList list) {
    std::vector<MaskRecord> masks;
    for (const room::MaskEntry& entry : room.list(list)) {
        masks.push_back({entry.mask, entry.set_by, entry.when});
    }
    return masks;
}

void restore_masks(const ServerState& state, room::Room& room, room::MaskList list,
                   const std::vector<MaskRecord>& masks) {
    for (const MaskRecord& mask : masks) {
        std::optional<room::MaskEntry> entry = read_mask(mask.mask);
        if (!entry) continue;  // nothing that a room was ever given
        entry->set_by = shown_source(state, mask.set_by);
        entry->when = mask.when;
        room.add_to_list(list, *std::move(entry), masks.size());
    }
}

void restore_settings(const ServerState& state, room::Room& room, const RoomRecord& record) {
    room.set_conversation(record.id);
    room.set_founder(record.founder);
    room.set_topic({record.topic, shown_source(state, record.topic_set_by), record.topic_when});
    for (const RoomFlagLetter& row : room_flag_letters()) {
        const bool is_on = record.modes.find(row.mode) != std::string::npos;
        if (is_on) room.set_flag(row.flag, room::Turn::on);
    }
    for (const RoomRateLetter& row : room_rate_letters()) {
        const std::size_t at = record.modes.find(row.mode);
        if (at == std::string::npos) continue;
        const auto rate = read_rate(std::string_view{record.modes}.substr(at + 1));
        if (rate) room.rate(row.rate).set_rate(*rate);
    }
    room.set_password(record.password);
    room.set_members_max(record.members_max);
    restore_masks(state, room, room::MaskList::bans, record.bans);
    restore_masks(state, room, room::MaskList::ban_exceptions, record.ban_exceptions);
    restore_masks(state, room, room::MaskList::invite_exceptions, record.invite_exceptions);
    room.metadata() = record.metadata;
    for (const GrantRecord& grant : record.grants) {
        room.set_grant(grant.account, ranks_of_letters(grant.ranks));
    }
}

}  // namespace

bool keeps_people_out(room::RoomFlag flag) {
    using room::RoomFlag;
    return flag == RoomFlag::invite_only || flag == RoomFlag::moderated ||
           flag == RoomFlag::accounts_enter || flag == RoomFlag::accounts_speak;
}

RoomRecord record_of(const room::Room& room) {
    RoomRecord record;
    record.id = room.conversation();
    record.name = room.name();
    record.key = room.key();
    record.created = room.created();
    record.founder = room.founder();
    record.topic = room.topic().text;
    record.topic_set_by = room.topic().set_by;
    record.topic_when = room.topic().when;
    for (const RoomFlagLetter& row : room_flag_letters()) {
        if (room.is(row.flag)) record.modes += row.mode;
    }
    for (const RoomRateLetter& row : room_rate_letters()) {
        const room::Rate& rate = room.rate(row.rate).rate();
        if (rate.is_set()) record.modes += row.mode + rate_text(rate) + ' ';
    }
    record.password = room.password();
    record.members_max = room.members_max();
    record.bans = masks_of(room, room::MaskList::bans);
    record.ban_exceptions = masks_of(room, room::MaskList::ban_exceptions);
    record.invite_exceptions = masks_of(room, room::MaskList::invite_exceptions);
    record.metadata = room.metadata();
    for (const auto& [account, ranks] : room.grants()) {
        record.grants.push_back({account, letters_of_ranks(ranks)});
    }
    return record;
}

void restore_rooms(ServerState& state, const std::vector<KeptRoom>& kept, MonoTime now) {
    for (const KeptRoom& one : kept) {
        room::Room& room = state.roster.restore_room(one.room.name, one.room.key, one.room.created);
        restore_settings(state, room, one.room);
        room.log().resume(one.last.seq, one.last.time);
        if (is_permanent(state, room.key())) room.set_when_empty(room::WhenEmpty::stays);
    }
    if (!kept.empty()) state.rooms_wait_until = now + state.config.limits.rooms_wait;
}

void end_waiting_rooms(Stage& stage) {
    std::vector<room::Room*> waiting;
    stage.state.roster.for_each_room([&](room::Room& room) {
        if (room.when_empty() == room::WhenEmpty::waits) waiting.push_back(&room);
    });
    for (room::Room* room : waiting) end_room(stage, *room);
    stage.state.rooms_wait_until.reset();
}

void save_room(Stage& stage, const room::Room& room) {
    BRUSIO_ASSERT(room.conversation());
    stage.effects.writes.emplace_back(SaveRoom{record_of(room)});
}

void forget_room(Stage& stage, const room::Room& room) {
    stage.fanout.forget_room(room.id());
    stage.effects.writes.emplace_back(RemoveRoom{room.conversation()});
}

void end_room(Stage& stage, room::Room& room) {
    forget_room(stage, room);
    stage.state.roster.drop_room(room);
}

void found_room(Stage& stage, room::Room& room, const room::User& maker) {
    ServerState& state = stage.state;
    const bool is_of_server = belongs_to_server(state, room.key());
    room.set_conversation(ConversationId{++state.conversations_made});
    for (const RoomFlagLetter& row : room_flag_letters()) {
        const bool wanted = state.config.room_modes.find(row.mode) != std::string::npos;
        // Where nobody need be an operator nobody could undo what keeps people out.
        const bool holds = wanted && !(is_of_server && keeps_people_out(row.flag));
        if (holds) room.set_flag(row.flag, room::Turn::on);
    }
    if (is_permanent(state, room.key())) room.set_when_empty(room::WhenEmpty::stays);
    if (is_of_server) {
        settle_ranks(state, maker, room);
    } else if (const AccountId account = maker.profile.account_id) {
        if (may_found(state, account)) room.set_founder(account);
    }
    save_room(stage, room);
}

bool may_found(const ServerState& state, AccountId account) {
    BRUSIO_ASSERT(account);
    std::size_t count = 0;
    state.roster.for_each_room([&](const room::Room& room) {
        if (room.founder() == account) ++count;
    });
    return count < state.config.limits.rooms_founded_per_account_max;
}

Outcome store_refusal(const Stage& stage, std::string_view command, std::string_view target) {
    if (stage.state.store_health == StoreHealth::accepting) return done;
    return Reply::fail(std::string{command}, "STORE_UNAVAILABLE", {std::string{target}},
                       "Nothing can be stored at the moment; try again later");
}

}  // namespace brusio::session
