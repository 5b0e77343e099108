#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/ports/transport.h"
#include "transport/poco/address_limits.h"
#include "transport/poco/link_slot.h"

namespace Poco {
class ThreadPool;
}

namespace brusio::poco {

/// Why a peer was turned away before it had a link.
enum class Refusal : std::uint8_t {
    too_many_links,
    too_many_new_links,
    out_of_descriptors,
    no_trusted_proxy,
};

/// Who may come to a listener.
enum class PeersFrom : std::uint8_t { anywhere, proxies_alone };

/// What an acceptor does with those who come. Called from its threads; must not throw.
struct AcceptorHooks {
    /// Owns the socket from now on.
    std::function<void(AcceptedSocket)> accepted;
    /// `times`: how often it happened since the last call; at most one call a second for each why.
    std::function<void(Refusal why, const std::string& address, std::uint64_t times)> refused;
};

/// One listening socket: a Poco::Net::TCPServer that filters, accepts and hands each socket over.
class Acceptor {
 public:
    struct Spec {
        Arrival arrival;
        std::string host;
        std::uint16_t port = 0;
        std::string path;              // not empty: a socket of the file system instead
        std::uint32_t path_mode = 0;   // who may connect there
        std::string refusal_text;      // what a peer reads that is turned away
        std::vector<IpRange> proxies;  // whose links count once it is known for whom they are
        PeersFrom from = PeersFrom::anywhere;
    };

    /// Binds and listens; the error is a sentence that names the address. `pool` and `limits`
    /// outlive the acceptor.
    static Result<std::unique_ptr<Acceptor>, std::string> open(Spec spec, Poco::ThreadPool& pool,
                                                               AddressLimits& limits,
                                                               AcceptorHooks hooks);
    /// Stops if it has not stopped.
    virtual ~Acceptor() = default;

    [[nodiscard]] virtual std::uint16_t port() const = 0;
    /// Closes the listening socket: who connects from now on is refused by the kernel. Waits for
    /// the acceptor's threads, a fraction of a second at most. Once is enough.
    virtual void stop() = 0;
};

}  // namespace brusio::poco
