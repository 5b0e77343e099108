#include "server-app/link_log.h"

namespace brusio::server {

namespace {

std::string_view name_of(CloseReason reason) {
    switch (reason) {
        case CloseReason::peer_closed:
            return "peer_closed";
        case CloseReason::reset:
            return "reset";
        case CloseReason::send_queue_exceeded:
            return "send_queue_exceeded";
        case CloseReason::server_stopping:
            return "server_stopping";
        default:
            break;
    }
    return "closed_by_us";  // never reported by a transport
}

}  // namespace

void LinkLog::link_opened(LinkId link, const LinkInfo& info, Now now) {
    log_.write(LogLevel::debug, "link_opened",
               {{"link", link.value},
                {"kind", info.kind == LinkKind::irc ? "irc" : "plain"},
                {"address", info.peer_address}});
    next_.link_opened(link, info, now);
}

void LinkLog::link_bytes(LinkId link, std::string_view bytes, Now now) {
    next_.link_bytes(link, bytes, now);
}

void LinkLog::link_closed(LinkId link, CloseReason reason, Now now) {
    log_.write(LogLevel::debug, "link_closed", {{"link", link.value}, {"reason", name_of(reason)}});
    next_.link_closed(link, reason, now);
}

void LinkLog::link_drained(LinkId link, Now now) { next_.link_drained(link, now); }

}  // namespace brusio::server
