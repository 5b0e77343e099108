#pragma once

#include <string>
#include <vector>

#include "transport/filter/tls_context.h"

namespace brusio::server {

/// `[tls]`: what ircs and wss listeners need. Paths as they are opened.
struct TlsConfig {
    std::string certificate;  // empty, as is the key: a self-signed pair
    std::string key;
    std::string self_signed_folder;  // where that is kept; empty: nowhere, a new one at each start
    filter::TlsContext::ClientCertificates client_certificates =
        filter::TlsContext::ClientCertificates::asked;

    bool operator==(const TlsConfig&) const = default;
};

}  // namespace brusio::server
