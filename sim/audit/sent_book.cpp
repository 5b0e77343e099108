#include "sim/audit/sent_book.h"

#include "core/base/keyed_random.h"
#include "sim/time/trace.h"

namespace brusio::sim {

std::uint64_t SentBook::key_of(NameId target, std::string_view text) {
    return mix64(digest(text) ^ mix64(target));
}

void SentBook::add(LinkId from, NameId target, std::string_view text, EventRef at) {
    const std::uint64_t key = key_of(target, text);
    const auto older = newest_.find(key);
    all_.push_back(Sent{from, target, key, at, Sent::Fate::pending,
                        older ? static_cast<std::uint32_t>(*older + 1) : 0});
    newest_.set(key, all_.size() - 1);
}

SentBook::Arrival SentBook::arrived(std::uint64_t key, LinkId from) {
    const auto newest = newest_.find(key);
    if (!newest) return {Match::unknown, 0};
    std::uint64_t oldest_open = 0;
    std::uint64_t oldest_own = 0;
    for (std::uint64_t next = *newest + 1; next != 0; next = all_[next - 1].older) {
        const Sent& sent = all_[next - 1];
        if (sent.fate != Sent::Fate::pending && sent.fate != Sent::Fate::excused) continue;
        oldest_open = next;
        if (sent.from == from) oldest_own = next;
    }
    if (oldest_own != 0) oldest_open = oldest_own;
    if (oldest_open == 0) return {Match::again, 0};
    all_[oldest_open - 1].fate = Sent::Fate::arrived;
    return {Match::first, static_cast<std::uint32_t>(oldest_open - 1)};
}

void SentBook::refused(LinkId from, NameId target, Which which) {
    Sent* found = nullptr;
    for (std::size_t i = open_from_; i < all_.size(); ++i) {
        Sent& sent = all_[i];
        if (sent.fate != Sent::Fate::pending || sent.from != from || sent.target != target)
            continue;
        found = &sent;
        if (which == Which::first) break;
    }
    if (found != nullptr) found->fate = Sent::Fate::refused;
}

void SentBook::excuse(LinkId from) {
    bool all_settled = true;
    for (std::size_t i = open_from_; i < all_.size(); ++i) {
        Sent& sent = all_[i];
        if (sent.fate == Sent::Fate::pending && sent.from == from) {
            sent.fate = Sent::Fate::excused;
        }
        all_settled = all_settled && sent.fate != Sent::Fate::pending;
        if (all_settled) open_from_ = i + 1;
    }
}

void SentBook::excuse_to(NameId target) {
    for (std::size_t i = open_from_; i < all_.size(); ++i) {
        Sent& sent = all_[i];
        if (sent.fate == Sent::Fate::pending && sent.target == target) {
            sent.fate = Sent::Fate::excused;
        }
    }
}

}  // namespace brusio::sim
