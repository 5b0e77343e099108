#include <string>
#include <vector>

#include "core/session/commands/commands.h"
#include "core/session/contact_rules.h"
#include "core/session/line_budget.h"
#include "core/session/packed_text.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"
#include "core/wire/split.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

/// 281 and 282. Accounts by their names, guests by their nicks.
void show(CommandContext& context) {
    std::vector<std::string> names;
    if (const Contacts* contacts = contacts_of(context.state(), context.user())) {
        for (const AccountId id : contacts->accepted) {
            const AccountRecord* account = context.state().accounts.find(id);
            if (account != nullptr) names.push_back(account->name);
        }
        for (const UserId id : contacts->accepted_guests) {
            const room::User* guest = context.state().roster.find_user(id);
            if (guest != nullptr) names.push_back(guest->nick());
        }
    }
    send_packed(names, numeric_text_bytes_left(context.stage), ' ', [&](std::string_view text) {
        context.replies().numeric(Numeric::rpl_acceptlist, {}, text);
    });
    context.replies().numeric(Numeric::rpl_endofaccept);
}

/// Somebody who is here, or an account.
Outcome add(CommandContext& context, std::string_view name) {
    const room::User& user = context.user();
    const room::User* other = find_user(context.state(), name);
    const AccountRecord* account =
        other == nullptr ? context.state().accounts.find(wire::fold(name)) : nullptr;
    if (other == nullptr && account == nullptr) return Reply::no_such_nick(name);
    const bool is_own = other == &user || (account && account->id == user.profile.account_id);
    if (is_own) return done;
    const room::ListChange change = other != nullptr
                                        ? add_accepted(context.stage, user, *other)
                                        : add_accepted(context.stage, user, account->id);
    if (change == room::ListChange::full) return Reply::of(Numeric::err_acceptfull);
    if (change == room::ListChange::done) return done;
    return Reply::of(Numeric::err_acceptexist, {std::string{name}});
}

Outcome take_away(CommandContext& context, std::string_view name) {
    const room::User* other = find_user(context.state(), name);
    const AccountRecord* account = context.state().accounts.find(wire::fold(name));
    AccountId id = account == nullptr ? AccountId{} : account->id;
    if (other != nullptr && other->profile.account_id) id = other->profile.account_id;
    Contacts& contacts = change_contacts(context.state(), context.user());
    const bool took_account = std::erase(contacts.accepted, id) > 0;
    const bool took_guest =
        other != nullptr && std::erase(contacts.accepted_guests, other->id()) > 0;
    if (took_account) save_contacts(context.stage, context.user());
    if (took_account || took_guest) return done;
    return Reply::of(Numeric::err_acceptnot, {std::string{name}});
}

}  // namespace

/// ACCEPT nick,-nick,* (Hybrid, Solanum): who reaches the user though it has +g or +R.
Outcome accept(CommandContext& context) {
    const bool only_asks = context.param(0) == "*";
    Outcome unavailable = contacts_refusal(context.stage, context.user(), "ACCEPT");
    if (unavailable && !only_asks) return unavailable;
    bool shows = false;
    for (std::string_view item : wire::Split{context.param(0), ','}) {
        const bool takes = item.starts_with('-');
        if (takes || item.starts_with('+')) item.remove_prefix(1);
        if (item.empty()) continue;
        shows = shows || item == "*";
        if (item == "*") continue;
        const Outcome refusal = takes ? take_away(context, item) : add(context, item);
        if (refusal) context.replies().reply(*refusal);
    }
    if (shows) show(context);
    return done;
}

}  // namespace brusio::session::commands
