#pragma once

#include "core/ports/transport.h"
#include "server-app/logger.h"

namespace brusio::server {

/// Tells the log of links that come and go, at level debug, and passes every event on. Never shows
/// what a link carries.
class LinkLog final : public TransportEvents {
 public:
    LinkLog(TransportEvents& next, Logger& log) : next_(next), log_(log) {}

    void link_opened(LinkId link, const LinkInfo& info, Now now) override;
    void link_bytes(LinkId link, std::string_view bytes, Now now) override;
    void link_closed(LinkId link, CloseReason reason, Now now) override;
    void link_drained(LinkId link, Now now) override;

 private:
    TransportEvents& next_;
    Logger& log_;
};

}  // namespace brusio::server
