#include "core/session/user_modes.h"

#include <vector>

#include "core/base/assert.h"
#include "core/session/line_budget.h"
#include "core/session/mode_letters.h"
#include "core/wire/mode_text.h"

namespace brusio::session {

namespace {

using room::Turn;
using room::UserFlag;

const UserFlagLetter* row_of(char letter) {
    for (const UserFlagLetter& row : user_flag_letters()) {
        if (row.mode == letter) return &row;
    }
    return nullptr;
}

/// True if the flag is another one afterwards.
bool turn_flag(ServerState& state, room::User& user, UserFlag flag, Turn turn) {
    if (flag == UserFlag::server_operator) {
        if (turn == Turn::on) return false;  // that is what OPER is for
        user.profile.operator_name.clear();
    }
    return state.roster.set_flag(user, flag, turn);
}

void announce(CommandContext& context, const room::User& user,
              const std::vector<wire::ModeChange>& changes) {
    const std::string source = source_of(user);
    const wire::ModeTextLimits limits{Limits::params_max - 2,
                                      text_bytes_left({":", source, "MODE", user.nick()})};
    for (const wire::ModeText& text : wire::mode_texts(changes, limits)) {
        Draft draft = from_user(user, source, "MODE");
        draft.with({user.nick(), text.letters});
        context.fanout().to_user(user, draft);
    }
}

}  // namespace

std::string user_modes_text(const room::User& user) {
    std::string text = "+";
    for (const UserFlagLetter& row : user_flag_letters()) {
        if (user.is(row.flag)) text += row.mode;
    }
    return text;
}

void change_user_modes(CommandContext& context, room::User& user, std::string_view modes) {
    BRUSIO_ASSERT(context.session.user == user.id());
    Turn turn = Turn::on;
    bool unknown = false;
    std::vector<wire::ModeChange> changes;
    for (const char letter : modes) {
        if (letter == '+' || letter == '-') {
            turn = letter == '+' ? Turn::on : Turn::off;
            continue;
        }
        const UserFlagLetter* row = row_of(letter);
        unknown = unknown || row == nullptr;
        if (row == nullptr || !turn_flag(context.state(), user, row->flag, turn)) continue;
        const auto sign = turn == Turn::on ? wire::ModeSign::plus : wire::ModeSign::minus;
        changes.push_back({sign, letter, {}, wire::ModeRequest::change});
    }
    announce(context, user, changes);
    // The modes that exist are applied, then the others are complained of, once.
    if (unknown) context.replies().numeric(wire::Numeric::err_umodeunknownflag);
}

}  // namespace brusio::session
