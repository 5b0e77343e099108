#include "core/session/accounts/suspension.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <vector>

#include "core/session/accounts/account_deeds.h"
#include "core/session/accounts/login.h"

namespace brusio::session {

namespace {

bool ends(const AccountRecord& account) {
    return account.suspended && account.suspended_until != WallTime{};
}

}  // namespace

void schedule_suspension_ends(Stage& stage) {
    std::optional<WallTime> next;
    stage.state.accounts.for_each([&](const AccountRecord& account) {
        if (ends(account))
            next = std::min(next.value_or(account.suspended_until), account.suspended_until);
    });
    stage.state.suspensions_due.reset();
    if (!next) return;
    const std::int64_t left = std::max<std::int64_t>(1, next->unix_ms - stage.now.wall.unix_ms);
    stage.state.suspensions_due = stage.now.mono + std::chrono::milliseconds{left};
}

void end_suspensions(Stage& stage) {
    if (!may_change_accounts(stage)) {
        stage.state.suspensions_due = stage.now.mono + std::chrono::minutes{1};
        return;
    }
    std::vector<AccountId> ended;
    stage.state.accounts.for_each([&](const AccountRecord& account) {
        if (ends(account) && account.suspended_until <= stage.now.wall) ended.push_back(account.id);
    });
    for (const AccountId id : ended) {
        resume_account(stage, *stage.state.accounts.find(id), {stage.server_name()});
    }
    schedule_suspension_ends(stage);
}

}  // namespace brusio::session
