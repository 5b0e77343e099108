#include "server-app/link_filters.h"

#include <utility>

#include "core/base/assert.h"
#include "transport/filter/tls_server_filter.h"

namespace brusio::server {

void LinkFilters::set_tls(std::shared_ptr<const filter::TlsContext> context) {
    const std::lock_guard lock{mutex_};
    tls_ = std::move(context);
}

filter::FilterMaker LinkFilters::maker(Carrier carrier) {
    if (carrier == Carrier::tls) return [this] { return make_tls(filter::TlsProtocol::irc); };
    return {};
}

std::unique_ptr<filter::ByteFilter> LinkFilters::make_tls(filter::TlsProtocol protocol) {
    const std::lock_guard lock{mutex_};
    BRUSIO_ASSERT(tls_ != nullptr);
    return std::make_unique<filter::TlsServerFilter>(tls_, protocol);
}

}  // namespace brusio::server
