#include "core/client/login_scram.h"

#include "core/base/assert.h"
#include "core/client/sasl_lines.h"
#include "core/wire/scram_client_text.h"

namespace brusio::client {
namespace {

bool ask_for_proof(Brain& brain, std::string_view challenge) {
    ScramTalk& scram = brain.link.login.scram;
    const ClientLimits& limits = brain.config.limits;
    const auto first = wire::parse_scram_server_first(challenge, scram.nonce);
    if (!first || first->iterations < limits.scram_iterations_min ||
        first->iterations > limits.scram_iterations_max) {
        return false;
    }
    scram.without_proof = wire::scram_client_final_without_proof(first->nonce);
    brain.link.login.step = LoginStep::proof_asked;
    brain.emitter.prove(
        {++brain.proofs_asked, brain.config.account.password, first->salt, first->iterations,
         scram.client_first + "," + std::string(challenge) + "," + scram.without_proof});
    return true;
}

}  // namespace

bool can_scram(const Brain& brain) {
    return !brain.config.scram_nonce.empty() &&
           brain.link.capabilities.names_mechanism("SCRAM-SHA-256");
}

std::string begin_scram(Brain& brain) {
    ScramTalk& scram = brain.link.login.scram;
    // One chance for all links of a connect(): the number makes each its own.
    scram.nonce = brain.config.scram_nonce + "-" + std::to_string(++brain.scram_talks);
    scram.client_first = wire::scram_client_first_bare(brain.config.account.name, scram.nonce);
    return "n,," + scram.client_first;
}

bool go_on_with_scram(Brain& brain, std::string_view challenge) {
    LoginTalk& login = brain.link.login;
    BRUSIO_ASSERT(login.mechanism == LoginMechanism::scram);
    if (login.step == LoginStep::response_sent) return ask_for_proof(brain, challenge);
    if (login.step != LoginStep::proof_sent) return false;
    const auto signature = wire::parse_scram_server_final(challenge);
    if (!signature || *signature != login.scram.signature) return false;
    login.step = LoginStep::server_proved;
    brain.send("AUTHENTICATE +");
    return true;
}

void take_proof(Brain& brain, std::uint64_t number, const SecretProof& proof) {
    LoginTalk& login = brain.link.login;
    if (login.step != LoginStep::proof_asked || number != brain.proofs_asked) return;
    login.step = LoginStep::proof_sent;
    login.scram.signature = proof.server_signature;
    send_authenticate(brain,
                      wire::scram_client_final(login.scram.without_proof, proof.client_proof));
}

}  // namespace brusio::client
