#include "core/session/user_modes.h"

#include <vector>

#include "core/base/assert.h"
#include "core/session/accounts/presence.h"
#include "core/session/line_budget.h"
#include "core/session/mode_letters.h"
#include "core/session/operators/privileges.h"
#include "core/session/operators/server_notices.h"
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

using Changes = std::vector<wire::ModeChange>;

void add_change(Changes& changes, char letter, Turn turn) {
    const auto sign = turn == Turn::on ? wire::ModeSign::plus : wire::ModeSign::minus;
    changes.push_back({sign, letter, {}, wire::ModeRequest::change});
}

/// Nobody becomes an operator here: that is what OPER is for.
void end_operator(ServerState& state, room::User& user, Changes& changes) {
    const bool read_notices = user.is(UserFlag::server_notices);
    if (!end_power(state, user)) return;
    add_change(changes, 'o', Turn::off);
    if (read_notices) add_change(changes, 's', Turn::off);
}

/// Which notices of the server an operator reads: those of the third parameter, or all.
void turn_notices(CommandContext& context, room::User& user, Turn turn, Changes& changes) {
    ServerState& state = context.state();
    if (turn == Turn::on) {
        if (user.id() != context.session.user) return;
        if (const Outcome refusal = refusal_without(state, user, Privilege::stats)) {
            return context.replies().reply(*refusal);
        }
        const auto before = state.notices.find(user.id());
        const NoticeSet chosen =
            choose_notices(before == state.notices.end() ? NoticeSet{} : before->second.categories,
                           context.param(2));
        if (chosen.empty()) turn = Turn::off;
        if (turn == Turn::on) state.notices[user.id()].categories = chosen;
    }
    if (turn == Turn::off) state.notices.erase(user.id());
    if (state.roster.set_flag(user, UserFlag::server_notices, turn)) add_change(changes, 's', turn);
}

void turn_flag(CommandContext& context, room::User& user, const UserFlagLetter& row, Turn turn,
               Changes& changes) {
    ServerState& state = context.state();
    if (row.flag == UserFlag::server_operator) {
        if (turn == Turn::off) end_operator(state, user, changes);
    } else if (row.flag == UserFlag::server_notices) {
        turn_notices(context, user, turn, changes);
    } else if (state.roster.set_flag(user, row.flag, turn)) {
        add_change(changes, row.mode, turn);
    }
}

/// Numeric 008: the notices that the user reads, if it has just chosen them.
void show_notices(CommandContext& context, const room::User& user, std::string_view modes) {
    const auto reader = context.state().notices.find(user.id());
    if (reader == context.state().notices.end() || modes.find('s') == std::string_view::npos)
        return;
    context.replies().numeric(wire::Numeric::rpl_snomask,
                              {notice_letters(reader->second.categories)},
                              wire::numeric_text(wire::Numeric::rpl_snomask));
}

/// Tells all of the user's sessions; `head` is the beginning of the line. Gives the letters.
std::string announce(CommandContext& context, const room::User& user, const Draft& head,
                     const Changes& changes) {
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
Changes apply(CommandContext& context, room::User& user, std::string_view modes, bool& unknown) {
    Turn turn = Turn::on;
    Changes changes;
    for (const char letter : modes) {
        if (letter == '+' || letter == '-') {
            turn = letter == '+' ? Turn::on : Turn::off;
            continue;
        }
        const UserFlagLetter* row = row_of(letter);
        unknown = unknown || row == nullptr;
        if (row != nullptr) turn_flag(context, user, *row, turn, changes);
    }
    return changes;
}

std::string change(CommandContext& context, room::User& user, const Draft& head,
                   std::string_view modes) {
    bool unknown = false;
    const Changes changes = apply(context, user, modes, unknown);
    std::string letters = announce(context, user, head, changes);
    save_presence(context.stage, user);
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
    show_notices(context, user, modes);
}

std::string force_user_modes(CommandContext& context, room::User& user, std::string_view modes) {
    return change(context, user, context.stage.from_server("MODE"), modes);
}

}  // namespace brusio::session
