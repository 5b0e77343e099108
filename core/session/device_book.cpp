#include "core/session/device_book.h"

#include <algorithm>
#include <charconv>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

constexpr std::size_t device_bytes_max = 32;
constexpr std::size_t count_digits = 20;  // of the greatest number of 64 bits

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::optional<ClientMessageId> ClientMessageId::parse(std::string_view text) {
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos || dash == 0 || dash > device_bytes_max) return std::nullopt;
    ClientMessageId id{std::string{text.substr(0, dash)}, 0};
    const std::string_view digits = text.substr(dash + 1);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), id.count);
    const bool is_number = error == std::errc{} && end == digits.data() + digits.size();
    const bool is_name = std::all_of(id.device.begin(), id.device.end(), is_letter_or_digit);
    if (!is_number || !is_name || id.count == 0) return std::nullopt;
    return id;
}

std::string ClientMessageId::key() const {
    std::string digits = std::to_string(count);
    BRUSIO_ASSERT(count != 0 && digits.size() <= count_digits);
    return device + "-" + std::string(count_digits - digits.size(), '0') + digits;
}

DeviceBook::Verdict DeviceBook::judge(AccountId account, const ClientMessageId& id) const {
    BRUSIO_ASSERT(account);
    const auto found = devices_.find({account, id.device});
    if (found == devices_.end()) return Verdict::unknown;
    const Device& device = found->second;
    const bool was_cleared = device.cleared == id.count && !device.later.contains(id.count);
    return id.count > device.last || was_cleared ? Verdict::fresh : Verdict::maybe_before;
}

void DeviceBook::learn(AccountId account, const std::string& device, std::uint64_t last) {
    const Key key{account, device};
    const auto [place, is_new] = devices_.try_emplace(key);
    place->second.last = std::max(place->second.last, last);
    if (!is_new) return;
    by_age_.push_back(key);
    if (by_age_.size() <= devices_max) return;
    devices_.erase(by_age_.front());
    by_age_.pop_front();
}

void DeviceBook::clear(AccountId account, const ClientMessageId& id) {
    const auto found = devices_.find({account, id.device});
    if (found != devices_.end()) found->second.cleared = id.count;
}

void DeviceBook::take(AccountId account, const ClientMessageId& id) {
    const auto found = devices_.find({account, id.device});
    BRUSIO_ASSERT(found != devices_.end() && judge(account, id) == Verdict::fresh);
    Device& device = found->second;
    if (id.count <= device.last) device.later.insert(id.count);
    device.last = std::max(device.last, id.count);
    device.cleared = 0;
}

void DeviceBook::forget(AccountId account) {
    std::erase_if(devices_, [&](const auto& entry) { return entry.first.first == account; });
    std::erase_if(by_age_, [&](const Key& key) { return key.first == account; });
}

void DeviceBook::check_invariants() const {
    BRUSIO_ASSERT(devices_.size() == by_age_.size() && devices_.size() <= devices_max);
    for (const auto& [key, device] : devices_) {
        BRUSIO_ASSERT(key.first && !key.second.empty());
        BRUSIO_ASSERT(device.later.empty() || *device.later.rbegin() <= device.last);
    }
}

}  // namespace brusio::session
