#include "core/session/operators/ban_book.h"

#include "core/base/assert.h"

namespace brusio::session {

namespace {

bool has_ended(const BanRecord& ban, WallTime now) {
    return ban.until != WallTime{} && ban.until <= now;
}

}  // namespace

void BanBook::restore(const std::vector<BanRecord>& bans) {
    for (const BanRecord& ban : bans) put(ban);
}

void BanBook::count_range(const BanRecord& ban, int by) {
    if (ban.kind != BanKind::address) return;
    const auto range = IpRange::parse(ban.subject);
    BRUSIO_ASSERT(range);
    auto& count = range->base.bits() == 32 ? ipv4_.at(range->length) : ipv6_.at(range->length);
    count = static_cast<std::uint32_t>(static_cast<std::int64_t>(count) + by);
}

void BanBook::put(const BanRecord& ban) {
    remove(ban.kind, ban.subject);
    const Key key{ban.kind, ban.subject};
    bans_.emplace(key, ban);
    if (ban.until != WallTime{}) ends_.emplace(ban.until, key);
    count_range(ban, 1);
}

bool BanBook::remove(BanKind kind, const std::string& subject) {
    const auto found = bans_.find({kind, subject});
    if (found == bans_.end()) return false;
    ends_.erase({found->second.until, found->first});
    count_range(found->second, -1);
    bans_.erase(found);
    return true;
}

std::vector<BanRecord> BanBook::take_ended(WallTime now) {
    std::vector<BanRecord> ended;
    while (!ends_.empty() && ends_.begin()->first <= now) {
        const Key key = ends_.begin()->second;
        ended.push_back(bans_.at(key));
        remove(key.first, key.second);
    }
    return ended;
}

std::optional<WallTime> BanBook::next_end() const {
    if (ends_.empty()) return std::nullopt;
    return ends_.begin()->first;
}

const BanRecord* BanBook::find(BanKind kind, const std::string& subject, WallTime now) const {
    const auto found = bans_.find({kind, subject});
    return found == bans_.end() || has_ended(found->second, now) ? nullptr : &found->second;
}

const BanRecord* BanBook::find_address(const IpAddress& address, WallTime now) const {
    if (address.is_none()) return nullptr;
    const std::uint8_t bits = address.bits();
    for (std::uint8_t length = 0; length <= bits; ++length) {
        const std::uint32_t count = bits == 32 ? ipv4_.at(length) : ipv6_.at(length);
        if (count == 0) continue;
        const IpRange range{address.prefix(length), length};
        if (const BanRecord* ban = find(BanKind::address, range.text(), now)) return ban;
    }
    return nullptr;
}

const BanRecord* BanBook::find_pattern(BanKind kind, const Person& person, WallTime now) const {
    for (auto at = bans_.lower_bound({kind, {}}); at != bans_.end() && at->first.first == kind;
         ++at) {
        const std::string& subject = at->first.second;
        const bool fits =
            kind == BanKind::mask ? mask_fits(subject, person) : realname_fits(subject, person);
        if (fits && !has_ended(at->second, now)) return &at->second;
    }
    return nullptr;
}

const BanRecord* BanBook::find_person(const Person& person, WallTime now) const {
    if (const auto address = IpAddress::parse(person.address)) {
        if (const BanRecord* ban = find_address(*address, now)) return ban;
    }
    if (!person.account.empty()) {
        if (const BanRecord* ban = find(BanKind::account, person.account, now)) return ban;
    }
    if (const BanRecord* ban = find_pattern(BanKind::mask, person, now)) return ban;
    return find_pattern(BanKind::realname, person, now);
}

void BanBook::check_invariants() const {
    std::size_t ending = 0;
    std::size_t ranges = 0;
    for (const auto& [key, ban] : bans_) {
        BRUSIO_ASSERT(key == Key(ban.kind, ban.subject));
        if (ban.until != WallTime{}) ++ending;
        if (ban.kind == BanKind::address) ++ranges;
    }
    BRUSIO_ASSERT(ending == ends_.size());
    std::size_t counted = 0;
    for (const std::uint32_t count : ipv4_) counted += count;
    for (const std::uint32_t count : ipv6_) counted += count;
    BRUSIO_ASSERT(counted == ranges);
}

}  // namespace brusio::session
