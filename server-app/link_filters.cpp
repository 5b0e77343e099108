#include "server-app/link_filters.h"

#include <utility>

#include "core/base/assert.h"
#include "transport/filter/filter_stack.h"
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

filter::FilterMaker LinkFilters::maker(Carrier carrier) {
    switch (carrier) {
        case Carrier::tls:
            return [this] { return make_tls(filter::TlsProtocol::irc); };
        case Carrier::websocket:
            return [this] { return make_websocket(); };
        case Carrier::websocket_over_tls:
            return [this] {
                return std::make_unique<filter::FilterStack>(make_websocket(),
                                                             make_tls(filter::TlsProtocol::http));
            };
        case Carrier::tcp:
            break;
    }
    return {};
}

std::unique_ptr<filter::ByteFilter> LinkFilters::make_websocket() {
    const std::lock_guard lock{mutex_};
    return std::make_unique<filter::WebSocketServerFilter>(websocket_);
}

std::unique_ptr<filter::ByteFilter> LinkFilters::make_tls(filter::TlsProtocol protocol) {
    const std::lock_guard lock{mutex_};
    BRUSIO_ASSERT(tls_ != nullptr);
    return std::make_unique<filter::TlsServerFilter>(tls_, protocol);
}

}  // namespace brusio::server
