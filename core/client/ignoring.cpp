#include "core/client/ignoring.h"

#include <algorithm>

namespace brusio::client {
namespace {

// `*` is any number of signs, `?` one byte.
bool fits_mask(std::string_view pattern, std::string_view text) {
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

// Where lines do not say it (IRCv3 account-tag), what a room knows of its member.
std::string account_of(const Inbound& in) {
    if (auto told = in.tag("account")) return *told;
    const Folded nick = in.brain.fold(in.nick());
    for (const auto& [id, conversation] : in.brain.conversations.all()) {
        const Member* member = conversation.members.find(nick);
        if (member != nullptr && !member->account.empty()) return member->account;
    }
    return {};
}

}  // namespace

bool is_ignored(const Inbound& in) {
    const Brain& brain = in.brain;
    if (brain.ignored.empty() || in.nick().empty() || in.is_mine()) return false;
    const std::string account = account_of(in);
    const std::string source = brain.fold(in.line.source).text;
    return std::any_of(brain.ignored.begin(), brain.ignored.end(),
                       [&](const IgnoredPerson& person) {
                           if (!person.account.empty())
                               return brain.fold(person.account) == brain.fold(account);
                           return fits_mask(brain.fold(person.mask).text, source);
                       });
}

}  // namespace brusio::client
