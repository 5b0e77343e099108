#include "core/session/pair_book.h"

#include <algorithm>
#include <charconv>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

constexpr std::string_view account_prefix = "account:";
constexpr std::string_view guest_prefix = "guest:";

std::pair<std::string, std::string> in_order(std::string_view one, std::string_view two) {
    if (two < one) std::swap(one, two);
    return {std::string{one}, std::string{two}};
}

}  // namespace

Party Party::of(const room::User& user) {
    const AccountId account = user.profile.account_id;
    return account ? Party{account, {}} : Party{{}, user.key()};
}

std::string Party::key() const {
    BRUSIO_ASSERT(static_cast<bool>(account) == guest.empty());
    if (account) return std::string{account_prefix} + std::to_string(account.value);
    return std::string{guest_prefix} + guest.text;
}

Party Party::of_key(std::string_view key) {
    if (key.starts_with(guest_prefix)) {
        return {{}, Folded{std::string{key.substr(guest_prefix.size())}}};
    }
    BRUSIO_ASSERT(key.starts_with(account_prefix));
    key.remove_prefix(account_prefix.size());
    Party party;
    std::from_chars(key.data(), key.data() + key.size(), party.account.value);
    return party;
}

void PairBook::insert(Pair pair) {
    const std::string a = pair.record.a;
    const std::string b = pair.record.b;
    const auto [place, is_new] = pairs_.emplace(std::pair{a, b}, std::move(pair));
    BRUSIO_ASSERT(is_new && a <= b);
    by_party_[a].push_back(&place->second);
    if (a != b) by_party_[b].push_back(&place->second);
}

void PairBook::restore(const std::vector<KeptPair>& pairs) {
    BRUSIO_ASSERT(pairs_.empty());
    for (const KeptPair& kept : pairs) {
        Pair pair{kept.pair, {}};
        pair.log.resume(kept.last.seq, kept.last.time);
        insert(std::move(pair));
    }
}

Pair& PairBook::add(ConversationId id, std::string_view one, std::string_view two) {
    BRUSIO_ASSERT(id);
    auto [a, b] = in_order(one, two);
    insert(Pair{{id, std::move(a), std::move(b)}, {}});
    return *find(one, two);
}

Pair* PairBook::find(std::string_view one, std::string_view two) {
    const auto found = pairs_.find(in_order(one, two));
    return found == pairs_.end() ? nullptr : &found->second;
}

const std::vector<Pair*>& PairBook::of(const std::string& key) const {
    static const std::vector<Pair*> none;
    const auto found = by_party_.find(key);
    return found == by_party_.end() ? none : found->second;
}

const Pair* PairBook::find(ConversationId id, const std::string& key) const {
    const std::vector<Pair*>& pairs = of(key);
    const auto found = std::find_if(pairs.begin(), pairs.end(),
                                    [&](const Pair* pair) { return pair->record.id == id; });
    return found == pairs.end() ? nullptr : *found;
}

void PairBook::check_invariants() const {
    std::size_t sides = 0;
    for (const auto& [key, pairs] : by_party_) {
        for (const Pair* pair : pairs) {
            BRUSIO_ASSERT(pair->record.a == key || pair->record.b == key);
            sides += pair->record.a == pair->record.b ? 2 : 1;
        }
    }
    BRUSIO_ASSERT(sides == 2 * pairs_.size());
}

}  // namespace brusio::session
