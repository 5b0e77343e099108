#include "transport/poco/address_limits.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::poco {

namespace {

/// Loopback, private and link-local networks (RFC 1918, RFC 3927, RFC 4193, RFC 4291, RFC 6598).
bool is_private(const IpAddress& address) {
    static const std::vector<IpRange> ranges = [] {
        std::vector<IpRange> all;
        for (const char* text :
             {"127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
              "169.254.0.0/16", "100.64.0.0/10", "fc00::/7", "fe80::/10"}) {
            all.push_back(IpRange::parse(text).value());
        }
        return all;
    }();
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const IpRange& range) { return range.contains(address); });
}

}  // namespace

AddressLimits::Verdict AddressLimits::admit(const IpAddress& address, MonoTime now, Word word) {
    const bool believed = word == Word::the_kernel || !is_private(address);
    if (believed && is_exempt(address)) return Verdict::exempt;
    const std::lock_guard lock{mutex_};
    const IpAddress key = address.counted_as();
    if (entries_.size() >= forget_at_) forget_idle(now);
    if (entries_.size() >= options_.addresses_max && !entries_.contains(key)) {
        return Verdict::too_many_new_links;
    }
    Entry& entry = entries_.try_emplace(key, Entry{0, 0, now}).first->second;
    if (now - entry.window_start >= options_.new_links_window) {
        entry.window_start = now;
        entry.new_links = 0;
    }
    if (entry.links >= options_.links_max) return Verdict::too_many_links;
    if (entry.new_links >= options_.new_links_max) return Verdict::too_many_new_links;
    ++entry.links;
    ++entry.new_links;
    return Verdict::admitted;
}

void AddressLimits::released(const IpAddress& address) {
    const std::lock_guard lock{mutex_};
    const auto found = entries_.find(address.counted_as());
    BRUSIO_ASSERT(found != entries_.end() && found->second.links > 0);
    --found->second.links;
}

std::size_t AddressLimits::addresses() const {
    const std::lock_guard lock{mutex_};
    return entries_.size();
}

bool AddressLimits::is_exempt(const IpAddress& address) const {
    return std::any_of(options_.exempt.begin(), options_.exempt.end(),
                       [&](const IpRange& range) { return range.contains(address); });
}

void AddressLimits::forget_idle(MonoTime now) {
    std::erase_if(entries_, [&](const auto& item) {
        const Entry& entry = item.second;
        return entry.links == 0 && now - entry.window_start >= options_.new_links_window;
    });
    forget_at_ =
        std::min(std::max<std::size_t>(1'024, entries_.size() * 2), options_.addresses_max);
}

}  // namespace brusio::poco
