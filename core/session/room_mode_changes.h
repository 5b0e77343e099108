#pragma once

#include <deque>
#include <string>
#include <vector>

#include "core/room/admission.h"
#include "core/room/room.h"
#include "core/session/command.h"
#include "core/wire/mode_text.h"

namespace brusio::session {

/// Carries out one MODE command on a room: each change is checked against the rank of whoever asks
/// (core/room/admission.h) and against its own rules; what did change is told to the room at the
/// end, what could not be is answered at once. Lives for one command.
class RoomModeChanges {
 public:
    RoomModeChanges(CommandContext& context, room::Room& room);

    /// Any letter of room_mode_syntax(). One that needs an argument and has none is passed over
    /// (Modern IRC, MODE message), but for a key that is taken away.
    void apply(const wire::ModeChange& request);
    /// Tells the room what has become another, if anything has.
    void announce();

 private:
    [[nodiscard]] bool is_allowed(room::Change change);
    void refuse_for_rank();
    /// False if the store takes nothing now, which is said once.
    bool can_be_stored();
    void refuse_value(const wire::ModeChange& request, std::string_view why);
    void changed(const wire::ModeChange& request, std::string argument = {});

    void apply_flag(const wire::ModeChange& request);
    void apply_password(const wire::ModeChange& request);
    void apply_members_max(const wire::ModeChange& request);
    void apply_rank(const wire::ModeChange& request);
    void apply_list(const wire::ModeChange& request);
    void add_mask(const wire::ModeChange& request, room::MaskList list, room::MaskEntry entry);

    CommandContext& context_;
    room::Room& room_;
    const room::Member* member_;  // null: an outsider
    std::vector<wire::ModeChange> changes_;
    std::deque<std::string> arguments_;  // of the changes; stay where they are
    bool refused_for_rank_ = false;
    bool refused_for_store_ = false;
};

}  // namespace brusio::session
