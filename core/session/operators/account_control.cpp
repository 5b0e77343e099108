#include "core/session/operators/account_control.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/session/accounts/account_command.h"
#include "core/session/accounts/account_deeds.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/staying.h"
#include "core/session/operators/account_adding.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/privileges.h"
#include "core/session/operators/span_text.h"
#include "core/wire/case_mapping.h"
#include "core/wire/time_text.h"
#include "core/wire/utf8.h"

namespace brusio::session {

namespace {

struct Control {
    std::string_view name;
    Outcome (*body)(CommandContext& context, AccountRecord& account);
};

Reply note(std::string code, std::vector<std::string> params, std::string text) {
    return Reply::note("ACCOUNT", std::move(code), std::move(params), std::move(text));
}

/// [duration] [reason]: a number alone counts minutes.
struct Sentence {
    Duration span{0};  // 0: for good
    std::string reason;
};

Sentence sentence_of(const CommandContext& context) {
    Sentence sentence;
    const auto span = read_span(context.param(2), std::chrono::minutes{1});
    if (span) sentence.span = *span;
    const std::string_view words = context.param(span ? 3 : 2);
    const std::size_t most = context.state().config.limits.kick_reason_bytes_max;
    sentence.reason = words.substr(0, wire::utf8_cut(words, most));
    return sentence;
}

Outcome suspend(CommandContext& context, AccountRecord& account) {
    if (account.suspended) {
        return account_refused("ALREADY_SUSPENDED", account.name,
                               "The account is suspended already");
    }
    if (account_of(context.state(), context.session) == account.id) {
        return account_refused("OWN_ACCOUNT", account.name, "This is your own account");
    }
    const Sentence sentence = sentence_of(context);
    const WallTime until = end_of_span(context.stage.now.wall, sentence.span);
    suspend_account(context.stage, account, {sentence.reason, until},
                    {actor_name(context.user()), &context.session});
    context.replies().reply(
        note("SUSPENDED", {account.name}, "Nobody logs in to it, " + until_text(until)));
    return done;
}

Outcome resume(CommandContext& context, AccountRecord& account) {
    if (!account.suspended) {
        return account_refused("NOT_SUSPENDED", account.name, "The account is not suspended");
    }
    resume_account(context.stage, account, {actor_name(context.user()), &context.session});
    context.replies().reply(note("RESUMED", {account.name}, "It may be used again"));
    return done;
}

Outcome info(CommandContext& context, AccountRecord& account) {
    const room::User* user = user_of_account(context.state(), account.id);
    const std::size_t sessions = user == nullptr ? 0 : user->links().size();
    const std::pair<std::string_view, std::string> facts[] = {
        {"state",
         account.suspended ? "suspended " + until_text(account.suspended_until) : "in use"},
        {"registered", std::string{wire::time_text(account.registered).view()}},
        {"last-seen", std::string{wire::time_text(account.last_seen).view()}},
        {"certificates", std::to_string(account.fingerprints.size())},
        {"sessions", std::to_string(sessions)},
    };
    for (const auto& [name, value] : facts) {
        context.replies().reply(note("INFO", {account.name, std::string{name}}, value));
    }
    return done;
}

constexpr std::array<Control, 3> controls{
    {{"SUSPEND", suspend}, {"RESUME", resume}, {"INFO", info}}};

const Control* find_control(std::string_view subcommand) {
    const auto* const row = std::find_if(controls.begin(), controls.end(), [&](const Control& one) {
        return wire::names_equal(one.name, subcommand);
    });
    return row == controls.end() ? nullptr : row;
}

}  // namespace

bool is_account_control(std::string_view subcommand) {
    return wire::names_equal(subcommand, "ADD") || find_control(subcommand) != nullptr;
}

Outcome control_account(CommandContext& context) {
    const Control* control = find_control(context.param(0));
    if (wire::names_equal(context.param(0), "ADD")) return add_account(context);
    BRUSIO_ASSERT(control != nullptr);
    if (Outcome refusal = refusal_without(context.state(), context.user(), Privilege::accounts)) {
        return refusal;
    }
    const std::string name{context.param(1)};
    if (name.empty()) return Reply::need_more_params("ACCOUNT");
    AccountRecord* account = context.state().accounts.find(wire::fold(name));
    if (account == nullptr)
        return account_refused("NO_SUCH_ACCOUNT", name, "There is no such account");
    if (!may_change_accounts(context.stage)) {
        return account_refused("TEMPORARILY_UNAVAILABLE", name,
                               "Nothing can be stored at the moment");
    }
    return control->body(context, *account);
}

}  // namespace brusio::session
