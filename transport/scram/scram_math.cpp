#include "transport/scram/scram_math.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <array>
#include <climits>

#include "core/base/assert.h"

namespace brusio::scram {

namespace {

using Block = std::array<unsigned char, sha256_bytes>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text_of(const Block& block) { return {block.begin(), block.end()}; }

}  // namespace

std::string sha256(std::string_view text) {
    Block out{};
    crypto_hash_sha256(out.data(), bytes_of(text), text.size());
    return text_of(out);
}

std::string hmac_sha256(std::string_view key, std::string_view text) {
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(text), text.size());
    Block out{};
    crypto_auth_hmacsha256_final(&state, out.data());
    return text_of(out);
}

std::string scram_salted_password(std::string_view password, std::string_view salt,
                                  std::uint32_t iterations) {
    BRUSIO_ASSERT(iterations > 0 && iterations <= INT_MAX);
    Block out{};
    const int done =
        PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), bytes_of(salt),
                          static_cast<int>(salt.size()), static_cast<int>(iterations), EVP_sha256(),
                          static_cast<int>(out.size()), out.data());
    BRUSIO_ASSERT(done == 1);  // it fails without memory alone
    return text_of(out);
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
