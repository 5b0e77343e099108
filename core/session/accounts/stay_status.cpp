#include "core/session/accounts/stay_status.h"

#include "core/session/accounts/staying.h"

namespace brusio::session {

namespace {

std::string_view choice_word(StayChoice choice) {
    switch (choice) {
        case StayChoice::as_configured:
            return "DEFAULT";
        case StayChoice::stay:
            return "ON";
        case StayChoice::leave:
            return "OFF";
    }
    return "DEFAULT";
}

}  // namespace

Draft stay_status(const Stage& stage, const AccountRecord& account) {
    const bool holds = stays(stage.state.config.accounts, account);
    return stage.from_server("PERSISTENCE")
        .with({"STATUS", choice_word(account.stay_choice), holds ? "ON" : "OFF"});
}

void show_stay_status(Stage& stage, const Session& session, const room::User& user) {
    if (!session.has(wire::Capability::persistence)) return;
    const AccountRecord* account = stage.state.accounts.find(user.profile.account_id);
    if (account != nullptr) stage.replies.add(stay_status(stage, *account));
}

void tell_stay_status(Stage& stage, const room::User& user, const AccountRecord& account) {
    stage.fanout.to_user(user, stay_status(stage, account), Echo::no,
                         Only{{wire::Capability::persistence}, {}});
}

}  // namespace brusio::session
