#include "core/session/capability_offer.h"

#include "core/session/accounts/account_making.h"
#include "core/session/accounts/sasl.h"
#include "core/session/metadata.h"
#include "core/session/multiline.h"

namespace brusio::session {

using wire::Capability;

bool is_offered(const Stage& stage, const Session& session, Capability capability) {
    if (capability != Capability::account_registration) return true;
    // REGISTER has a password in it.
    return takes_passwords(session) && stage.state.config.accounts.registration;
}

std::string capability_value(const Stage& stage, const Session& session,
                             const wire::CapabilityRow& row) {
    if (row.capability == Capability::sasl) return sasl_mechanisms(session);
    if (row.capability == Capability::account_registration) return registration_value(stage);
    if (row.capability == Capability::multiline) return multiline_value(stage.state.config.limits);
    if (row.capability == Capability::metadata || row.capability == Capability::metadata_3) {
        return metadata_value(stage.state.config.limits);
    }
    return std::string{row.value};
}

}  // namespace brusio::session
