#pragma once

#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/base/time.h"
#include "server-app/tls_config.h"
#include "transport/filter/tls_context.h"

namespace brusio::server {

/// Where a server's certificate came from.
enum class CertificateSource : std::uint8_t {
    files,              // the ones that the configuration names
    self_signed_file,   // made by this server, now or at an earlier start
    self_signed_memory  // made by this server for this run
};

/// The server's certificate: read from its files, or made if there are none. What goes wrong at a
/// later reading leaves the old one in place.
class Certificates {
 public:
    struct Loaded {
        std::shared_ptr<const filter::TlsContext> context;
        CertificateSource source = CertificateSource::files;
        std::string path;  // of the certificate; empty if it is in no file
    };

    /// Reads or makes what `config` asks for; `host` is the name that a new one gets besides those
    /// of the loopback. The error is one sentence that names the file.
    [[nodiscard]] Result<Loaded, std::string> load(const TlsConfig& config, const std::string& host,
                                                   WallTime now);

 private:
    std::string memory_pair_;  // made for this run
};

/// What is wrong with the certificate's dates: a few words, or nothing. One that ends within two
/// weeks is worth a warning too.
[[nodiscard]] std::string validity_warning(const filter::TlsContext& context, WallTime now);

}  // namespace brusio::server
