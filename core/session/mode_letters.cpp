#include "core/session/mode_letters.h"

#include <array>
#include <charconv>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

using room::MaskList;
using room::Rank;
using room::RoomFlag;
using room::UserFlag;

constexpr std::array<RankLetter, 3> ranks{{
    {Rank::room_operator, 'o', '@'},
    {Rank::half_operator, 'h', '%'},
    {Rank::voice, 'v', '+'},
}};

constexpr std::array<RoomFlagLetter, 8> room_flags{{
    {RoomFlag::no_ctcp, 'C'},
    {RoomFlag::accounts_speak, 'M'},
    {RoomFlag::accounts_enter, 'R'},
    {RoomFlag::invite_only, 'i'},
    {RoomFlag::moderated, 'm'},
    {RoomFlag::no_external, 'n'},
    {RoomFlag::secret, 's'},
    {RoomFlag::topic_locked, 't'},
}};

constexpr std::array<RoomRateLetter, room::room_rates> rates{{
    {room::RoomRate::nick_changes, 'F'},
    {room::RoomRate::joins, 'j'},
}};

/// Those of the settings whose letter has a value with '+' alone.
constexpr std::array when_set_modes{rates[0].mode, rates[1].mode, room_members_max_letter};

constexpr std::array<MaskListLetter, 3> lists{{
    {MaskList::bans, 'b'},
    {MaskList::ban_exceptions, 'e'},
    {MaskList::invite_exceptions, 'I'},
}};

constexpr std::array<UserFlagLetter, 7> user_flags{{
    {UserFlag::bot, 'B'},
    {UserFlag::accounts_only, 'R'},
    {UserFlag::caller_id, 'g'},
    {UserFlag::invisible, 'i'},
    {UserFlag::server_operator, 'o', false},
    {UserFlag::server_notices, 's', false},
    {UserFlag::wallops, 'w'},
}};

template <class Row, std::size_t count>
constexpr std::array<char, count> modes_of(const std::array<Row, count>& rows) {
    std::array<char, count> modes{};
    for (std::size_t i = 0; i < count; ++i) modes.at(i) = rows.at(i).mode;
    return modes;
}

constexpr std::array rank_modes = modes_of(ranks);
constexpr std::array room_flag_modes = modes_of(room_flags);
constexpr std::array list_modes = modes_of(lists);

constexpr wire::ModeSyntax room_syntax{
    .list = {list_modes.data(), list_modes.size()},
    .always = {&room_password_letter, 1},
    .when_set = {when_set_modes.data(), when_set_modes.size()},
    .never = {room_flag_modes.data(), room_flag_modes.size()},
    .rank = {rank_modes.data(), rank_modes.size()},
};

}  // namespace

std::span<const RankLetter> rank_letters() { return ranks; }

char prefix_char(room::Rank rank) {
    for (const RankLetter& row : ranks) {
        if (row.rank == rank) return row.prefix;
    }
    BRUSIO_ASSERT(false && "every rank has a row");
    return ' ';
}

std::optional<room::Rank> rank_of_prefix(char prefix) {
    for (const RankLetter& row : ranks) {
        if (row.prefix == prefix) return row.rank;
    }
    return std::nullopt;
}

std::optional<room::Rank> rank_of_mode(char mode) {
    for (const RankLetter& row : ranks) {
        if (row.mode == mode) return row.rank;
    }
    return std::nullopt;
}

std::string letters_of_ranks(room::RankSet held) {
    std::string letters;
    for (const RankLetter& row : ranks) {
        if (held.has(row.rank)) letters += row.mode;
    }
    return letters;
}

room::RankSet ranks_of_letters(std::string_view letters) {
    room::RankSet result;
    for (const char letter : letters) {
        if (const auto rank = rank_of_mode(letter)) result.set(*rank, room::Turn::on);
    }
    return result;
}

std::span<const RoomFlagLetter> room_flag_letters() { return room_flags; }

std::span<const RoomRateLetter> room_rate_letters() { return rates; }

std::optional<room::Rate> read_rate(std::string_view text) {
    constexpr std::uint32_t value_max = 3600;
    room::Rate rate;
    const char* const end = text.data() + text.size();
    const auto [colon, no_count] = std::from_chars(text.data(), end, rate.count);
    if (no_count != std::errc{} || colon == end || *colon != ':') return std::nullopt;
    const auto [stop, no_seconds] = std::from_chars(colon + 1, end, rate.seconds);
    const bool is_whole = no_seconds == std::errc{} && (stop == end || *stop == ' ');
    const bool counts = rate.count >= 1 && rate.count <= value_max;
    const bool passes = rate.seconds >= 1 && rate.seconds <= value_max;
    return is_whole && counts && passes ? std::optional{rate} : std::nullopt;
}

std::string rate_text(const room::Rate& rate) {
    return std::to_string(rate.count) + ":" + std::to_string(rate.seconds);
}

std::span<const MaskListLetter> mask_list_letters() { return lists; }

std::span<const UserFlagLetter> user_flag_letters() { return user_flags; }

const wire::ModeSyntax& room_mode_syntax() { return room_syntax; }

}  // namespace brusio::session
