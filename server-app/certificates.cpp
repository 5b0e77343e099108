#include "server-app/certificates.h"

#include <chrono>
#include <filesystem>
#include <utility>

#include "server-app/file_text.h"
#include "transport/filter/self_signed.h"

namespace brusio::server {

namespace {

constexpr const char* self_signed_name = "self-signed.pem";

Result<std::string, std::string> make_pair(const std::string& host, WallTime now) {
    return filter::make_self_signed({{host, "localhost", "127.0.0.1", "::1"}, now});
}

Result<std::string, std::string> make_in_folder(const std::string& folder, const std::string& path,
                                                const std::string& host, WallTime now) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return Err{"cannot make the folder " + folder + ": " + error.message()};
    auto pair = make_pair(host, now);
    if (!pair) return pair;
    if (auto written = write_private_file(path, pair.value()); !written)
        return Err{written.error()};
    return pair;
}

}  // namespace

Result<Certificates::Loaded, std::string> Certificates::load(const TlsConfig& config,
                                                             const std::string& host,
                                                             WallTime now) {
    Loaded loaded{nullptr, CertificateSource::files, config.certificate};
    std::string key_path = config.key;
    Result<std::string, std::string> certificate{std::string{}};
    if (!config.certificate.empty()) {
        certificate = read_file(config.certificate);
    } else if (!config.self_signed_folder.empty()) {
        loaded.source = CertificateSource::self_signed_file;
        loaded.path = key_path = config.self_signed_folder + '/' + self_signed_name;
        certificate = std::filesystem::exists(loaded.path)
                          ? read_file(loaded.path)
                          : make_in_folder(config.self_signed_folder, loaded.path, host, now);
    } else {
        loaded.source = CertificateSource::self_signed_memory;
        certificate = memory_pair_.empty() ? make_pair(host, now)
                                           : Result<std::string, std::string>{memory_pair_};
        if (certificate) memory_pair_ = certificate.value();
    }
    if (!certificate) return Err{certificate.error()};
    const bool in_one = key_path == loaded.path;
    const auto key = in_one ? certificate : read_file(key_path);
    if (!key) return Err{key.error()};
    auto made =
        filter::TlsContext::make({certificate.value(), key.value()}, config.client_certificates);
    if (!made) return Err{loaded.path + (in_one ? "" : ", " + key_path) + ": " + made.error()};
    loaded.context = std::move(made.value());
    return loaded;
}

std::string validity_warning(const filter::TlsContext& context, WallTime now) {
    constexpr std::int64_t soon_ms = std::chrono::milliseconds{std::chrono::hours{24 * 14}}.count();
    if (context.valid_from() > now) return "the certificate is not valid yet";
    if (context.valid_until() <= now) return "the certificate has expired";
    if (context.valid_until().unix_ms - now.unix_ms < soon_ms) {
        return "the certificate expires within two weeks";
    }
    return {};
}

}  // namespace brusio::server
