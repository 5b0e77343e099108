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

/// Tells all of the user's sessions; `head` is the beginning of the line. Gives the letters.
std::string announce(CommandContext& context, const room::User& user, const Draft& head,
                     const std::vector<wire::ModeChange>& changes) {
    const wire::ModeTextLimits limits{Limits::params_max - 2,
                                      text_bytes_left({":", head.source, "MODE", user.nick()})};
    std::string all;
    for (const wire::ModeText& text : wire::mode_texts(changes, limits)) {
        Draft draft = head;
        draft.with({user.nick(), text.letters});
        context.fanout().to_user(user, draft);
        all += text.letters;
    }
    return all;
}

/// Applies the modes that exist. Gives those that have become others.
std::vector<wire::ModeChange> apply(CommandContext& context, room::User& user,
                                    std::string_view modes, bool& unknown) {
    Turn turn = Turn::on;
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
    return changes;
}

std::string change(CommandContext& context, room::User& user, const Draft& head,
                   std::string_view modes) {
    bool unknown = false;
    const std::vector<wire::ModeChange> changes = apply(context, user, modes, unknown);
    std::string letters = announce(context, user, head, changes);
    if (unknown) context.replies().numeric(wire::Numeric::err_umodeunknownflag);
    return letters;
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
    const std::string source = source_of(user);
    change(context, user, from_user(user, source, "MODE"), modes);
}

std::string force_user_modes(CommandContext& context, room::User& user, std::string_view modes) {
    return change(context, user, context.stage.from_server("MODE"), modes);
}

}  // namespace brusio::session
