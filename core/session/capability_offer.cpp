#include "core/session/capability_offer.h"

#include <chrono>

#include "core/base/assert.h"
#include "core/session/accounts/account_making.h"
#include "core/session/accounts/sasl.h"
#include "core/session/metadata.h"
#include "core/session/multiline.h"

namespace brusio::session {

namespace {

using wire::Capability;

std::string value_of(const ServerConfig& config, const Session& session,
                     const wire::CapabilityRow& row) {
    switch (row.capability) {
        case Capability::sasl:
            return sasl_mechanisms(config, session);
        case Capability::account_registration:
            return registration_value(config);
        case Capability::multiline:
            return multiline_value(config.limits);
        case Capability::metadata:
        case Capability::metadata_3:
            return metadata_value(config.limits);
        default:
            return std::string{row.value};
    }
}

/// Empty if the server has no policy.
std::string sts_value(const ServerConfig& config, const LinkInfo& link) {
    if (config.sts_port == 0) return {};
    if (!link.secure) return "port=" + std::to_string(config.sts_port);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(config.sts_duration);
    return "duration=" + std::to_string(seconds.count());
}

}  // namespace

bool is_offered(const ServerConfig& config, const Session& session, Capability capability) {
    if (capability != Capability::account_registration) return true;
    // REGISTER has a password in it.
    return takes_passwords(session) && config.accounts.registration;
}

std::string Offer::text(std::uint16_t cap_version) const {
    BRUSIO_ASSERT(!name.empty());
    return cap_version < 302 || value.empty() ? name : name + "=" + value;
}

std::vector<Offer> offers_for(const ServerConfig& config, const Session& session) {
    std::vector<Offer> offers;
    for (const wire::CapabilityRow& row : wire::capability_rows()) {
        if (!is_offered(config, session, row.capability)) continue;
        offers.push_back({std::string{row.name}, value_of(config, session, row)});
    }
    std::string sts = sts_value(config, session.info);
    if (!sts.empty()) offers.push_back({std::string{sts_name}, std::move(sts)});
    return offers;
}

bool is_for_version(const Offer& offer, std::uint16_t cap_version) {
    return cap_version >= 302 || offer.name != sts_name;
}

}  // namespace brusio::session
