#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/ports/transport.h"
#include "transport/poco/io_loop.h"
#include "transport/poco/mailbox.h"

namespace brusio::poco {

/// What happened to links of one loop, written down on its thread to be told on another.
class EventBatch final : public TransportEvents {
 public:
    void link_opened(LinkId link, const LinkInfo& info, Now now) override;
    void link_bytes(LinkId link, std::string_view bytes, Now now) override;
    void link_closed(LinkId link, CloseReason reason, Now now) override;
    void link_drained(LinkId link, Now now) override;

    /// Tells `events` all of it, in order, with the listener's time.
    void replay(TransportEvents& events, Now now) const;
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] std::size_t bytes() const { return bytes_.size(); }

 private:
    enum class Kind : std::uint8_t { opened, bytes, closed, drained };
    struct Entry {
        Kind kind;
        CloseReason reason;
        std::uint32_t size;  // bytes: of bytes_; opened: index into infos_
        LinkId link;
    };
    std::vector<Entry> entries_;
    std::string bytes_;
    std::vector<LinkInfo> infos_;
};

/// Batches on their way to the driver; holds back loops that read faster than it decides.
class Inbox {
 public:
    explicit Inbox(Wakeup& driver) : driver_(driver) {}

    /// Waits while too much is under way, so that memory stays bounded. Any thread.
    void put(EventBatch batch);
    /// Driver's thread. Swaps what has come into `batches`, which must be empty.
    void take(std::vector<EventBatch>& batches);
    /// Nobody will take any more: waiting threads go on.
    void close();

 private:
    static constexpr std::size_t bytes_max = 4 * 1024 * 1024;

    Wakeup& driver_;
    std::mutex mutex_;
    std::condition_variable taken_;
    std::vector<EventBatch> batches_;
    std::size_t bytes_ = 0;
    bool closed_ = false;
};

/// A loop on a thread of its own.
class RemoteLoop {
 public:
    RemoteLoop(IoLoop& loop, Inbox& inbox) : loop_(loop), inbox_(inbox) {}
    ~RemoteLoop() { join(); }
    RemoteLoop(const RemoteLoop&) = delete;
    RemoteLoop& operator=(const RemoteLoop&) = delete;

    void start();
    /// Driver's thread. Outputs take effect in the order of the calls.
    void send(std::vector<Output> outputs);
    /// Ends the thread. The inbox must be closed or still be taken from.
    void join();

 private:
    void run();

    IoLoop& loop_;
    Inbox& inbox_;
    bool stopping_ = false;  // on the thread
    std::thread thread_;
};

}  // namespace brusio::poco
