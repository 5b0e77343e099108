#pragma once

#include <memory>

#include "transport/filter/self_signed.h"
#include "transport/filter/tls_context.h"
#include "transport/filter/tls_server_filter.h"
#include "transport/filter/websocket_server_filter.h"

namespace brusio::test {

/// One self-signed certificate for all tests of a program.
inline const std::shared_ptr<const filter::TlsContext>& tls_context() {
    static const auto context = [] {
        const std::string pem =
            filter::make_self_signed({{"localhost"}, WallTime{1'790'000'000'000}}).value();
        return filter::TlsContext::make({pem, pem}, filter::TlsContext::ClientCertificates::asked)
            .value();
    }();
    return context;
}

/// What stands on the links of an ircs listener.
inline filter::FilterMaker tls_filters() {
    return [context = tls_context()] {
        return std::make_unique<filter::TlsServerFilter>(context, filter::TlsProtocol::irc);
    };
}

/// What stands on the links of a ws listener.
inline filter::FilterMaker websocket_filters() {
    return [settings = std::make_shared<const filter::WebSocketSettings>()] {
        return std::make_unique<filter::WebSocketServerFilter>(settings);
    };
}

}  // namespace brusio::test
