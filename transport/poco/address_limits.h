#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "core/base/ip_address.h"
#include "core/base/time.h"

namespace brusio::poco {

/// How many links one address may hold and open; an IPv6 /64 counts as one address. Any thread.
class AddressLimits {
 public:
    struct Options {
        std::size_t links_max = 16;
        std::size_t new_links_max = 32;  // within one window
        Duration new_links_window = std::chrono::minutes{10};
        std::size_t addresses_max = 200'000;  // remembered at a time
        std::vector<IpRange> exempt;          // neither counted nor limited
    };
    enum class Verdict : std::uint8_t { admitted, exempt, too_many_links, too_many_new_links };

    explicit AddressLimits(Options options) : options_(std::move(options)) {}

    /// Who says that a link comes from an address.
    enum class Word : std::uint8_t { the_kernel, a_proxy };

    /// Counts one more link of `address` unless that would pass a limit. Each `admitted` is undone
    /// by one `released`. A loopback or private address that a proxy tells of is never exempt: it
    /// is not near because somebody says so.
    Verdict admit(const IpAddress& address, MonoTime now, Word word = Word::the_kernel);
    /// A link that was `admitted` has ended.
    void released(const IpAddress& address);

    /// Addresses remembered now.
    [[nodiscard]] std::size_t addresses() const;

 private:
    struct Entry {
        std::uint32_t links = 0;
        std::uint32_t new_links = 0;
        MonoTime window_start;
    };
    struct Hash {
        std::size_t operator()(const IpAddress& address) const { return address.hash(); }
    };

    [[nodiscard]] bool is_exempt(const IpAddress& address) const;
    void forget_idle(MonoTime now);

    Options options_;
    mutable std::mutex mutex_;
    std::unordered_map<IpAddress, Entry, Hash> entries_;
    std::size_t forget_at_ = 1'024;  // entries; doubles with what is really in use
};

}  // namespace brusio::poco
