#include "core/session/operators/ban_reach.h"

#include <algorithm>
#include <string>

#include "core/base/assert.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/staying.h"
#include "core/session/departure.h"
#include "core/session/operators/ban_check.h"

namespace brusio::session {

namespace {

bool fits(const ServerState& state, const Session& session, const BanSubject& subject) {
    if (subject.kind == BanKind::address) {
        const auto range = IpRange::parse(subject.text);
        const auto address = IpAddress::parse(session.info.peer_address);
        return range && address && range->contains(*address);
    }
    const AccountRecord* account = state.accounts.find(account_of(state, session));
    if (subject.kind == BanKind::account) {
        return account != nullptr && account->key.text == subject.text;
    }
    const room::User* user = state.roster.find_user(session.user);
    if (user == nullptr) return false;
    const Person person = person_of(*user, session);
    return subject.kind == BanKind::mask ? mask_fits(subject.text, person)
                                         : realname_fits(subject.text, person);
}

/// Whoever is logged in to a banned account without being there.
void expel_absent(Stage& stage, const BanRecord& ban) {
    if (ban.kind != BanKind::account) return;
    const AccountRecord* account = stage.state.accounts.find(Folded{ban.subject});
    if (account == nullptr) return;
    room::User* user = user_of_account(stage.state, account->id);
    if (user != nullptr) end_user(stage, *user, CloseReason::killed, ban_text(ban));
}

}  // namespace

BanHits hits_of(const ServerState& state, const BanSubject& subject, const room::User& setter) {
    BanHits hits;
    std::vector<UserId> hit;
    state.sessions.for_each([&](const Session& session) {
        if (session.phase == Phase::closed || !fits(state, session, subject)) return;
        hits.links.push_back(session.link);
        hits.hits_setter = hits.hits_setter || session.user == setter.id();
        if (session.user) hit.push_back(session.user);
    });
    std::sort(hit.begin(), hit.end());
    hit.erase(std::unique(hit.begin(), hit.end()), hit.end());
    state.roster.for_each_user([&](const room::User& user) {
        const bool is_there = !user.links().empty() && user.id() != setter.id();
        if (is_there && !std::binary_search(hit.begin(), hit.end(), user.id())) ++hits.users_left;
    });
    return hits;
}

void expel(Stage& stage, const BanRecord& ban, const BanHits& hits) {
    const std::string text = ban_text(ban);
    for (const LinkId link : hits.links) {
        Session* session = stage.state.sessions.find(link);
        BRUSIO_ASSERT(session != nullptr);
        if (session->phase == Phase::closed) continue;  // went with another session of its user
        room::User* user = stage.state.roster.find_user(session->user);
        if (ban.kind == BanKind::address || user == nullptr) {
            tell_banned(stage, *session, text);
            end_session(stage, *session, CloseReason::killed, text);
            continue;
        }
        for (const LinkId own : user->links()) {
            tell_banned(stage, *stage.state.sessions.find(own), text);
        }
        end_user(stage, *user, CloseReason::killed, text);
    }
    expel_absent(stage, ban);
}

}  // namespace brusio::session
