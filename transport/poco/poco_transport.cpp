#include "transport/poco/poco_transport.h"

#include <Poco/ThreadPool.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <utility>

#include "core/base/assert.h"
#include "core/base/ip_address.h"
#include "transport/poco/acceptor.h"
#include "transport/poco/address_limits.h"
#include "transport/poco/io_loop.h"
#include "transport/poco/relay.h"

namespace brusio {

namespace {

using poco::Acceptor;
using poco::AddressLimits;
using poco::EventBatch;
using poco::Inbox;
using poco::IoLoop;
using poco::RemoteLoop;

constexpr std::size_t loops_max = 7;
constexpr Duration wait_longest = std::chrono::hours{1};

RefusedPeer::Why why_of(poco::Refusal refusal) {
    switch (refusal) {
        case poco::Refusal::too_many_links:
            return RefusedPeer::Why::too_many_links;
        case poco::Refusal::too_many_new_links:
            return RefusedPeer::Why::too_many_new_links;
        case poco::Refusal::no_trusted_proxy:
            return RefusedPeer::Why::no_trusted_proxy;
        case poco::Refusal::out_of_descriptors:
            break;
    }
    return RefusedPeer::Why::out_of_descriptors;
}

IoLoop::Options loop_options(const PocoTransport::Options& options, std::uint32_t index) {
    IoLoop::Options loop;
    loop.index = index;
    loop.stride_bits = static_cast<std::uint32_t>(std::bit_width(options.loops - 1));
    loop.send_queue_bytes_max = options.send_queue_bytes_max;
    loop.read_bytes_max = options.read_bytes_max;
    loop.close_deadline = options.close_deadline;
    loop.handshake_deadline = options.handshake_deadline;
    loop.proxy_header_deadline = options.proxy_header_deadline;
    loop.handshakes_max = (options.handshakes_at_once_max + options.loops - 1) / options.loops;
    if (options.on_failed_handshake) {
        loop.on_failed_handshake = [tell = options.on_failed_handshake](const IpAddress& peer,
                                                                        const std::string& reason) {
            tell({peer.text(), reason});
        };
    }
    return loop;
}

}  // namespace

class PocoTransport::Impl final : private TransportEvents {
 public:
    Impl(const Options& options, AddressLimits::Options limits);
    ~Impl() override;

    Result<std::uint16_t, std::string> listen(const ListenerSpec& spec);
    bool stop_listening(const std::string& host, std::uint16_t port);
    void stop_listening();
    void release(std::span<const Output> outputs);
    void run_once(LoopDriver& driver, Duration wait_max);
    [[nodiscard]] IoLoop& first() { return *loops_.front(); }
    [[nodiscard]] std::size_t links_open() const;
    [[nodiscard]] std::size_t links_unflushed() const;

    std::atomic<bool> stopping{false};

 private:
    // Events of the other loops, as they are told on the driver's thread: what the engine has
    // closed meanwhile is kept from it.
    void link_opened(LinkId link, const LinkInfo& info, Now now) override;
    void link_bytes(LinkId link, std::string_view bytes, Now now) override;
    void link_closed(LinkId link, CloseReason reason, Now now) override;
    void link_drained(LinkId link, Now now) override;

    [[nodiscard]] bool is_told(LinkId link) const;
    struct Listening {
        std::string host;
        std::unique_ptr<Acceptor> acceptor;
    };

    void hand_over(const poco::AcceptedSocket& socket);
    void share_out(const Output& output);
    void send_shares();

    AddressLimits limits_;
    std::function<void(const RefusedPeer&)> on_refused_;
    std::vector<std::unique_ptr<IoLoop>> loops_;  // the first one is the driver's
    std::unique_ptr<Inbox> inbox_;                // of the loops after the first
    std::vector<std::unique_ptr<RemoteLoop>> remotes_;
    std::vector<std::vector<Output>> shares_;  // for each of remotes_, in the making
    std::vector<EventBatch> batches_;          // memory reused
    std::vector<std::uint32_t> told_;          // by slot: generation of the link the driver knows
    TransportEvents* told_to_ = nullptr;       // during a replay
    poco::Wakeup driver_wakeup_;               // rung by the inbox
    std::atomic<std::uint32_t> next_loop_{0};
    std::unique_ptr<Poco::ThreadPool> pool_;
    std::vector<Listening> listening_;
    // Stopped, but a thread of the pool may still be in one of them.
    std::vector<std::unique_ptr<Acceptor>> stopped_;
};

PocoTransport::Impl::Impl(const Options& options, AddressLimits::Options limits)
    : limits_(std::move(limits)), on_refused_(options.on_refused) {
    for (std::uint32_t index = 0; index < options.loops; ++index) {
        loops_.push_back(std::make_unique<IoLoop>(loop_options(options, index), limits_));
    }
    first().watch(driver_wakeup_.descriptor(), [this] { driver_wakeup_.acknowledge(); });
    inbox_ = std::make_unique<Inbox>(driver_wakeup_);
    for (std::size_t i = 1; i < loops_.size(); ++i) {
        remotes_.push_back(std::make_unique<RemoteLoop>(*loops_[i], *inbox_));
        remotes_.back()->start();
    }
    shares_.resize(remotes_.size());
}

PocoTransport::Impl::~Impl() {
    stop_listening();
    if (pool_) pool_->joinAll();
    listening_.clear();  // after the pool's threads, which may be in one of them
    stopped_.clear();
    pool_.reset();
    inbox_->close();
    remotes_.clear();
}

void PocoTransport::Impl::stop_listening() {
    for (const Listening& listening : listening_) listening.acceptor->stop();
    for (const auto& loop : loops_) loop->post([&loop] { loop->stop_handshakes(); });
}

Result<std::uint16_t, std::string> PocoTransport::Impl::listen(const ListenerSpec& spec) {
    constexpr int listeners_max = 64;
    constexpr int idle_seconds = 60;
    if (!pool_) pool_ = std::make_unique<Poco::ThreadPool>(1, listeners_max, idle_seconds);
    poco::AcceptorHooks hooks;
    hooks.accepted = [this](const poco::AcceptedSocket& socket) { hand_over(socket); };
    hooks.refused = [this](poco::Refusal why, const std::string& address, std::uint64_t times) {
        if (on_refused_) on_refused_({why_of(why), address, times});
    };
    poco::Arrival arrival{spec.kind, nullptr};
    if (spec.filters) {
        arrival.filters = std::make_shared<const filter::FilterMaker>(spec.filters);
    }
    poco::Acceptor::Spec acceptor{arrival,        spec.host,         spec.port, spec.path,
                                  spec.path_mode, spec.refusal_text, {},        {}};
    for (const std::string& text : spec.proxies) {
        const std::optional<IpRange> range = IpRange::parse_peers(text);
        if (!range) return Err{"'" + text + "' is no address and no range of addresses"};
        acceptor.proxies.push_back(*range);
    }
    if (spec.proxies_alone) acceptor.from = poco::PeersFrom::proxies_alone;
    auto opened = Acceptor::open(std::move(acceptor), *pool_, limits_, std::move(hooks));
    if (!opened) return Err{opened.error()};
    listening_.push_back({spec.host, std::move(opened.value())});
    return listening_.back().acceptor->port();
}

bool PocoTransport::Impl::stop_listening(const std::string& host, std::uint16_t port) {
    const auto found = std::find_if(listening_.begin(), listening_.end(), [&](const auto& it) {
        return it.host == host && it.acceptor->port() == port;
    });
    if (found == listening_.end()) return false;
    found->acceptor->stop();
    stopped_.push_back(std::move(found->acceptor));
    listening_.erase(found);
    return true;
}

void PocoTransport::Impl::hand_over(const poco::AcceptedSocket& socket) {
    const std::uint32_t turn = next_loop_.fetch_add(1, std::memory_order_relaxed);
    loops_[turn % loops_.size()]->adopt(socket);
}

void PocoTransport::Impl::release(std::span<const Output> outputs) {
    for (const Output& output : outputs) {
        first().apply(output);
        if (!remotes_.empty()) share_out(output);
    }
    if (!remotes_.empty()) send_shares();
}

void PocoTransport::Impl::share_out(const Output& output) {
    LinkId link;
    if (const auto* delivery = std::get_if<Deliver>(&output)) {
        if (delivery->audience) {  // each loop picks its own
            for (std::vector<Output>& share : shares_) share.push_back(output);
            return;
        }
        link = delivery->to;
    } else if (const auto* close = std::get_if<Close>(&output)) {
        link = close->link;
        if (is_told(link)) told_[link.slot()] = 0;
    } else if (const auto* set = std::get_if<SetReading>(&output)) {
        link = set->link;
    } else if (const auto* tell = std::get_if<TellDrained>(&output)) {
        link = tell->link;
    }
    const std::uint32_t loop =
        link.slot() & (std::bit_ceil(static_cast<std::uint32_t>(loops_.size())) - 1);
    if (loop >= 1 && loop <= shares_.size()) shares_[loop - 1].push_back(output);
}

void PocoTransport::Impl::send_shares() {
    for (std::size_t i = 0; i < shares_.size(); ++i) {
        if (!shares_[i].empty()) remotes_[i]->send(std::exchange(shares_[i], {}));
    }
}

void PocoTransport::Impl::run_once(LoopDriver& driver, Duration wait_max) {
    if (const std::optional<MonoTime> deadline = driver.next_deadline()) {
        wait_max = std::min(wait_max, *deadline - poco::read_clocks().mono);
    }
    const Now now = first().poll(driver.events(), wait_max);
    if (!remotes_.empty()) {
        inbox_->take(batches_);
        told_to_ = &driver.events();
        for (const EventBatch& batch : batches_) batch.replay(*this, now);
        batches_.clear();
    }
    driver.turn(now);
    first().flush();
}

bool PocoTransport::Impl::is_told(LinkId link) const {
    return link.slot() < told_.size() && told_[link.slot()] == link.generation();
}

void PocoTransport::Impl::link_opened(LinkId link, const LinkInfo& info, Now now) {
    if (link.slot() >= told_.size()) told_.resize(std::max<std::size_t>(64, link.slot() * 2U), 0);
    told_[link.slot()] = link.generation();
    told_to_->link_opened(link, info, now);
}

void PocoTransport::Impl::link_bytes(LinkId link, std::string_view bytes, Now now) {
    if (is_told(link)) told_to_->link_bytes(link, bytes, now);
}

void PocoTransport::Impl::link_closed(LinkId link, CloseReason reason, Now now) {
    if (!is_told(link)) return;
    told_[link.slot()] = 0;
    told_to_->link_closed(link, reason, now);
}

void PocoTransport::Impl::link_drained(LinkId link, Now now) {
    if (is_told(link)) told_to_->link_drained(link, now);
}

std::size_t PocoTransport::Impl::links_open() const {
    std::size_t count = 0;
    for (const auto& loop : loops_) count += loop->links_open();
    return count;
}

std::size_t PocoTransport::Impl::links_unflushed() const {
    std::size_t count = 0;
    for (const auto& loop : loops_) count += loop->links_unflushed();
    return count;
}

Result<std::unique_ptr<PocoTransport>, std::string> PocoTransport::make(Options options) {
    if (options.loops < 1 || options.loops > loops_max) {
        return Err{std::string{"the number of loops must be 1 to 7"}};
    }
    if (options.handshakes_at_once_max < 1) {
        return Err{std::string{"at least one handshake must be allowed"}};
    }
    AddressLimits::Options limits;
    limits.links_max = options.links_per_address_max;
    limits.new_links_max = options.new_links_per_address_max;
    limits.new_links_window = options.new_links_window;
    for (const std::string& text : options.exempt_addresses) {
        const std::optional<IpRange> range = IpRange::parse(text);
        if (!range) return Err{"'" + text + "' is no address and no range of addresses"};
        limits.exempt.push_back(*range);
    }
    return std::unique_ptr<PocoTransport>{
        new PocoTransport{std::make_unique<Impl>(options, std::move(limits))}};
}

PocoTransport::PocoTransport(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PocoTransport::~PocoTransport() = default;

Result<std::uint16_t, std::string> PocoTransport::listen(const ListenerSpec& spec) {
    return impl_->listen(spec);
}
std::optional<std::size_t> PocoTransport::queued_bytes(LinkId link) const {
    return impl_->first().queued_bytes(link);
}
bool PocoTransport::stop_listening(const std::string& host, std::uint16_t port) {
    return impl_->stop_listening(host, port);
}
void PocoTransport::stop_listening() { impl_->stop_listening(); }
void PocoTransport::release(std::span<const Output> outputs) { impl_->release(outputs); }
void PocoTransport::run(LoopDriver& driver) {
    while (!impl_->stopping.load(std::memory_order_relaxed)) {
        impl_->run_once(driver, wait_longest);
    }
}
void PocoTransport::run_once(LoopDriver& driver, Duration wait_max) {
    impl_->run_once(driver, wait_max);
}
void PocoTransport::watch(int descriptor, std::function<void()> handler) {
    impl_->first().watch(descriptor, std::move(handler));
}
void PocoTransport::stop() {
    impl_->stopping.store(true, std::memory_order_relaxed);
    wake();
}
void PocoTransport::post(std::function<void()> task) { impl_->first().post(std::move(task)); }
void PocoTransport::wake() { impl_->first().wake(); }
std::size_t PocoTransport::links_open() const { return impl_->links_open(); }
std::size_t PocoTransport::links_unflushed() const { return impl_->links_unflushed(); }

}  // namespace brusio
