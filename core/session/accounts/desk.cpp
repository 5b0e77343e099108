#include "core/session/accounts/desk.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/session/accounts/account_deeds.h"
#include "core/session/accounts/account_making.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/nick_rules.h"
#include "core/session/accounts/staying.h"
#include "core/session/operators/span_text.h"
#include "core/session/stage.h"
#include "core/wire/case_mapping.h"
#include "core/wire/email_address.h"
#include "core/wire/time_text.h"
#include "core/wire/utf8.h"

namespace brusio::session {

namespace {

using Verb = DeskRequest::Verb;
using Status = DeskAnswer::Status;

DeskAnswer said(std::vector<std::string> lines) {
    return {0, Status::carried_out, std::move(lines), 0};
}
DeskAnswer said(std::string line) { return said(std::vector{std::move(line)}); }
DeskAnswer desk_refused(std::string sentence) {
    return {0, Status::refused, {std::move(sentence)}, 0};
}

bool is_plain_text(std::string_view text) {
    return wire::valid_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte < ' ' || byte == 0x7f;
           });
}

std::size_t links_of(const Stage& stage, const AccountRecord& account) {
    const room::User* user = user_of_account(stage.state, account.id);
    return user == nullptr ? 0 : user->links().size();
}

std::string summary(const Stage& stage, const AccountRecord& account) {
    std::string line = account.name + (account.suspended ? " suspended" : "");
    if (const std::size_t links = links_of(stage, account); links > 0) {
        line += " on line (" + std::to_string(links) + ")";
    }
    return line;
}

DeskAnswer list(const Stage& stage) {
    std::vector<std::string> lines;
    stage.state.accounts.for_each(
        [&](const AccountRecord& account) { lines.push_back(summary(stage, account)); });
    lines.push_back(std::to_string(lines.size()) + " accounts");
    return said(std::move(lines));
}

/// Does it stay in its rooms while it is not connected, and who says so?
std::string stay_text(const AccountsConfig& rules, const AccountRecord& account) {
    std::string text = stays(rules, account) ? "yes" : "no";
    if (account.stay_choice == StayChoice::as_configured) return text + ", as configured";
    if (rules.stay_by_choice) return text + ", by its choice";
    return text + ", as configured; it has chosen to " +
           (account.stay_choice == StayChoice::stay ? "stay" : "leave");
}

DeskAnswer info(const Stage& stage, const AccountRecord& account) {
    const ServerState& state = stage.state;
    std::vector<std::string> lines{"account     " + account.name};
    const auto add = [&](std::string_view name, const std::string& value) {
        std::string line{name};
        line.resize(12, ' ');
        lines.push_back(line + value);
    };
    add("state", account.suspended ? "suspended " + until_text(account.suspended_until) : "in use");
    add("registered", std::string{wire::time_text(account.registered).view()});
    add("last seen", std::string{wire::time_text(account.last_seen).view()});
    const std::string_view doubt = account.email_verified ? "" : " (not verified)";
    add("e-mail", account.email.empty() ? "none" : account.email + std::string{doubt});
    add("password", account.password_hash.empty() ? "none" : "set");
    add("certs", std::to_string(account.fingerprints.size()));
    add("stays", stay_text(state.config.accounts, account));
    add("sessions", std::to_string(links_of(stage, account)));
    if (const room::User* user = user_of_account(state, account.id)) {
        add("nick", user->nick());
        for (const RoomId room : user->rooms()) add("in", state.roster.find_room(room)->name());
    }
    return said(std::move(lines));
}

DeskAnswer certs(const AccountRecord& account) {
    std::vector<std::string> lines = account.fingerprints;
    lines.push_back(std::to_string(account.fingerprints.size()) + " certificates log into " +
                    account.name);
    return said(std::move(lines));
}

/// What is wrong with the password, or a wish for what an account keeps of it.
DeskAnswer check_password(const Stage& stage, const DeskRequest& request) {
    if (Outcome fault = check_new_password(stage, "ACCOUNT", request.account, request.password)) {
        return desk_refused(fault->text);
    }
    return {0, Status::wants_credentials, {}, stage.state.config.accounts.scram_iterations};
}

DeskAnswer add(Stage& stage, const DeskRequest& request, const Doer& doer) {
    if (std::string fault = fault_of_account_name(stage.state, request.account); !fault.empty()) {
        return desk_refused(std::move(fault));
    }
    if (!request.email.empty() && !wire::valid_email_address(request.email)) {
        return desk_refused("this is no e-mail address");
    }
    if (!request.credentials) return check_password(stage, request);
    const AccountRecord& made =
        make_account(stage, request.account, request.email, *request.credentials, doer);
    return said("the account " + made.name + " is there now");
}

DeskAnswer password(Stage& stage, AccountRecord& account, const DeskRequest& request,
                    const Doer& doer) {
    if (!request.credentials) return check_password(stage, request);
    change_password(stage, account, *request.credentials, doer);
    return said("the password of " + account.name + " is another one now");
}

DeskAnswer suspend(Stage& stage, AccountRecord& account, const DeskRequest& request,
                   const Doer& doer) {
    if (account.suspended) return desk_refused(account.name + " is suspended already");
    Duration span{0};
    if (!request.duration.empty()) {
        const auto read = read_span(request.duration, std::chrono::minutes{1});
        if (!read) return desk_refused("a duration is written like 90m or 1d12h");
        span = *read;
    }
    const WallTime until = end_of_span(stage.now.wall, span);
    suspend_account(stage, account, {request.reason, until}, doer);
    return said(account.name + " is suspended " + until_text(until) + ": nobody logs in to it");
}

DeskAnswer resume(Stage& stage, AccountRecord& account, const Doer& doer) {
    if (!account.suspended) return desk_refused(account.name + " is not suspended");
    resume_account(stage, account, doer);
    return said(account.name + " may be used again");
}

DeskAnswer remove(Stage& stage, const AccountRecord& account, const DeskRequest& request,
                  const Doer& doer) {
    const std::string name = account.name;
    remove_account(stage, account, request.reason, doer);
    return said("the account " + name + " is gone");
}

DeskAnswer change(Stage& stage, AccountRecord& account, const DeskRequest& request) {
    const Doer doer{request.doer};
    switch (request.verb) {
        case Verb::password:
            return password(stage, account, request, doer);
        case Verb::suspend:
            return suspend(stage, account, request, doer);
        case Verb::resume:
            return resume(stage, account, doer);
        default:
            return remove(stage, account, request, doer);
    }
}

DeskAnswer answer(Stage& stage, const DeskRequest& request) {
    if (request.verb == Verb::list) return list(stage);
    const std::size_t reason_max = stage.state.config.limits.kick_reason_bytes_max;
    if (!is_plain_text(request.reason) || request.reason.size() > reason_max) {
        return desk_refused("a reason is plain text of at most " + std::to_string(reason_max) +
                            " bytes");
    }
    const bool reads = request.verb == Verb::info || request.verb == Verb::certs;
    if (!reads && !may_change_accounts(stage)) {
        return desk_refused("nothing can be stored at the moment");
    }
    if (request.verb == Verb::add) return add(stage, request, Doer{request.doer});
    AccountRecord* account = stage.state.accounts.find(wire::fold(request.account));
    if (account == nullptr) return desk_refused("there is no such account");
    if (request.verb == Verb::info) return info(stage, *account);
    if (request.verb == Verb::certs) return certs(*account);
    return change(stage, *account, request);
}

}  // namespace

DeskAnswer serve_desk(Stage& stage, const DeskRequest& request) {
    DeskAnswer given = answer(stage, request);
    given.ticket = request.ticket;
    return given;
}

}  // namespace brusio::session
