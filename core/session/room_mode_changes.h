#pragma once

#include <string>
#include <vector>

#include "core/room/room.h"
#include "core/session/command.h"
#include "core/session/mode_text.h"
#include "core/session/room_mode_request.h"

namespace brusio::session {

/// Carries out one MODE command on a room: each change is checked against the rank of whoever asks
/// (core/room/admission.h) and against its own rules; what did change is told to the room at the
/// end, what could not be is answered at once. Lives for one command.
class RoomModeChanges {
 public:
    RoomModeChanges(CommandContext& context, room::Room& room);

    void apply(const RoomModeRequest& request);
    /// Tells the room what has become another, if anything has.
    void announce();

 private:
    [[nodiscard]] bool is_allowed(room::Change change);
    void refuse_for_rank();
    void refuse_value(const RoomModeRequest& request, std::string_view why);
    void changed(const RoomModeRequest& request, std::string param = {});

    void apply_flag(const RoomModeRequest& request);
    void apply_password(const RoomModeRequest& request);
    void apply_members_max(const RoomModeRequest& request);
    void apply_rank(const RoomModeRequest& request);
    void apply_list(const RoomModeRequest& request);
    void add_mask(const RoomModeRequest& request, room::MaskList list, std::string mask);

    CommandContext& context_;
    room::Room& room_;
    const room::Member* member_;  // null: an outsider
    std::vector<ModeChange> changes_;
    bool refused_for_rank_ = false;
};

}  // namespace brusio::session
