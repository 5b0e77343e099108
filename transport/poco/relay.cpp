#include "transport/poco/relay.h"

#include <utility>

namespace brusio::poco {

void EventBatch::link_opened(LinkId link, const LinkInfo& info, Now) {
    const auto index = static_cast<std::uint32_t>(infos_.size());
    entries_.push_back({Kind::opened, {}, index, link});
    infos_.push_back(info);
}

void EventBatch::link_bytes(LinkId link, std::string_view bytes, Now) {
    entries_.push_back({Kind::bytes, {}, static_cast<std::uint32_t>(bytes.size()), link});
    bytes_.append(bytes);
}

void EventBatch::link_closed(LinkId link, CloseReason reason, Now) {
    entries_.push_back({Kind::closed, reason, 0, link});
}

void EventBatch::link_drained(LinkId link, Now) {
    entries_.push_back({Kind::drained, {}, 0, link});
}

void EventBatch::replay(TransportEvents& events, Now now) const {
    std::string_view rest = bytes_;
    for (const Entry& entry : entries_) {
        if (entry.kind == Kind::opened) {
            events.link_opened(entry.link, infos_[entry.size], now);
        } else if (entry.kind == Kind::bytes) {
            events.link_bytes(entry.link, rest.substr(0, entry.size), now);
            rest.remove_prefix(entry.size);
        } else if (entry.kind == Kind::drained) {
            events.link_drained(entry.link, now);
        } else {
            events.link_closed(entry.link, entry.reason, now);
        }
    }
}

void Inbox::put(EventBatch batch) {
    {
        std::unique_lock lock{mutex_};
        taken_.wait(lock, [this] { return closed_ || bytes_ < bytes_max; });
        bytes_ += batch.bytes();
        batches_.push_back(std::move(batch));
    }
    driver_.wake();
}

void Inbox::take(std::vector<EventBatch>& batches) {
    {
        const std::lock_guard lock{mutex_};
        batches.swap(batches_);
        bytes_ = 0;
    }
    taken_.notify_all();
}

void Inbox::close() {
    {
        const std::lock_guard lock{mutex_};
        closed_ = true;
    }
    taken_.notify_all();
}

void RemoteLoop::start() {
    thread_ = std::thread{[this] { run(); }};
}

void RemoteLoop::send(std::vector<Output> outputs) {
    loop_.post([this, outputs = std::move(outputs)] {
        for (const Output& output : outputs) loop_.apply(output);
    });
}

void RemoteLoop::join() {
    if (!thread_.joinable()) return;
    loop_.post([this] { stopping_ = true; });
    thread_.join();
}

void RemoteLoop::run() {
    constexpr Duration for_long = std::chrono::hours{1};
    while (!stopping_) {
        EventBatch batch;
        loop_.poll(batch, for_long);
        loop_.flush();
        if (!batch.empty()) inbox_.put(std::move(batch));
    }
    loop_.abort_all();
}

}  // namespace brusio::poco
