#pragma once

#include <memory>
#include <string>

#include "transport/filter/self_signed.h"
#include "transport/filter/tls_context.h"

namespace brusio::filter {

constexpr WallTime today{1'790'000'000'000};

/// A certificate and its key in one PEM text.
inline std::string self_signed_pem(const std::string& name = "chat.example.org") {
    return make_self_signed({{name, "127.0.0.1", "::1"}, today}).value();
}

inline std::shared_ptr<const TlsContext> context_of(
    const std::string& pem,
    TlsContext::ClientCertificates clients = TlsContext::ClientCertificates::ignored) {
    return TlsContext::make({pem, pem}, clients).value();
}

}  // namespace brusio::filter
