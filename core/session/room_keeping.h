#pragma once

#include "core/ports/records.h"
#include "core/session/reply.h"
#include "core/session/room_standing.h"
#include "core/session/stage.h"

namespace brusio::session {

// What outlives the server of a room. Whoever changes a room writes it down with save_room in the
// same input; that keeps the record in step with the room, and the peers hear of the change when it
// is durable.

/// The setting bars some from coming in or from speaking.
[[nodiscard]] bool keeps_people_out(room::RoomFlag flag);

/// A room as the store keeps it.
[[nodiscard]] RoomRecord record_of(const room::Room& room);

/// Makes the rooms that the store held, with nobody in them. Those without a founder wait for their
/// people until `ServerState::rooms_wait_until`.
void restore_rooms(ServerState& state, const std::vector<KeptRoom>& kept, MonoTime now);

/// Ends the rooms that still wait for their people.
void end_waiting_rooms(Stage& stage);

void save_room(Stage& stage, const room::Room& room);

/// The room ends, and its log with it. Call before the roster drops it.
void forget_room(Stage& stage, const room::Room& room);

/// Ends a room without members.
void end_room(Stage& stage, room::Room& room);

/// The newcomer has made the room: an account becomes its founder, unless it founded too many
/// or the room belongs to the server.
void found_room(Stage& stage, room::Room& room, const room::User& maker);

/// May the account be the founder of one more room?
[[nodiscard]] bool may_found(const ServerState& state, AccountId account);

/// Why nothing of `target` can be changed now; none while the store takes writes.
[[nodiscard]] Outcome store_refusal(const Stage& stage, std::string_view command,
                                    std::string_view target);

}  // namespace brusio::session
