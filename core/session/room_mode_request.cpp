#include "core/session/room_mode_request.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/session/mode_letters.h"

namespace brusio::session {

namespace {

template <class Rows>
bool has_letter(const Rows& rows, char letter) {
    return std::any_of(rows.begin(), rows.end(),
                       [&](const auto& row) { return row.mode == letter; });
}

void add_once(char letter, std::string& letters) {
    if (letters.find(letter) == std::string::npos) letters += letter;
}

/// Unknown letters are told back as a parameter: only what can stand there.
char shown_letter(char letter) {
    return letter > ' ' && letter < 0x7F && letter != ':' ? letter : '?';
}

enum class Argument : std::uint8_t { none, if_there, needed };

Argument argument_of(RoomModeKind kind, room::Turn turn) {
    switch (kind) {
        case RoomModeKind::flag: return Argument::none;
        case RoomModeKind::members_max:
            return turn == room::Turn::on ? Argument::needed : Argument::none;
        case RoomModeKind::password:
            // Type B has a parameter both ways; taking a key away works without it, too.
            return turn == room::Turn::on ? Argument::needed : Argument::if_there;
        case RoomModeKind::list: return Argument::if_there;
        case RoomModeKind::rank: break;
    }
    return Argument::needed;
}

class Parser {
 public:
    Parser(std::span<const std::string_view> arguments, std::size_t with_param_max)
        : arguments_(arguments), with_param_max_(with_param_max) {}

    void read(char letter) {
        if (letter == '+' || letter == '-') {
            turn_ = letter == '+' ? room::Turn::on : room::Turn::off;
            return;
        }
        const std::optional<RoomModeKind> kind = room_mode_kind(letter);
        if (!kind) return add_once(shown_letter(letter), requests_.unknown);
        const Argument argument = argument_of(*kind, turn_);
        if (argument == Argument::none || arguments_.empty()) {
            without_param(*kind, letter, argument);
        } else {
            with_param(*kind, letter);
        }
    }

    [[nodiscard]] RoomModeRequests take() { return std::move(requests_); }

 private:
    void without_param(RoomModeKind kind, char letter, Argument argument) {
        if (argument == Argument::needed) return;
        if (kind == RoomModeKind::list) return add_once(letter, requests_.queries);
        requests_.changes.push_back({kind, turn_, letter, {}});
    }

    void with_param(RoomModeKind kind, char letter) {
        const std::string_view param = arguments_.front();
        arguments_ = arguments_.subspan(1);
        if (with_param_count_ == with_param_max_) return;
        ++with_param_count_;
        requests_.changes.push_back({kind, turn_, letter, param});
    }

    std::span<const std::string_view> arguments_;
    std::size_t with_param_max_;
    std::size_t with_param_count_ = 0;
    room::Turn turn_ = room::Turn::on;
    RoomModeRequests requests_;
};

}  // namespace

std::optional<RoomModeKind> room_mode_kind(char letter) {
    if (letter == 'k') return RoomModeKind::password;
    if (letter == 'l') return RoomModeKind::members_max;
    if (has_letter(mask_list_letters(), letter)) return RoomModeKind::list;
    if (has_letter(room_flag_letters(), letter)) return RoomModeKind::flag;
    if (has_letter(rank_letters(), letter)) return RoomModeKind::rank;
    return std::nullopt;
}

RoomModeRequests parse_room_modes(std::span<const std::string_view> params,
                                  std::size_t with_param_max) {
    BRUSIO_ASSERT(!params.empty());
    Parser parser(params.subspan(1), with_param_max);
    for (const char letter : params.front()) parser.read(letter);
    return parser.take();
}

}  // namespace brusio::session
