#include "transport/memory/memory_transport.h"

#include <utility>

#include "core/base/assert.h"

namespace brusio {

MemoryTransport::~MemoryTransport() {
    for (Slot& slot : slots_) {
        if (slot.link) slot.link->break_off();
    }
}

MemoryPeer MemoryTransport::connect(LinkInfo info) {
    if (free_.empty()) {
        free_.push_back(static_cast<std::uint32_t>(slots_.size()));
        slots_.emplace_back();
    }
    Slot& slot = slots_[free_.back()];
    free_.pop_back();
    const std::uint32_t generation = slot.generation + 1;
    slot = Slot{};
    slot.phase = Phase::connecting;
    slot.generation = generation;
    slot.link = std::make_shared<MemoryLink>(options_.pipe_bytes_max);
    slot.info = std::move(info);
    ++links_open_;
    return MemoryPeer{slot.link};
}

void MemoryTransport::release(std::span<const Output> outputs) {
    for (const Output& output : outputs) {
        if (const auto* delivery = std::get_if<Deliver>(&output)) {
            deliver(*delivery);
        } else if (const auto* close = std::get_if<Close>(&output)) {
            if (Slot* slot = find_open(close->link)) begin_flushing(*slot);
        } else if (const auto* set = std::get_if<SetReading>(&output)) {
            if (Slot* slot = find_open(set->link)) slot->reading = set->reading;
        } else if (const auto* tell = std::get_if<TellDrained>(&output)) {
            if (Slot* slot = find_open(tell->link)) {
                slot->tells_drained = true;
                slot->drained_at_most = tell->queue_bytes;
            }
        }
    }
}

MemoryTransport::Slot* MemoryTransport::find_open(LinkId link) {
    if (link.slot() >= slots_.size()) return nullptr;
    Slot& slot = slots_[link.slot()];
    const bool known = slot.generation == link.generation() && slot.phase == Phase::open;
    return known ? &slot : nullptr;
}

void MemoryTransport::deliver(const Deliver& deliver) {
    if (!deliver.audience) return queue_frame(deliver.to, deliver.frame);
    for (const LinkId to : *deliver.audience) {
        if (to != deliver.except) queue_frame(to, deliver.frame);
    }
}

void MemoryTransport::queue_frame(LinkId to, const Frame& frame) {
    Slot* slot = find_open(to);
    if (slot == nullptr || frame.empty()) return;
    slot->queue.push_back(frame);
    slot->queue_bytes += frame.size();
    flush(*slot);
    if (slot->queue_bytes <= options_.send_queue_bytes_max) return;
    slot->phase = Phase::overfull;
    slot->queue.clear();
    slot->sent_of_first = 0;
    slot->queue_bytes = 0;
}

void MemoryTransport::flush(Slot& slot) {
    std::size_t sent = 0;  // frames
    for (const Frame& frame : slot.queue) {
        const std::string_view rest = frame.bytes().substr(slot.sent_of_first);
        const std::size_t taken = slot.link->to_peer.write(rest);
        slot.queue_bytes -= taken;
        if (taken < rest.size()) {
            slot.sent_of_first += taken;
            break;
        }
        slot.sent_of_first = 0;
        ++sent;
    }
    slot.queue.erase(slot.queue.begin(), slot.queue.begin() + static_cast<std::ptrdiff_t>(sent));
}

void MemoryTransport::begin_flushing(Slot& slot) {
    slot.phase = Phase::flushing;
    slot.flush_until = MonoTime{};
}

void MemoryTransport::pump_events(TransportEvents& events, Now now) {
    for (std::uint32_t index = 0; index < slots_.size(); ++index) {
        const LinkId link = LinkId::of(index, slots_[index].generation);
        if (slots_[index].phase == Phase::connecting) {
            slots_[index].phase = Phase::open;
            const LinkInfo info = std::move(slots_[index].info);
            slots_[index].info = {};
            events.link_opened(link, info, now);
        }
        if (slots_[index].phase == Phase::overfull) {
            slots_[index].link->break_off();
            report_closed(link, CloseReason::send_queue_exceeded, events, now);
        }
        if (slots_[index].phase == Phase::open) read_link(link, events, now);
        if (slots_[index].phase == Phase::flushing) serve_flushing(index, now);
    }
}

void MemoryTransport::read_link(LinkId link, TransportEvents& events, Now now) {
    Slot& slot = slots_[link.slot()];
    flush(slot);
    if (slot.link->broken()) return report_closed(link, CloseReason::reset, events, now);
    if (slot.tells_drained && slot.queue_bytes <= slot.drained_at_most) {
        slot.tells_drained = false;
        events.link_drained(link, now);
    }
    if (!slot.reading) return;
    MemoryPipe& pipe = slot.link->to_server;
    const bool ends = pipe.finished();
    const std::string bytes = pipe.read(std::string::npos);
    if (!bytes.empty()) events.link_bytes(link, bytes, now);
    // The event may have led to a Close, or to SetReading: then the end waits.
    const Slot* still = find_open(link);
    if (!ends || still == nullptr || !still->reading) return;
    report_closed(link, CloseReason::peer_closed, events, now);
}

void MemoryTransport::report_closed(LinkId link, CloseReason reason, TransportEvents& events,
                                    Now now) {
    begin_flushing(slots_[link.slot()]);
    events.link_closed(link, reason, now);
}

void MemoryTransport::serve_flushing(std::uint32_t index, Now now) {
    Slot& slot = slots_[index];
    flush(slot);
    slot.link->to_server.read(std::string::npos);  // unread bytes are thrown away
    if (slot.flush_until == MonoTime{}) slot.flush_until = now.mono + options_.flush_deadline;
    if (slot.queue_bytes == 0) {
        slot.link->to_peer.finish();
        free_slot(index);
    } else if (slot.link->broken() || now.mono >= slot.flush_until) {
        slot.link->break_off();
        free_slot(index);
    }
}

void MemoryTransport::free_slot(std::uint32_t index) {
    BRUSIO_ASSERT(links_open_ > 0);
    Slot& slot = slots_[index];
    slot.phase = Phase::free;
    slot.link.reset();
    slot.queue = {};
    slot.queue_bytes = 0;
    free_.push_back(index);
    --links_open_;
}

}  // namespace brusio
