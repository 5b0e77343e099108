#include "transport/filter/proxy_filter.h"

#include "core/base/assert.h"

namespace brusio::filter {

void ProxyFilter::receive(std::string_view wire, std::string& up, std::string&) {
    if (state_ == FilterState::open) {
        up.append(wire);
        return;
    }
    if (state_ != FilterState::handshaking) return;
    const std::size_t before = begun_.size();
    begun_.append(wire.substr(0, proxy_header_bytes_max - before));
    const ProxyReading reading = read_proxy_header(begun_);
    if (reading.state == ProxyReading::State::broken) state_ = FilterState::failed;
    if (reading.state != ProxyReading::State::whole) return;
    header_ = reading.header;
    BRUSIO_ASSERT(header_.bytes > before);
    up.append(wire.substr(header_.bytes - before));
    std::string{}.swap(begun_);
    state_ = FilterState::open;
}

void ProxyFilter::describe(LinkInfo& info) const {
    if (header_.local) return;
    // That nobody reads along on the way from the proxy says nothing of the way to it.
    if (IpAddress::parse_peer(info.peer_address) == IpAddress::file_socket()) info.secure = false;
    if (header_.source) info.peer_address = header_.source->text();
    info.forwarded = true;
    info.loopback = false;
    if (header_.secure || speaks_ == ProxySpeaks::tls) info.secure = true;
}

}  // namespace brusio::filter
