#include "transport/scram/scram_math.h"

#include <sodium.h>

#include <array>

#include "core/base/assert.h"

namespace brusio::scram {

namespace {

using Block = std::array<unsigned char, sha256_bytes>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text_of(const Block& block) { return {block.begin(), block.end()}; }

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

std::string sha256(std::string_view text) {
    Block out{};
    crypto_hash_sha256(out.data(), bytes_of(text), text.size());
    return text_of(out);
}

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

std::string exclusive_or(std::string_view a, std::string_view b) {
    BRUSIO_ASSERT(a.size() == b.size());
    std::string both{a};
    for (std::size_t at = 0; at < both.size(); ++at) {
        both[at] = static_cast<char>(both[at] ^ b[at]);
    }
    return both;
}

ScramProof scram_proof(std::string_view salted_password, std::string_view auth_message) {
    const std::string client_key = hmac_sha256(salted_password, "Client Key");
    const std::string server_key = hmac_sha256(salted_password, "Server Key");
    return {exclusive_or(client_key, hmac_sha256(sha256(client_key), auth_message)),
            hmac_sha256(server_key, auth_message)};
}

}  // namespace brusio::scram
