#include "core/session/accounts/stay_choice.h"

#include <vector>

#include "core/base/assert.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/stay_status.h"
#include "core/session/accounts/staying.h"
#include "core/session/departure.h"

namespace brusio::session {

namespace {

Reply account_required() {
    return Reply::specified_fail("PERSISTENCE", "ACCOUNT_REQUIRED", {},
                                 "Only who is logged in to an account can stay; see HELP REGISTER");
}

AccountRecord* account_of_asker(CommandContext& context) {
    return context.state().accounts.find(context.user().profile.account_id);
}

/// What follows for a user of whom something else holds than did.
void follow_stay_change(Stage& stage, room::User& user) {
    if (stays(stage.state, user)) return save_memberships(stage, user);
    forget_memberships(stage, user);
    if (!user.links().empty()) return;
    end_user(stage, user, CloseReason::quit, "Does not stay while it is not connected");
}

}  // namespace

Outcome tell_stay_choice(CommandContext& context) {
    const AccountRecord* account = account_of_asker(context);
    if (account == nullptr) return account_required();
    context.replies().add(stay_status(context.stage, *account));
    return done;
}

Outcome change_stay_choice(CommandContext& context, StayChoice choice) {
    AccountRecord* account = account_of_asker(context);
    if (account == nullptr) return account_required();
    Stage& stage = context.stage;
    const AccountsConfig& rules = stage.state.config.accounts;
    if (account->stay_choice != choice) {
        if (!may_change_accounts(stage)) {
            return Reply::specified_fail("PERSISTENCE", "INTERNAL_ERROR", {},
                                         "Nothing can be stored at the moment; try again later");
        }
        const bool stayed = stays(rules, *account);
        account->stay_choice = choice;
        save_account(stage, *account);
        if (stays(rules, *account) != stayed) follow_stay_change(stage, context.user());
        tell_stay_status(stage, context.user(), *account);
    }
    context.replies().add(stay_status(stage, *account));
    // "The server MAY send a WARN or NOTE response explaining why the change was refused."
    if (!rules.stay_by_choice && choice != StayChoice::as_configured &&
        stays(rules, *account) != (choice == StayChoice::stay)) {
        context.replies().reply(Reply::note("PERSISTENCE", "DECIDED_BY_SERVER", {},
                                            "This server decides by itself who stays"));
    }
    return done;
}

void follow_stay_rules(Stage& stage, const AccountsConfig& before) {
    BRUSIO_ASSERT(stage.replies.session() == nullptr);
    ServerState& state = stage.state;
    std::vector<UserId> changed;
    state.roster.for_each_user([&](const room::User& user) {
        const AccountRecord* account = state.accounts.find(user.profile.account_id);
        if (account == nullptr) return;
        if (stays(before, *account) == stays(state.config.accounts, *account)) return;
        changed.push_back(user.id());
    });
    for (const UserId id : changed) {
        room::User& user = *state.roster.find_user(id);
        tell_stay_status(stage, user, *state.accounts.find(user.profile.account_id));
        follow_stay_change(stage, user);
    }
}

void drop_former_memberships(Stage& stage, std::span<const MembershipRecord> kept) {
    for (const MembershipRecord& membership : kept) {
        const AccountRecord* account = stage.state.accounts.find(membership.account);
        if (account == nullptr || stays(stage.state.config.accounts, *account)) continue;
        stage.effects.writes.emplace_back(RemoveMembership{membership.account, membership.room});
    }
}

}  // namespace brusio::session
