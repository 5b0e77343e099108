#include "transport/poco/io_loop.h"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <utility>

#include "core/base/assert.h"

namespace brusio::poco {

namespace {

Duration clock_since(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

}  // namespace

LinkInfo info_of(const Arrival& arrival, const IpAddress& peer) {
    LinkInfo info;
    info.kind = arrival.kind;
    info.peer_address = peer.text();
    info.loopback = peer.is_loopback() || peer.is_file_socket();
    info.secure = peer.is_file_socket();
    return info;
}

Now read_clocks() {
    const Duration wall = clock_since(CLOCK_REALTIME);
    return {MonoTime{clock_since(CLOCK_MONOTONIC)},
            WallTime{std::chrono::duration_cast<std::chrono::milliseconds>(wall).count()}};
}

IoLoop::IoLoop(Options options, AddressLimits& limits)
    : options_(std::move(options)),
      limits_(limits),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      ready_(ready_max),
      read_buffer_(options_.read_bytes_max) {
    BRUSIO_ASSERT(options_.index < (1U << options_.stride_bits));
    BRUSIO_ASSERT(options_.read_bytes_max > 0 && options_.handshakes_max > 0);
    watch(wakeup_.descriptor(), [this] { wakeup_.acknowledge(); });
}

IoLoop::~IoLoop() {
    abort_all();
    adopted_.take(opening_);
    for (const AcceptedSocket& socket : opening_) {
        ::close(socket.descriptor);
        if (socket.counted) limits_.released(socket.peer);
    }
}

void IoLoop::watch(int descriptor, std::function<void()> handler) {
    // No link has the generation 0: such a tag is the number of a watcher.
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = watchers_.size();
    watchers_.push_back(std::move(handler));
    const int result = ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, descriptor, &event);
    BRUSIO_ASSERT(result == 0);
}

LinkId IoLoop::id_of(const LinkSlot& slot) const {
    const auto local = static_cast<std::uint32_t>(&slot - slots_.data());
    return LinkId::of((local << options_.stride_bits) | options_.index, slot.generation);
}

LinkSlot* IoLoop::find(LinkId link) {
    const std::uint32_t stride_mask = (1U << options_.stride_bits) - 1;
    const std::uint32_t local = link.slot() >> options_.stride_bits;
    if ((link.slot() & stride_mask) != options_.index || local >= slots_.size()) return nullptr;
    LinkSlot& slot = slots_[local];
    return slot.generation == link.generation() ? &slot : nullptr;
}

LinkSlot* IoLoop::find_open(LinkId link) {
    LinkSlot* const slot = find(link);
    return slot != nullptr && slot->phase == LinkPhase::open ? slot : nullptr;
}

std::optional<std::size_t> IoLoop::queued_bytes(LinkId link) {
    const LinkSlot* const slot = find_open(link);
    if (slot == nullptr) return std::nullopt;
    return slot->queued_bytes();
}

int IoLoop::wait_ms(Duration wait_max) const {
    if (!dooms_.empty() || !drained_.empty()) return 0;
    for (const std::deque<Deadline>* const deadlines : {&closing_, &handshakes_, &proxy_headers_}) {
        if (deadlines->empty()) continue;
        wait_max = std::min(wait_max, deadlines->front().at - read_clocks().mono);
    }
    if (wait_max <= Duration::zero()) return 0;
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(wait_max).count();
    return static_cast<int>(std::min<std::int64_t>(ms, std::numeric_limits<int>::max()));
}

Now IoLoop::poll(TransportEvents& events, Duration wait_max) {
    flush();
    const int count = ::epoll_wait(epoll_.get(), ready_.data(), static_cast<int>(ready_.size()),
                                   wait_ms(wait_max));
    now_ = read_clocks();
    handshake_steps_left_ = handshake_steps_per_turn_max;
    report_dooms(events);
    for (int i = 0; i < count; ++i) handle_ready(ready_[static_cast<std::size_t>(i)], events);
    report_drained(events);
    open_adopted(events);
    run_tasks();
    expire_closing();
    expire_handshakes();
    expire_proxy_headers();
    begin_handshakes();
    return now_;
}

void IoLoop::handle_ready(const epoll_event& ready, TransportEvents& events) {
    const LinkId link{ready.data.u64};
    if (link.generation() == 0) return watchers_[link.slot()]();
    LinkSlot* const slot = find(link);
    if (slot == nullptr) return;  // closed earlier in this very turn
    if (slot->phase == LinkPhase::open) {
        handle_open(*slot, ready.events, events);
    } else if (slot->phase == LinkPhase::handshaking) {
        if (handshake_steps_left_ == 0) return;  // epoll tells of it again
        --handshake_steps_left_;
        handle_open(*slot, ready.events, events);
    } else if (slot->phase == LinkPhase::closing || slot->phase == LinkPhase::lingering) {
        handle_closing(*slot, ready.events);
    }
}

void IoLoop::handle_open(LinkSlot& slot, std::uint32_t mask, TransportEvents& events) {
    const LinkPhase phase = slot.phase;
    const bool broken = (mask & (EPOLLHUP | EPOLLERR)) != 0;
    if ((mask & EPOLLOUT) != 0 && !broken) flush_slot(slot);
    if (slot.phase != phase) return;
    note_if_drained(slot);
    if (slot.reading && (broken || (mask & EPOLLIN) != 0)) return read(slot, mask, events);
    // Not read on purpose, yet gone: epoll would tell so for ever.
    if (broken) lose(slot, events);
}

void IoLoop::read(LinkSlot& slot, std::uint32_t mask, TransportEvents& events) {
    const ssize_t count =
        ::recv(slot.descriptor, read_buffer_.data(), read_buffer_.size(), MSG_DONTWAIT);
    if (count > 0) {
        const std::string_view bytes{read_buffer_.data(), static_cast<std::size_t>(count)};
        if (slot.filtered) return receive(slot, bytes, events);
        return events.link_bytes(id_of(slot), bytes, now_);
    }
    const bool again = count < 0 && (errno == EAGAIN || errno == EINTR);
    if (again && (mask & (EPOLLHUP | EPOLLERR)) == 0) return;
    if (count == 0 && !slot.write_broken) return end_of_stream(slot, events);
    lose(slot, events);
}

void IoLoop::end_of_stream(LinkSlot& slot, TransportEvents& events) {
    const LinkId link = id_of(slot);
    const bool known = slot.phase == LinkPhase::open;
    if (!known) tell_failed_handshake(slot, "the peer hung up");
    slot.peer_ended = true;
    begin_closing(slot);
    // Filters end a stream by a goodbye of their own: without one it was cut.
    const CloseReason reason = slot.filtered ? CloseReason::reset : CloseReason::peer_closed;
    if (known) events.link_closed(link, reason, now_);
}

void IoLoop::lose(LinkSlot& slot, TransportEvents& events) {
    const LinkId link = id_of(slot);
    const bool known = slot.phase == LinkPhase::open;
    if (!known) tell_failed_handshake(slot, "the peer hung up");
    destroy(slot, Ending::orderly);
    if (known) events.link_closed(link, CloseReason::reset, now_);
}

void IoLoop::handle_closing(LinkSlot& slot, std::uint32_t mask) {
    if ((mask & (EPOLLHUP | EPOLLERR)) != 0) return destroy(slot, Ending::orderly);
    if ((mask & EPOLLOUT) != 0) return flush_slot(slot);
    if (slot.phase == LinkPhase::lingering) discard(slot);
}

void IoLoop::discard(LinkSlot& slot) {
    const ssize_t count =
        ::recv(slot.descriptor, read_buffer_.data(), read_buffer_.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count <= 0) return destroy(slot, Ending::orderly);
    slot.discarded_bytes += static_cast<std::uint32_t>(count);
    if (slot.discarded_bytes > discard_bytes_max) destroy(slot, Ending::abrupt);
}

void IoLoop::report_dooms(TransportEvents& events) {
    for (std::size_t i = 0; i < dooms_.size(); ++i) {
        const Report report = dooms_[i];
        LinkSlot* const slot = find(report.link);
        BRUSIO_ASSERT(slot != nullptr && slot->phase == LinkPhase::doomed);
        destroy(*slot, Ending::abrupt);
        events.link_closed(report.link, report.reason, now_);
    }
    dooms_.clear();
}

void IoLoop::report_drained(TransportEvents& events) {
    for (std::size_t i = 0; i < drained_.size(); ++i) {
        const LinkId link = drained_[i];
        if (find_open(link) != nullptr) events.link_drained(link, now_);
    }
    drained_.clear();
}

void IoLoop::open_adopted(TransportEvents& events) {
    adopted_.take(opening_);
    for (const AcceptedSocket& socket : opening_) open_link(socket, events);
    opening_.clear();
}

void IoLoop::open_link(const AcceptedSocket& socket, TransportEvents& events) {
    if (free_.empty()) {
        free_.push_back(static_cast<std::uint32_t>(slots_.size()));
        slots_.emplace_back();
        counted_as_.emplace_back();
    }
    const std::uint32_t local = free_.back();
    free_.pop_back();
    LinkSlot& slot = slots_[local];
    const std::uint32_t generation = std::max(slot.generation + 1, 1U);
    slot = LinkSlot{};
    slot.descriptor = socket.descriptor;
    slot.generation = generation;
    slot.phase = LinkPhase::open;
    if (socket.arrival.filters != nullptr) prepare_filter(slot, socket);
    counted_as_[local] = socket.counted ? socket.peer : IpAddress{};
    links_open_.fetch_add(1, std::memory_order_relaxed);

    const LinkId link = id_of(slot);
    epoll_event event{};
    event.events = slot.watched = slot.interest();
    event.data.u64 = link.value;
    if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, socket.descriptor, &event) != 0) {
        return destroy(slot, Ending::abrupt);  // the kernel has no memory for one more watch
    }
    if (slot.filtered) return await_handshake(slot);
    events.link_opened(link, info_of(socket.arrival, socket.peer), now_);
}

void IoLoop::run_tasks() {
    tasks_.take(running_);
    for (const std::function<void()>& task : running_) task();
    running_.clear();
}

void IoLoop::expire_closing() {
    while (!closing_.empty() && closing_.front().at <= now_.mono) {
        LinkSlot* const slot = find(closing_.front().link);
        closing_.pop_front();
        if (slot != nullptr && slot->phase != LinkPhase::free) destroy(*slot, Ending::abrupt);
    }
}

void IoLoop::abort_all() {
    for (LinkSlot& slot : slots_) {
        const bool in_order = slot.phase == LinkPhase::lingering;
        if (slot.phase != LinkPhase::free) {
            destroy(slot, in_order ? Ending::orderly : Ending::abrupt);
        }
    }
    dooms_.clear();
    drained_.clear();
    closing_.clear();
    handshakes_.clear();
    proxy_headers_.clear();
    waiting_.clear();
}

}  // namespace brusio::poco
