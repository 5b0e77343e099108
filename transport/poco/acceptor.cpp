#include "transport/poco/acceptor.h"

#include <Poco/Exception.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnection.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/Net/TCPServerParams.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

#include "core/base/assert.h"
#include "transport/poco/io_loop.h"
#include "transport/poco/socket_file.h"
#include "transport/poco/sockets.h"

namespace brusio::poco {

namespace {

constexpr int backlog = 4096;
constexpr int queued_max = 65'536;  // accepted, not yet handed off

HandoffSocketImpl& impl_of(const Poco::Net::StreamSocket& socket) {
    auto* const impl = dynamic_cast<HandoffSocketImpl*>(socket.impl());
    BRUSIO_ASSERT(impl != nullptr);
    return *impl;
}

/// Hands its socket to a loop and is done: no thread stays with a link.
class HandoffConnection final : public Poco::Net::TCPServerConnection {
 public:
    HandoffConnection(const Poco::Net::StreamSocket& socket, const Arrival& arrival,
                      const AcceptorHooks& hooks) noexcept
        : TCPServerConnection(socket), arrival_(arrival), hooks_(hooks) {}

    void run() override {
        HandoffSocketImpl& impl = impl_of(socket());
        AcceptedSocket accepted;
        accepted.arrival = arrival_;
        accepted.counted = impl.counted();
        accepted.is_proxy = impl.is_proxy();
        accepted.peer = impl.peer();
        accepted.descriptor = impl.take_descriptor();
        hooks_.accepted(accepted);
    }

 private:
    Arrival arrival_;
    const AcceptorHooks& hooks_;
};

class HandoffFactory final : public Poco::Net::TCPServerConnectionFactory {
 public:
    HandoffFactory(const Arrival& arrival, const AcceptorHooks& hooks)
        : arrival_(arrival), hooks_(hooks) {}
    // What throws here would take a thread of POCO's pool with it for ever.
    Poco::Net::TCPServerConnection* createConnection(
        const Poco::Net::StreamSocket& socket) noexcept override {
        return new HandoffConnection(socket, arrival_, hooks_);
    }

 private:
    Arrival arrival_;
    const AcceptorHooks& hooks_;
};

/// Passes refusals on, one call a second for each reason.
class RefusalCounter {
 public:
    explicit RefusalCounter(const AcceptorHooks& hooks) : hooks_(hooks) {}

    void count(Refusal why, const IpAddress& address) {
        const std::lock_guard lock{mutex_};
        Tally& tally = tallies_[static_cast<std::size_t>(why)];
        ++tally.times;
        const MonoTime now = read_clocks().mono;
        if (tally.told && now - tally.told_at < std::chrono::seconds{1}) return;
        tally.told = true;
        tally.told_at = now;
        if (hooks_.refused) hooks_.refused(why, address.text(), std::exchange(tally.times, 0));
    }

 private:
    struct Tally {
        std::uint64_t times = 0;
        MonoTime told_at;
        bool told = false;
    };
    const AcceptorHooks& hooks_;
    std::mutex mutex_;
    std::array<Tally, 4> tallies_{};
};

/// Holds each new socket against the limits of its address.
class AddressFilter final : public Poco::Net::TCPServerConnectionFilter {
 public:
    AddressFilter(AddressLimits& limits, RefusalCounter& refusals, Acceptor::Spec spec)
        : limits_(limits), refusals_(refusals), spec_(std::move(spec)) {}

    bool accept(const Poco::Net::StreamSocket& socket) override {
        using Verdict = AddressLimits::Verdict;
        HandoffSocketImpl& impl = impl_of(socket);
        if (is_proxy(impl.peer())) {
            impl.set_proxy();
            return true;
        }
        if (spec_.from == PeersFrom::proxies_alone) {
            refusals_.count(Refusal::no_trusted_proxy, impl.peer());
            return false;
        }
        const Verdict verdict = limits_.admit(impl.peer(), read_clocks().mono);
        if (verdict == Verdict::exempt) return true;
        if (verdict == Verdict::admitted) {
            impl.set_counted();
            return true;
        }
        refusals_.count(verdict == Verdict::too_many_links ? Refusal::too_many_links
                                                           : Refusal::too_many_new_links,
                        impl.peer());
        const std::string& text = spec_.refusal_text;
        [[maybe_unused]] const ssize_t sent =
            ::send(impl.sockfd(), text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        ::shutdown(impl.sockfd(), SHUT_WR);
        return false;
    }

 private:
    [[nodiscard]] bool is_proxy(const IpAddress& peer) const {
        return std::any_of(spec_.proxies.begin(), spec_.proxies.end(),
                           [&](const IpRange& range) { return range.contains(peer); });
    }

    AddressLimits& limits_;
    RefusalCounter& refusals_;
    Acceptor::Spec spec_;
};

class PocoAcceptor final : public Acceptor {
 public:
    PocoAcceptor(Spec spec, Poco::ThreadPool& pool, AddressLimits& limits, AcceptorHooks hooks)
        : hooks_(std::move(hooks)),
          refusals_(hooks_),
          impl_(new ListeningSocketImpl(limits,
                                        [this](const IpAddress& address) {
                                            refusals_.count(Refusal::out_of_descriptors, address);
                                        })),
          socket_(impl_) {
        if (spec.path.empty()) {
            // With POCO's two-argument form two servers could share the port and not know it.
            socket_.bind({spec.host, spec.port}, /*reuseAddress=*/true, /*reusePort=*/false);
        } else {
            file_.emplace(spec.path);
            socket_.bind({Poco::Net::SocketAddress::UNIX_LOCAL, spec.path}, false, false);
            file_->take(spec.path_mode);
        }
        socket_.listen(backlog);
        impl_->prepare();
        if (spec.path.empty()) port_ = socket_.address().port();
        Poco::Net::TCPServerParams::Ptr params = new Poco::Net::TCPServerParams;
        params->setMaxThreads(1);
        params->setMaxQueued(queued_max);
        params->setThreadIdleTime(Poco::Timespan{0, 200'000});
        server_ = std::make_unique<Poco::Net::TCPServer>(new HandoffFactory(spec.arrival, hooks_),
                                                         pool, socket_, params);
        server_->setConnectionFilter(new AddressFilter(limits, refusals_, std::move(spec)));
        server_->start();
    }
    ~PocoAcceptor() override { stop(); }

    [[nodiscard]] std::uint16_t port() const override { return port_; }

    void stop() override {
        if (!server_) return;
        ::shutdown(impl_->sockfd(), SHUT_RDWR);  // wakes the accepting thread
        server_->stop();
        server_.reset();
        file_.reset();
        socket_.close();
    }

 private:
    AcceptorHooks hooks_;
    RefusalCounter refusals_;
    ListeningSocketImpl* impl_;  // owned by socket_
    ListeningSocket socket_;
    std::optional<SocketFile> file_;  // while it listens there
    std::uint16_t port_ = 0;
    std::unique_ptr<Poco::Net::TCPServer> server_;
};

}  // namespace

Result<std::unique_ptr<Acceptor>, std::string> Acceptor::open(Spec spec, Poco::ThreadPool& pool,
                                                              AddressLimits& limits,
                                                              AcceptorHooks hooks) {
    const std::string place =
        spec.path.empty() ? spec.host + ":" + std::to_string(spec.port) : spec.path;
    if (const auto why = SocketFile::why_not(spec.path)) {
        return Err{"cannot listen on " + place + ": " + *why};
    }
    try {
        return std::unique_ptr<Acceptor>{
            std::make_unique<PocoAcceptor>(std::move(spec), pool, limits, std::move(hooks))};
    } catch (const std::system_error& error) {
        return Err{"cannot listen on " + place + ": " + error.code().message()};
    } catch (const Poco::Exception& exception) {
        const int error = exception.code();
        const std::string why = error != 0 ? std::strerror(error) : exception.displayText();
        return Err{"cannot listen on " + place + ": " + why};
    }
}

}  // namespace brusio::poco
