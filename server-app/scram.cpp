#include "server-app/scram.h"

#include <sodium.h>

#include <array>
#include <utility>

namespace brusio::server {

namespace {

using Block = std::array<unsigned char, sha256_bytes>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text_of(const Block& block) { return {block.begin(), block.end()}; }

std::string sha256(std::string_view text) {
    Block out{};
    crypto_hash_sha256(out.data(), bytes_of(text), text.size());
    return text_of(out);
}

/// HMAC with a key whose two inner hash states are computed once.
class Hmac {
 public:
    explicit Hmac(std::string_view key) {
        crypto_auth_hmacsha256_init(&keyed_, bytes_of(key), key.size());
    }
    [[nodiscard]] Block of(const unsigned char* text, std::size_t size) const {
        crypto_auth_hmacsha256_state state = keyed_;
        crypto_auth_hmacsha256_update(&state, text, size);
        Block out{};
        crypto_auth_hmacsha256_final(&state, out.data());
        return out;
    }

 private:
    crypto_auth_hmacsha256_state keyed_{};
};

}  // namespace

std::string hmac_sha256(std::string_view key, std::string_view text) {
    return text_of(Hmac{key}.of(bytes_of(text), text.size()));
}

std::string scram_salted_password(std::string_view password, std::string_view salt,
                                  std::uint32_t iterations) {
    constexpr std::string_view block_number{"\0\0\0\1", 4};
    const Hmac hmac{password};
    std::string first{salt};
    first += block_number;
    Block u = hmac.of(bytes_of(first), first.size());
    Block sum = u;
    for (std::uint32_t i = 1; i < iterations; ++i) {
        u = hmac.of(u.data(), u.size());
        for (std::size_t at = 0; at < sum.size(); ++at) {
            sum[at] = static_cast<unsigned char>(sum[at] ^ u[at]);
        }
    }
    return text_of(sum);
}

ScramKeys scram_keys(std::string_view password, std::string salt, std::uint32_t iterations) {
    const std::string salted = scram_salted_password(password, salt, iterations);
    ScramKeys keys;
    keys.iterations = iterations;
    keys.stored_key = sha256(hmac_sha256(salted, "Client Key"));
    keys.server_key = hmac_sha256(salted, "Server Key");
    keys.salt = std::move(salt);
    return keys;
}

ScramVerdict check_scram_proof(const CheckScramProof& job) {
    // An unknown account goes through the same steps with keys that nothing fits.
    const bool known = job.keys.stored_key.size() == sha256_bytes;
    const std::string stored = known ? job.keys.stored_key : std::string(sha256_bytes, '\0');
    std::string client_key = hmac_sha256(stored, job.auth_message);
    const bool whole = job.proof.size() == sha256_bytes;
    for (std::size_t at = 0; whole && at < client_key.size(); ++at) {
        client_key[at] = static_cast<char>(client_key[at] ^ job.proof[at]);
    }
    const std::string offered = sha256(client_key);
    const bool equal = sodium_memcmp(offered.data(), stored.data(), sha256_bytes) == 0;
    std::string signature = hmac_sha256(job.keys.server_key, job.auth_message);
    if (!known || !whole || !equal) return {};
    return {true, std::move(signature)};
}

}  // namespace brusio::server
