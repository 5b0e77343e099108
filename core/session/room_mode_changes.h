#pragma once

#include <cstdint>
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
    /// By what right: a rank in the room, and a server operator's power where that is not enough;
    /// or by that power alone.
    enum class Power : std::uint8_t { rank, server_operator };

    RoomModeChanges(CommandContext& context, room::Room& room, Power power = Power::rank);

    /// Any letter of room_mode_syntax(). A value that is missing is answered like a wrong one, but
    /// for a key that is taken away and a nick (Modern IRC, ERR_INVALIDMODEPARAM).
    void apply(const wire::ModeChange& request);
    /// Tells the room what has become another, if anything has. `action` is what the audit calls it
    /// if it took a server operator's power.
    void announce(std::string_view action = "MODE");

 private:
    [[nodiscard]] bool is_allowed(room::Change change);
    [[nodiscard]] bool passes(room::Permission permission);
    void refuse_for_rank();
    /// False if the store takes nothing now, which is said once.
    bool can_be_stored();
    void refuse_value(const wire::ModeChange& request, std::string_view why);
    void refuse_missing(const wire::ModeChange& request);
    void changed(const wire::ModeChange& request, std::string argument = {});

    void apply_flag(const wire::ModeChange& request);
    void apply_password(const wire::ModeChange& request);
    void apply_members_max(const wire::ModeChange& request);
    void apply_value(const wire::ModeChange& request);
    void apply_rate(const wire::ModeChange& request, room::RoomRate which);
    void apply_rank(const wire::ModeChange& request);
    void keep_rank(const room::User& target, const room::Member& member, room::Rank rank,
                   room::Turn turn);
    void note_absent_rank(const room::User& target, const wire::ModeChange& request);
    void note_absent_mask(room::MaskList list, const room::MaskEntry& entry);
    void apply_list(const wire::ModeChange& request);
    void add_mask(const wire::ModeChange& request, room::MaskList list, room::MaskEntry entry);

    CommandContext& context_;
    room::Room& room_;
    room::Standing standing_;
    Power power_;
    bool by_override_ = false;
    std::vector<wire::ModeChange> changes_;
    std::deque<std::string> arguments_;  // of the changes; stay where they are
    bool refused_for_rank_ = false;
    bool refused_for_store_ = false;
};

}  // namespace brusio::session
