#pragma once

#include <memory>
#include <mutex>

#include "server-app/app_config.h"
#include "transport/filter/byte_filter.h"
#include "transport/filter/tls_context.h"
#include "transport/filter/tls_protocol.h"

namespace brusio::server {

/// Makes the filters of new links out of the settings of the moment. Any thread; outlives the
/// transport that calls its makers.
class LinkFilters {
 public:
    /// For links to come; those that are open keep what they have.
    void set_tls(std::shared_ptr<const filter::TlsContext> context);
    /// For a listener; empty if its links need no filter. Before the first link opens, `set_tls`
    /// must have been called if `carrier` needs it.
    [[nodiscard]] filter::FilterMaker maker(Carrier carrier);

 private:
    [[nodiscard]] std::unique_ptr<filter::ByteFilter> make_tls(filter::TlsProtocol protocol);

    std::mutex mutex_;
    std::shared_ptr<const filter::TlsContext> tls_;
};

}  // namespace brusio::server
