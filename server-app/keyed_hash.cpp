#include "server-app/keyed_hash.h"

#include <sodium.h>

#include <array>
#include <utility>

namespace brusio::server {

namespace {

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

session::KeyedHash keyed_hash(std::string key) {
    return [key = std::move(key)](std::string_view text) {
        crypto_auth_hmacsha256_state state;
        crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
        crypto_auth_hmacsha256_update(&state, bytes_of(text), text.size());
        std::array<unsigned char, crypto_auth_hmacsha256_BYTES> digest{};
        crypto_auth_hmacsha256_final(&state, digest.data());
        return std::string{reinterpret_cast<const char*>(digest.data()), digest.size()};
    };
}

}  // namespace brusio::server
