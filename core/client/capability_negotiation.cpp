#include "core/client/capability_negotiation.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/assert.h"
#include "core/wire/line.h"
#include "core/wire/split.h"

namespace brusio::client {
namespace {

using wire::Capability;

// What we understand. A labelled answer of several lines comes in a batch, and so does a message of
// several lines: these need the other.
constexpr std::array wanted{
    Capability::message_tags,
    Capability::server_time,
    Capability::batch,
    Capability::echo_message,
    Capability::labeled_response,
    Capability::cap_notify,
    Capability::multi_prefix,
    Capability::userhost_in_names,
    Capability::extended_join,
    Capability::away_notify,
    Capability::account_notify,
    Capability::account_tag,
    Capability::chghost,
    Capability::setname,
    Capability::invite_notify,
    Capability::standard_replies,
    // Most of these only for those who want an account (is_asked_for).
    Capability::sasl,
    Capability::account_registration,
    Capability::chathistory,
    Capability::exactly_once,
    Capability::message_redaction,
    Capability::read_marker,
    Capability::multiline,
    Capability::room_rename,
};

constexpr std::array valued{Capability::sasl, Capability::account_registration,
                            Capability::multiline};

bool is_wanted(Capability capability) {
    return std::find(wanted.begin(), wanted.end(), capability) != wanted.end();
}

constexpr std::size_t request_bytes_max = 400;
constexpr std::size_t value_bytes_max = 400;

// The capabilities of a list of names that we know and want; others are passed over, so a server's
// endless list costs nothing.
template <class Use>
void for_each_wanted(std::string_view list, Use use) {
    for (const std::string_view word : wire::Split{list, ' '}) {
        const bool off = word.starts_with('-');
        const std::string_view name = word.substr(off ? 1 : 0);
        const auto capability = wire::find_capability(name.substr(0, name.find('=')));
        if (capability && is_wanted(*capability)) use(*capability, off);
    }
}

}  // namespace

std::string CapabilityNegotiation::begin(wire::CapabilitySet login) {
    *this = CapabilityNegotiation{};
    login_ = login;
    talk_ = Talk::listing;
    return "CAP LS 302";
}

std::vector<std::string> CapabilityNegotiation::handle(std::span<const std::string_view> params) {
    std::vector<std::string> lines;
    if (params.size() < 2) return lines;
    const std::string_view verb = params[0];
    const bool more = params.size() > 2 && params[1] == "*";
    const std::string_view list = params.back();
    if (wire::equals_command(verb, "LS")) {
        note_offered(list);
        if (!more && talk_ == Talk::listing) {
            talk_ = Talk::requesting;
            request_wanted(lines);
        }
    } else if (wire::equals_command(verb, "NEW")) {
        note_offered(list);
        if (talk_ == Talk::over) request_wanted(lines);
    } else if (wire::equals_command(verb, "DEL")) {
        note_gone(list);
    } else if (wire::equals_command(verb, "ACK")) {
        note_acknowledged(list);
    } else if (wire::equals_command(verb, "NAK")) {
        note_refused(list, lines);
    }
    return lines;
}

std::string CapabilityNegotiation::end() {
    BRUSIO_ASSERT(may_end());
    talk_ = Talk::over;
    return "CAP END";
}

bool CapabilityNegotiation::value_has(Capability capability, std::string_view word) const {
    if (!offers(capability)) return false;
    const std::string_view value = value_of(capability);
    if (capability == Capability::sasl && value.empty()) return true;
    for (const std::string_view one : wire::Split{value, ','}) {
        if (one.substr(0, one.find('=')) == word) return true;
    }
    return false;
}

std::size_t CapabilityNegotiation::value_number(Capability capability, std::string_view word,
                                                std::size_t otherwise) const {
    if (!offers(capability)) return otherwise;
    for (const std::string_view one : wire::Split{value_of(capability), ','}) {
        const std::size_t at = one.find('=');
        if (at == std::string_view::npos || one.substr(0, at) != word) continue;
        std::size_t number = otherwise;
        std::from_chars(one.data() + at + 1, one.data() + one.size(), number);
        return number;
    }
    return otherwise;
}

std::string_view CapabilityNegotiation::value_of(Capability capability) const {
    const auto found = values_.find(capability);
    return found == values_.end() ? std::string_view{} : found->second;
}

bool CapabilityNegotiation::is_asked_for(Capability capability) const {
    if (!offered_.has(capability)) return false;
    const bool in_batches = capability == Capability::labeled_response ||
                            capability == Capability::multiline ||
                            capability == Capability::chathistory;
    if (in_batches) return offered_.has(Capability::batch);
    constexpr wire::CapabilitySet for_accounts{
        Capability::sasl, Capability::account_registration, Capability::exactly_once,
        Capability::message_redaction, Capability::read_marker};
    const bool of_login = for_accounts.has(capability);
    return !of_login || login_.has(capability);
}

std::set<std::string, std::less<>> CapabilityNegotiation::names() const {
    std::set<std::string, std::less<>> names;
    for (const Capability capability : wanted) {
        if (has(capability)) names.emplace(wire::capability_row(capability).name);
    }
    return names;
}

void CapabilityNegotiation::note_offered(std::string_view list) {
    for_each_wanted(list, [&](Capability capability, bool) { offered_.add(capability); });
    for (const Capability capability : valued) {
        const std::string_view name = wire::capability_row(capability).name;
        for (const std::string_view word : wire::Split{list, ' '}) {
            if (!word.starts_with(name) || word.substr(name.size(), 1) != "=") continue;
            values_[capability] = word.substr(name.size() + 1, value_bytes_max);
        }
    }
}

void CapabilityNegotiation::note_gone(std::string_view list) {
    for_each_wanted(list, [&](Capability capability, bool) {
        offered_.remove(capability);
        requested_.remove(capability);
        enabled_.remove(capability);
    });
}

void CapabilityNegotiation::note_acknowledged(std::string_view list) {
    for_each_wanted(list, [&](Capability capability, bool off) {
        if (off) {
            enabled_.remove(capability);
        } else if (requested_.has(capability)) {
            enabled_.add(capability);
        }
    });
    if (unanswered_ > 0) --unanswered_;
}

// A request is taken or refused as a whole: asking one by one finds out which one it was.
void CapabilityNegotiation::note_refused(std::string_view list, std::vector<std::string>& lines) {
    if (unanswered_ > 0) --unanswered_;
    if (list.find(' ') == std::string_view::npos) return;
    for_each_wanted(list, [&](Capability capability, bool) {
        if (!requested_.has(capability) || enabled_.has(capability)) return;
        lines.push_back("CAP REQ " + std::string(wire::capability_row(capability).name));
        ++unanswered_;
    });
}

void CapabilityNegotiation::request_wanted(std::vector<std::string>& lines) {
    std::string names;
    for (const Capability capability : wanted) {
        if (!is_asked_for(capability) || requested_.has(capability)) continue;
        requested_.add(capability);
        if (!names.empty()) names += ' ';
        names += wire::capability_row(capability).name;
    }
    BRUSIO_ASSERT(names.size() <= request_bytes_max);
    if (names.empty()) return;
    lines.push_back("CAP REQ :" + names);
    ++unanswered_;
}

}  // namespace brusio::client
