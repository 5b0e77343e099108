#include "core/session/offer_news.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "core/base/assert.h"
#include "core/session/aside.h"
#include "core/session/capability_offer.h"
#include "core/session/isupport.h"
#include "core/session/line_budget.h"
#include "core/session/metadata.h"
#include "core/session/packed_text.h"

namespace brusio::session {

namespace {

using wire::Capability;

/// How a link's offers differ after a reload.
struct OfferChange {
    std::vector<Offer> added;
    std::vector<Offer> changed;  // with another value
    std::vector<std::string> gone;
    wire::CapabilitySet lost;  // those of them that can be negotiated
};

const Offer* find_offer(const std::vector<Offer>& offers, std::string_view name) {
    const auto found = std::find_if(offers.begin(), offers.end(),
                                    [&](const Offer& offer) { return offer.name == name; });
    return found == offers.end() ? nullptr : &*found;
}

void note_gone(const Offer& offer, const Session& session, OfferChange& change) {
    if (const auto capability = wire::find_capability(offer.name)) {
        change.gone.push_back(offer.name);
        return change.lost.add(*capability);
    }
    BRUSIO_ASSERT(offer.name == sts_name);
    // IRCv3 sts, "The duration key": it is never deleted; 0 takes it back from those who keep it.
    const bool is_kept = session.info.secure && offer.value != "duration=0";
    if (is_kept) change.changed.push_back({offer.name, "duration=0"});
}

OfferChange change_for(const ServerConfig& before, const ServerConfig& after,
                       const Session& session) {
    const std::vector<Offer> old_offers = offers_for(before, session);
    const std::vector<Offer> new_offers = offers_for(after, session);
    OfferChange change;
    for (const Offer& offer : new_offers) {
        const Offer* old_offer = find_offer(old_offers, offer.name);
        if (old_offer == nullptr) {
            change.added.push_back(offer);
        } else if (old_offer->value != offer.value) {
            change.changed.push_back(offer);
        }
    }
    for (const Offer& offer : old_offers) {
        if (find_offer(new_offers, offer.name) == nullptr) note_gone(offer, session, change);
    }
    return change;
}

/// Offers depend on no more of a session (capability_offer.h): made once for each kind of link.
class OfferChanges {
 public:
    OfferChanges(const ServerConfig& before, const ServerConfig& after)
        : before_(before), after_(after) {}

    const OfferChange& of(const Session& session) {
        const LinkInfo& info = session.info;
        const Kind kind{info.secure, info.loopback, !info.certificate_fingerprint.empty()};
        const auto found = changes_.find(kind);
        if (found != changes_.end()) return found->second;
        return changes_.emplace(kind, change_for(before_, after_, session)).first->second;
    }

 private:
    using Kind = std::tuple<bool, bool, bool>;  // TLS, from this machine, with a certificate

    const ServerConfig& before_;
    const ServerConfig& after_;
    std::map<Kind, OfferChange> changes_;
};

/// How the session is addressed; `*` before it has a nick.
std::string nick_of(const Stage& stage, const Session& session) {
    const room::User* user = stage.state.roster.find_user(session.user);
    if (user != nullptr) return user->nick();
    return session.introduction == nullptr ? std::string{} : session.introduction->nick;
}

void send_cap(Stage& stage, std::string_view subcommand, const std::vector<std::string>& names) {
    const std::string_view nick = stage.replies.nick();
    const std::size_t bytes_max =
        text_bytes_left({":", stage.server_name(), "CAP", nick, subcommand});
    send_packed(names, bytes_max, ' ', [&](std::string_view list) {
        Draft draft = stage.from_server("CAP");
        stage.replies.add(draft.with({nick, subcommand}).text(list));
    });
}

/// A client that reads no values has nothing of another value.
void tell_offers(Stage& stage, const Session& session, const OfferChange& change) {
    if (!session.has(Capability::cap_notify)) return;
    std::vector<std::string> names;
    for (const auto* offers : {&change.added, &change.changed}) {
        if (offers == &change.changed && session.cap_version < 302) break;
        for (const Offer& offer : *offers) {
            if (!is_for_version(offer, session.cap_version)) continue;
            names.push_back(offer.text(session.cap_version));
        }
    }
    send_cap(stage, "DEL", change.gone);
    send_cap(stage, "NEW", names);
}

void take_away(Stage& stage, Session& session, wire::CapabilitySet lost) {
    if (!session.caps.has_any(lost)) return;
    const wire::CapabilitySet before = session.caps;
    for (const wire::CapabilityRow& row : wire::capability_rows()) {
        if (lost.has(row.capability)) session.caps.remove(row.capability);
    }
    forget_subscriptions_if_deaf(session, before);
    room::User* user = stage.state.roster.find_user(session.user);
    if (user != nullptr) stage.state.roster.touch(*user);
}

std::string_view name_of_token(std::string_view token) { return token.substr(0, token.find('=')); }

}  // namespace

std::vector<std::string> isupport_changes(const std::vector<std::string>& before,
                                          const std::vector<std::string>& after) {
    std::vector<std::string> changes;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                        std::back_inserter(changes));
    for (const std::string& token : before) {
        const std::string_view name = name_of_token(token);
        const bool is_gone = std::none_of(after.begin(), after.end(), [&](const std::string& one) {
            return name_of_token(one) == name;
        });
        if (is_gone) changes.push_back("-" + std::string{name});
    }
    return changes;
}

void tell_offer_news(Stage& stage, const OfferedBefore& before) {
    BRUSIO_ASSERT(stage.replies.session() == nullptr);
    OfferChanges changes(before.config, stage.state.config);
    const std::vector<std::string> tokens = isupport_changes(before.isupport, stage.state.isupport);
    stage.state.sessions.for_each([&](Session& session) {
        if (session.info.kind != LinkKind::irc || session.phase == Phase::closed) return;
        const OfferChange& change = changes.of(session);
        const std::string nick = nick_of(stage, session);
        const Aside aside(stage, session, nick);
        tell_offers(stage, session, change);
        take_away(stage, session, change.lost);
        if (session.registered() && !tokens.empty()) send_isupport(stage, session, tokens);
    });
}

}  // namespace brusio::session
