#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "core/base/assert.h"
#include "transport/poco/io_loop.h"

namespace brusio::poco {

using filter::FilterState;

FilteredLink& IoLoop::filtered(const LinkSlot& slot) {
    const auto local = static_cast<std::size_t>(&slot - slots_.data());
    BRUSIO_ASSERT(slot.filtered && local < filtered_.size() && filtered_[local] != nullptr);
    return *filtered_[local];
}

void IoLoop::prepare_filter(LinkSlot& slot, const AcceptedSocket& socket) {
    const auto local = static_cast<std::size_t>(&slot - slots_.data());
    if (filtered_.size() <= local) filtered_.resize(slots_.size());
    filtered_[local] = std::make_unique<FilteredLink>();
    filtered_[local]->arrival = socket.arrival;
    filtered_[local]->peer = socket.peer;
    filtered_[local]->is_proxy = socket.is_proxy;
    slot.filtered = true;
    slot.phase = LinkPhase::handshaking;
    slot.reading = false;  // until its handshake may begin
}

void IoLoop::await_handshake(LinkSlot& slot) {
    if (handshakes_stopped_) return destroy(slot, Ending::abrupt);
    handshakes_.push_back({now_.mono + options_.handshake_deadline, id_of(slot)});
    waiting_.push_back(id_of(slot));
}

void IoLoop::begin_handshakes() {
    while (!waiting_.empty() && handshakes_begun_ < options_.handshakes_max) {
        LinkSlot* const slot = find(waiting_.front());
        waiting_.pop_front();
        if (slot == nullptr || slot->phase != LinkPhase::handshaking) continue;
        FilteredLink& link = filtered(*slot);
        link.filter = (*link.arrival.filters)();
        BRUSIO_ASSERT(link.filter != nullptr);
        ++handshakes_begun_;
        if (link.filter->awaits_proxy()) {
            proxy_headers_.push_back({now_.mono + options_.proxy_header_deadline, id_of(*slot)});
        }
        slot->reading = true;
        watch_changed(*slot);
    }
}

void IoLoop::leave_handshake(LinkSlot& slot) {
    BRUSIO_ASSERT(slot.phase == LinkPhase::handshaking);
    if (filtered(slot).filter == nullptr) return;
    BRUSIO_ASSERT(handshakes_begun_ > 0);
    --handshakes_begun_;
}

void IoLoop::expire_handshakes() {
    while (!handshakes_.empty() && handshakes_.front().at <= now_.mono) {
        LinkSlot* const slot = find(handshakes_.front().link);
        handshakes_.pop_front();
        if (slot == nullptr || slot->phase != LinkPhase::handshaking) continue;
        tell_failed_handshake(*slot, "it took too long");
        destroy(*slot, Ending::abrupt);
    }
}

void IoLoop::expire_proxy_headers() {
    while (!proxy_headers_.empty() && proxy_headers_.front().at <= now_.mono) {
        LinkSlot* const slot = find(proxy_headers_.front().link);
        proxy_headers_.pop_front();
        if (slot == nullptr || slot->phase != LinkPhase::handshaking) continue;
        if (!filtered(*slot).filter->awaits_proxy()) continue;
        tell_failed_handshake(*slot, "the PROXY header took too long");
        destroy(*slot, Ending::abrupt);
    }
}

/// Counts a link whose peer only its filters know, or that was not counted so far.
bool IoLoop::admit(LinkSlot& slot, FilteredLink& link, const LinkInfo& info) {
    if (!info.forwarded && !link.is_proxy) return true;
    IpAddress& counted = counted_as_[static_cast<std::size_t>(&slot - slots_.data())];
    if (!counted.is_none()) limits_.released(std::exchange(counted, IpAddress{}));
    link.peer = IpAddress::parse(info.peer_address).value_or(link.peer);
    using Word = AddressLimits::Word;
    const auto verdict =
        limits_.admit(link.peer, now_.mono, info.forwarded ? Word::a_proxy : Word::the_kernel);
    if (verdict == AddressLimits::Verdict::admitted) counted = link.peer;
    return verdict == AddressLimits::Verdict::admitted || verdict == AddressLimits::Verdict::exempt;
}

void IoLoop::turn_away(LinkSlot& slot, FilteredLink& link) {
    link.filter->send(link.arrival.kind == LinkKind::irc
                          ? "ERROR :Closing link: too many links from your address\r\n"
                          : "Too many connections from your address, try again later\n",
                      link.wire);
    slot.wire_bytes = link.wire_bytes();
    tell_failed_handshake(slot, "too many links from its address");
    begin_closing(slot);
}

void IoLoop::stop_handshakes() {
    handshakes_stopped_ = true;
    for (LinkSlot& slot : slots_) {
        if (slot.phase == LinkPhase::handshaking) destroy(slot, Ending::abrupt);
    }
}

void IoLoop::tell_failed_handshake(const LinkSlot& slot, const std::string& reason) {
    if (options_.on_failed_handshake) options_.on_failed_handshake(filtered(slot).peer, reason);
}

void IoLoop::forget_filter(LinkSlot& slot) {
    if (slot.phase == LinkPhase::handshaking) leave_handshake(slot);
    filtered_[static_cast<std::size_t>(&slot - slots_.data())].reset();
    slot.filtered = false;
    slot.wire_bytes = 0;
}

void IoLoop::receive(LinkSlot& slot, std::string_view wire, TransportEvents& events) {
    FilteredLink& link = filtered(slot);
    const LinkId id = id_of(slot);
    plain_.clear();
    link.filter->receive(wire, plain_, link.wire);
    if (slot.write_broken) link.forget_wire();
    slot.wire_bytes = link.wire_bytes();
    const FilterState state = link.filter->state();
    if (slot.phase == LinkPhase::handshaking && (state == FilterState::open || !plain_.empty())) {
        LinkInfo info = info_of(link.arrival, link.peer);
        link.filter->describe(info);
        if (!admit(slot, link, info)) return turn_away(slot, link);
        leave_handshake(slot);
        slot.phase = LinkPhase::open;
        events.link_opened(id, info, now_);
    }
    if (!plain_.empty()) events.link_bytes(id, plain_, now_);
    if (state < FilterState::peer_closed) {
        if (slot.wire_bytes > 0) queued(slot);
        return;
    }
    end_filtered(slot, link, events);
}

void IoLoop::end_filtered(LinkSlot& slot, FilteredLink& link, TransportEvents& events) {
    const LinkId id = id_of(slot);
    const bool known = slot.phase == LinkPhase::open;
    const bool goodbye = link.filter->state() == FilterState::peer_closed;
    if (!known) tell_failed_handshake(slot, goodbye ? "the peer hung up" : link.filter->reason());
    begin_closing(slot);
    if (known)
        events.link_closed(id, goodbye ? CloseReason::peer_closed : CloseReason::reset, now_);
}

/// Makes bytes for the wire out of the oldest of the queue.
void IoLoop::encode_some(LinkSlot& slot, FilteredLink& link) {
    std::array<iovec, 64> vectors;
    gather_.clear();
    const std::size_t count = slot.out.fill(vectors.data(), vectors.size());
    for (std::size_t i = 0; i < count && gather_.size() < encode_bytes_max; ++i) {
        const std::size_t room = encode_bytes_max - gather_.size();
        gather_.append(static_cast<const char*>(vectors[i].iov_base),
                       std::min(vectors[i].iov_len, room));
    }
    slot.out.consume(pool_, gather_.size());
    link.filter->send(gather_, link.wire);
}

/// False if there is nothing to send.
bool IoLoop::fill_wire(LinkSlot& slot, FilteredLink& link) {
    if (link.wire_bytes() > 0) return true;
    link.forget_wire();
    if (link.wire.capacity() < spare_.capacity()) link.wire.swap(spare_);
    while (link.wire.empty() && slot.out.bytes() > 0) encode_some(slot, link);
    const bool at_end = slot.phase == LinkPhase::closing && link.filter != nullptr;
    if (link.wire.empty() && at_end) link.filter->close(link.wire);
    return !link.wire.empty();
}

bool IoLoop::write_filtered(LinkSlot& slot) {
    FilteredLink& link = filtered(slot);
    while (fill_wire(slot, link)) {
        const std::size_t offered = link.wire_bytes();
        const ssize_t sent = ::send(slot.descriptor, link.wire.data() + link.wire_sent, offered,
                                    MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0) {
            if (errno == EINTR) continue;
            if (errno == EAGAIN) break;
            write_failed(slot, errno);
            return false;
        }
        link.wire_sent += static_cast<std::size_t>(sent);
        if (static_cast<std::size_t>(sent) < offered) break;
    }
    if (link.wire_bytes() == 0) {  // an idle link holds no memory for its wire
        link.forget_wire();
        link.wire.swap(spare_);
        std::string{}.swap(link.wire);
    }
    slot.wire_bytes = link.wire_bytes();
    return true;
}

}  // namespace brusio::poco
