#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>

#include "core/base/assert.h"
#include "transport/poco/io_loop.h"

namespace brusio::poco {

void IoLoop::apply(const Output& output) {
    if (const auto* delivery = std::get_if<Deliver>(&output)) {
        deliver(*delivery);
    } else if (const auto* close = std::get_if<Close>(&output)) {
        if (LinkSlot* slot = find_open(close->link)) begin_closing(*slot);
    } else if (const auto* set = std::get_if<SetReading>(&output)) {
        if (LinkSlot* slot = find_open(set->link)) set_reading(*slot, set->reading);
    } else if (const auto* tell = std::get_if<TellDrained>(&output)) {
        if (LinkSlot* slot = find_open(tell->link)) await_drained(*slot, tell->queue_bytes);
    }
}

void IoLoop::deliver(const Deliver& delivery) {
    const std::string_view bytes = delivery.frame.bytes();
    if (bytes.empty()) return;
    if (!delivery.audience) {
        if (LinkSlot* slot = find_open(delivery.to)) queue_own(*slot, bytes);
        return;
    }
    const Piece piece = turn_.add(delivery.audience.get(), bytes);
    for (const LinkId to : *delivery.audience) {
        if (to != delivery.except) queue_shared(to, piece);
    }
}

void IoLoop::queue_shared(LinkId to, const Piece& piece) {
    LinkSlot* const slot = find_open(to);
    if (slot == nullptr || slot->write_broken) return;
    slot->out.add_shared(piece);
    queued(*slot);
}

void IoLoop::queue_own(LinkSlot& slot, std::string_view bytes) {
    if (slot.write_broken) return;
    slot.out.add_own(pool_, bytes);
    queued(slot);
}

void IoLoop::queued(LinkSlot& slot) {
    mark_dirty(slot);
    if (slot.queued_bytes() <= options_.send_queue_bytes_max) return;
    // Much in one turn is not yet a slow reader: only what the socket does not take counts.
    if (!slot.want_write) flush_slot(slot);
    if (slot.phase == LinkPhase::open && slot.queued_bytes() > options_.send_queue_bytes_max) {
        doom(slot, CloseReason::send_queue_exceeded);
    }
}

void IoLoop::mark_dirty(LinkSlot& slot) {
    if (slot.dirty) return;
    slot.dirty = true;
    dirty_.push_back(static_cast<std::uint32_t>(&slot - slots_.data()));
}

void IoLoop::set_reading(LinkSlot& slot, bool reading) {
    if (slot.reading == reading) return;
    slot.reading = reading;
    watch_changed(slot);
}

void IoLoop::await_drained(LinkSlot& slot, std::size_t queue_bytes) {
    slot.tells_drained = true;
    slot.drained_at_most = static_cast<std::uint32_t>(
        std::min<std::size_t>(queue_bytes, std::numeric_limits<std::uint32_t>::max()));
    mark_dirty(slot);  // it is looked at when the turn has been written
}

void IoLoop::note_if_drained(LinkSlot& slot) {
    if (!slot.tells_drained || slot.phase != LinkPhase::open) return;
    if (slot.queued_bytes() > slot.drained_at_most) return;
    slot.tells_drained = false;
    drained_.push_back(id_of(slot));
}

void IoLoop::flush() {
    for (std::size_t i = 0; i < dirty_.size(); ++i) {
        LinkSlot& slot = slots_[dirty_[i]];
        if (!slot.dirty) continue;  // its link is gone, perhaps another has the slot
        slot.dirty = false;
        if (!slot.want_write) flush_slot(slot);
        note_if_drained(slot);
    }
    dirty_.clear();
    turn_.clear();
}

void IoLoop::flush_slot(LinkSlot& slot) {
    if (slot.phase != LinkPhase::open && slot.phase != LinkPhase::closing &&
        slot.phase != LinkPhase::handshaking) {
        return;
    }
    if (!(slot.filtered ? write_filtered(slot) : write_out(slot))) return;
    const bool full = slot.queued_bytes() > 0;
    if (full != slot.want_write) {
        slot.want_write = full;
        watch_changed(slot);
    }
    if (!full && slot.phase == LinkPhase::closing) begin_lingering(slot);
}

bool IoLoop::write_out(LinkSlot& slot) {
    std::array<iovec, vectors_max> vectors;
    while (slot.out.bytes() > 0) {
        const std::size_t count = slot.out.fill(vectors.data(), vectors.size());
        std::size_t offered = 0;
        for (std::size_t i = 0; i < count; ++i) offered += vectors[i].iov_len;
        ssize_t sent = 0;
        if (count == 1) {
            sent =
                ::send(slot.descriptor, vectors[0].iov_base, offered, MSG_NOSIGNAL | MSG_DONTWAIT);
        } else {
            msghdr message{};
            message.msg_iov = vectors.data();
            message.msg_iovlen = count;
            sent = ::sendmsg(slot.descriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        }
        if (sent < 0) {
            if (errno == EINTR) continue;
            if (errno == EAGAIN) return true;
            write_failed(slot, errno);
            return false;
        }
        slot.out.consume(pool_, static_cast<std::size_t>(sent));
        if (static_cast<std::size_t>(sent) < offered) return true;
    }
    return true;
}

void IoLoop::write_failed(LinkSlot& slot, int error) {
    if (slot.phase == LinkPhase::handshaking) tell_failed_handshake(slot, "the peer hung up");
    if (slot.phase != LinkPhase::open) return destroy(slot, Ending::orderly);
    const bool peer_is_gone = error == EPIPE || error == ECONNRESET;
    if (!peer_is_gone) return doom(slot, CloseReason::reset);
    // What the peer sent before it went is still to be read; epoll tells of the end by itself.
    slot.write_broken = true;
    slot.wire_bytes = 0;
    slot.out.clear(pool_);
    if (slot.want_write) {
        slot.want_write = false;
        watch_changed(slot);
    }
}

void IoLoop::doom(LinkSlot& slot, CloseReason reason) {
    slot.phase = LinkPhase::doomed;
    slot.out.clear(pool_);
    dooms_.push_back({id_of(slot), reason});
}

void IoLoop::begin_closing(LinkSlot& slot) {
    if (slot.phase == LinkPhase::handshaking) leave_handshake(slot);
    slot.phase = LinkPhase::closing;
    closing_.push_back({now_.mono + options_.close_deadline, id_of(slot)});
    if (slot.want_write) {
        watch_changed(slot);
    } else {
        mark_dirty(slot);
    }
}

void IoLoop::begin_lingering(LinkSlot& slot) {
    if (slot.peer_ended) return destroy(slot, Ending::orderly);
    // Closing at once would answer bytes that are still on their way with a reset, and a reset can
    // overtake the goodbye that was just written.
    slot.phase = LinkPhase::lingering;
    links_lingering_.fetch_add(1, std::memory_order_relaxed);
    ::shutdown(slot.descriptor, SHUT_WR);
    watch_changed(slot);
}

void IoLoop::watch_changed(LinkSlot& slot) {
    if (slot.watched == slot.interest()) return;
    epoll_event event{};
    event.events = slot.watched = slot.interest();
    event.data.u64 = id_of(slot).value;
    const int result = ::epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, slot.descriptor, &event);
    BRUSIO_ASSERT(result == 0);
}

void IoLoop::destroy(LinkSlot& slot, Ending ending) {
    BRUSIO_ASSERT(slot.phase != LinkPhase::free);
    const auto local = static_cast<std::uint32_t>(&slot - slots_.data());
    if (ending == Ending::abrupt) {  // the kernel forgets what it still holds for this peer
        const linger now{1, 0};
        ::setsockopt(slot.descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    ::close(slot.descriptor);
    slot.descriptor = -1;
    if (slot.filtered) forget_filter(slot);
    if (slot.phase == LinkPhase::lingering) {
        links_lingering_.fetch_sub(1, std::memory_order_relaxed);
    }
    slot.phase = LinkPhase::free;
    slot.dirty = false;
    slot.out.clear(pool_);
    if (!counted_as_[local].is_none()) limits_.released(counted_as_[local]);
    free_.push_back(local);
    links_open_.fetch_sub(1, std::memory_order_relaxed);
}

}  // namespace brusio::poco
