#include "server-app/scram.h"

#include <sodium.h>

#include <utility>

namespace brusio::server {

using scram::hmac_sha256;
using scram::sha256_bytes;

ScramKeys scram_keys(std::string_view password, std::string salt, std::uint32_t iterations) {
    const std::string salted = scram::scram_salted_password(password, salt, iterations);
    ScramKeys keys;
    keys.iterations = iterations;
    keys.stored_key = scram::sha256(hmac_sha256(salted, "Client Key"));
    keys.server_key = hmac_sha256(salted, "Server Key");
    keys.salt = std::move(salt);
    return keys;
}

ScramVerdict check_scram_proof(const CheckScramProof& job) {
    // An unknown account goes through the same steps with keys that nothing fits.
    const bool known = job.keys.stored_key.size() == sha256_bytes;
    const std::string stored = known ? job.keys.stored_key : std::string(sha256_bytes, '\0');
    const bool whole = job.proof.size() == sha256_bytes;
    const std::string proof = whole ? job.proof : std::string(sha256_bytes, '\0');
    const std::string client_key =
        scram::exclusive_or(hmac_sha256(stored, job.auth_message), proof);
    const std::string offered = scram::sha256(client_key);
    const bool equal = sodium_memcmp(offered.data(), stored.data(), sha256_bytes) == 0;
    std::string signature = hmac_sha256(job.keys.server_key, job.auth_message);
    if (!known || !whole || !equal) return {};
    return {true, std::move(signature)};
}

}  // namespace brusio::server
