#include "server-app/link_filters.h"

#include <utility>

#include "core/base/assert.h"
#include "transport/filter/filter_stack.h"
#include "transport/filter/proxy_filter.h"
#include "transport/filter/tls_server_filter.h"

namespace brusio::server {

std::shared_ptr<const filter::TlsContext> LinkFilters::set_tls(
    std::shared_ptr<const filter::TlsContext> context) {
    const std::lock_guard lock{mutex_};
    return std::exchange(tls_, std::move(context));
}

void LinkFilters::set_websocket(filter::WebSocketSettings settings) {
    const std::lock_guard lock{mutex_};
    websocket_ = std::make_shared<const filter::WebSocketSettings>(std::move(settings));
}

filter::FilterMaker LinkFilters::maker(const ListenUrl& url) {
    if (url.carrier == Carrier::tcp && !url.proxy) return {};
    return [this, url] {
        auto filter = make_carrier(url);
        if (!url.proxy) return filter;
        const auto speaks = url.proxy_tls ? filter::ProxySpeaks::tls : filter::ProxySpeaks::unknown;
        auto proxy = std::make_unique<filter::ProxyFilter>(speaks);
        if (filter == nullptr) return std::unique_ptr<filter::ByteFilter>{std::move(proxy)};
        return std::unique_ptr<filter::ByteFilter>{
            std::make_unique<filter::FilterStack>(std::move(filter), std::move(proxy))};
    };
}

/// Null for bare bytes.
std::unique_ptr<filter::ByteFilter> LinkFilters::make_carrier(const ListenUrl& url) {
    switch (url.carrier) {
        case Carrier::tls:
            return make_tls(filter::TlsProtocol::irc);
        case Carrier::websocket:
            return make_websocket(url);
        case Carrier::websocket_over_tls:
            return std::make_unique<filter::FilterStack>(make_websocket(url),
                                                         make_tls(filter::TlsProtocol::http));
        case Carrier::tcp:
            break;
    }
    return nullptr;
}

std::unique_ptr<filter::ByteFilter> LinkFilters::make_websocket(const ListenUrl& url) {
    const std::lock_guard lock{mutex_};
    return std::make_unique<filter::WebSocketServerFilter>(
        websocket_, url.proxy_tls ? filter::ProxySpeaks::tls : filter::ProxySpeaks::unknown);
}

std::unique_ptr<filter::ByteFilter> LinkFilters::make_tls(filter::TlsProtocol protocol) {
    const std::lock_guard lock{mutex_};
    BRUSIO_ASSERT(tls_ != nullptr);
    return std::make_unique<filter::TlsServerFilter>(tls_, protocol);
}

}  // namespace brusio::server
