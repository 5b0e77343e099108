#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "server-app/app_config.h"
#include "server-app/link_filters.h"
#include "server-app/logger.h"
#include "transport/poco/poco_transport.h"

namespace brusio::server {

/// The places where the server listens, as the configuration has them. Driver's thread.
class Listeners {
 public:
    /// The first three outlive it.
    Listeners(PocoTransport& transport, LinkFilters& filters, Logger& log,
              std::vector<std::string> trusted_proxies)
        : transport_(transport),
          filters_(filters),
          log_(log),
          trusted_proxies_(std::move(trusted_proxies)) {}

    /// Opens and closes sockets until the server listens at the places that `wanted` names, and
    /// at no other; those that stay are not touched, and links stay whichever way they came. If
    /// one cannot be opened all is as it was before, and the error is a sentence.
    [[nodiscard]] Result<Done, std::string> change(const std::vector<ListenUrl>& wanted);
    /// Where it listens, with the ports that the kernel chose.
    [[nodiscard]] std::vector<ListenUrl> places() const;

 private:
    struct Open {
        ListenUrl asked;         // as the configuration has it
        std::uint16_t port = 0;  // the real one
    };
    [[nodiscard]] Result<Done, std::string> open(const ListenUrl& url);
    void close(const Open& listener);
    /// Puts back what a change that failed has done.
    void restore(const std::vector<Open>& before);
    [[nodiscard]] bool is_open(const ListenUrl& url) const;
    void log_change(std::string_view event, const Open& listener);

    PocoTransport& transport_;
    LinkFilters& filters_;
    Logger& log_;
    std::vector<std::string> trusted_proxies_;
    std::vector<Open> open_;
};

}  // namespace brusio::server
