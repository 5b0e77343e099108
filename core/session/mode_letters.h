#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/room/member.h"
#include "core/room/room.h"
#include "core/room/user.h"
#include "core/wire/mode_text.h"

namespace brusio::session {

// The letters of IRC for what the domain calls by name. One table each; ISUPPORT, 004, MODE and WHO
// read them (Modern IRC, "Modes").

struct RankLetter {
    room::Rank rank;
    char mode;    // o h v
    char prefix;  // @ % +
};
/// Highest first.
[[nodiscard]] std::span<const RankLetter> rank_letters();
[[nodiscard]] char prefix_char(room::Rank rank);
[[nodiscard]] std::optional<room::Rank> rank_of_prefix(char prefix);
[[nodiscard]] std::optional<room::Rank> rank_of_mode(char mode);
/// "ov": every rank's mode letter, highest first; and back again, where other letters mean nothing.
[[nodiscard]] std::string letters_of_ranks(room::RankSet ranks);
[[nodiscard]] room::RankSet ranks_of_letters(std::string_view letters);

struct RoomFlagLetter {
    room::RoomFlag flag;
    char mode;  // C M R i m n s t
};
[[nodiscard]] std::span<const RoomFlagLetter> room_flag_letters();

struct RoomRateLetter {
    room::RoomRate rate;
    char mode;  // j F
};
[[nodiscard]] std::span<const RoomRateLetter> room_rate_letters();
/// "5:10" is five in ten seconds; nothing if the text does not begin with such a rate.
[[nodiscard]] std::optional<room::Rate> read_rate(std::string_view text);
[[nodiscard]] std::string rate_text(const room::Rate& rate);

struct MaskListLetter {
    room::MaskList list;
    char mode;  // b e I
};
[[nodiscard]] std::span<const MaskListLetter> mask_list_letters();

struct UserFlagLetter {
    room::UserFlag flag;
    char mode;            // B R g i o s w
    bool is_kept = true;  // for accounts, over the end of their sessions and of the server
};
[[nodiscard]] std::span<const UserFlagLetter> user_flag_letters();

inline constexpr char room_password_letter = 'k';
inline constexpr char room_members_max_letter = 'l';

/// Which letters of rooms take parameters: CHANMODES and PREFIX as one.
[[nodiscard]] const wire::ModeSyntax& room_mode_syntax();

}  // namespace brusio::session
