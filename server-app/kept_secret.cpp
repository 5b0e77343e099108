#include "server-app/kept_secret.h"

#include <filesystem>

#include "server-app/file_text.h"
#include "server-app/hasher_sodium.h"

namespace brusio::server {

namespace {

constexpr std::size_t secret_bytes = 32;

}  // namespace

Result<std::string, std::string> kept_secret(const std::string& folder, SecretFor purpose) {
    const std::string path = folder + (purpose == SecretFor::cloaks ? "/cloak-key" : "/secret");
    if (!std::filesystem::exists(path)) {
        std::string secret = random_bytes(secret_bytes);
        if (auto written = write_private_file(path, secret); !written) {
            return Err{written.error()};
        }
        return secret;
    }
    auto secret = read_file(path);
    if (secret && secret->size() != secret_bytes) {
        return Err{path + " is damaged: remove it, and the server makes another one"};
    }
    return secret;
}

}  // namespace brusio::server
