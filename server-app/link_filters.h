#pragma once

#include <memory>
#include <mutex>

#include "server-app/app_config.h"
#include "transport/filter/byte_filter.h"
#include "transport/filter/tls_context.h"
#include "transport/filter/tls_protocol.h"
#include "transport/filter/websocket_server_filter.h"

namespace brusio::server {

/// Makes the filters of new links out of the settings of the moment. Any thread; outlives the
/// transport that calls its makers.
class LinkFilters {
 public:
    /// For links to come; those that are open keep what they have. Gives what was set before.
    std::shared_ptr<const filter::TlsContext> set_tls(
        std::shared_ptr<const filter::TlsContext> context);
    void set_websocket(filter::WebSocketSettings settings);
    /// For a listener; empty if its links need no filter. Before the first link opens, `set_tls`
    /// must have been called if the listener needs it.
    [[nodiscard]] filter::FilterMaker maker(const ListenUrl& url);

 private:
    [[nodiscard]] std::unique_ptr<filter::ByteFilter> make_tls(filter::TlsProtocol protocol);
    [[nodiscard]] std::unique_ptr<filter::ByteFilter> make_websocket(const ListenUrl& url);
    [[nodiscard]] std::unique_ptr<filter::ByteFilter> make_carrier(const ListenUrl& url);

    std::mutex mutex_;
    std::shared_ptr<const filter::TlsContext> tls_;
    std::shared_ptr<const filter::WebSocketSettings> websocket_ =
        std::make_shared<const filter::WebSocketSettings>();
};

}  // namespace brusio::server
