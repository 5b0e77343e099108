#include <algorithm>
#include <array>
#include <cstring>

#include "sim/audit/text_line.h"

// Oracle O14: whatever a server sends is well formed.
namespace brusio::sim {

namespace {

constexpr std::size_t body_bytes_max = 512 - 2;  // RFC 1459 section 2.3, without CR LF
constexpr std::size_t tag_bytes_max = 8191;      // IRCv3 message-tags, '@' and space included

struct Arity {
    std::string_view command;
    std::size_t params_min;
};

// Modern IRC "Numerics" and "Client Messages": what a client may rely on. Sorted.
constexpr std::array arities{
    Arity{"001", 2},     Arity{"002", 2},    Arity{"003", 2},     Arity{"004", 5},
    Arity{"005", 3},     Arity{"221", 2},    Arity{"251", 2},     Arity{"252", 3},
    Arity{"253", 3},     Arity{"254", 3},    Arity{"255", 2},     Arity{"301", 3},
    Arity{"305", 2},     Arity{"306", 2},    Arity{"311", 6},     Arity{"312", 4},
    Arity{"315", 3},     Arity{"317", 4},    Arity{"318", 3},     Arity{"319", 3},
    Arity{"322", 4},     Arity{"323", 2},    Arity{"324", 3},     Arity{"329", 3},
    Arity{"331", 3},     Arity{"332", 3},    Arity{"333", 4},     Arity{"341", 3},
    Arity{"346", 3},     Arity{"347", 3},    Arity{"348", 3},     Arity{"349", 3},
    Arity{"352", 8},     Arity{"353", 4},    Arity{"366", 3},     Arity{"367", 3},
    Arity{"368", 3},     Arity{"369", 3},    Arity{"372", 2},     Arity{"375", 2},
    Arity{"376", 2},     Arity{"381", 2},    Arity{"401", 3},     Arity{"403", 3},
    Arity{"404", 3},     Arity{"421", 3},    Arity{"422", 2},     Arity{"431", 2},
    Arity{"432", 3},     Arity{"433", 3},    Arity{"441", 4},     Arity{"442", 3},
    Arity{"443", 4},     Arity{"451", 2},    Arity{"461", 3},     Arity{"462", 2},
    Arity{"464", 2},     Arity{"471", 3},    Arity{"472", 3},     Arity{"473", 3},
    Arity{"474", 3},     Arity{"475", 3},    Arity{"476", 3},     Arity{"481", 2},
    Arity{"482", 3},     Arity{"AWAY", 0},   Arity{"BATCH", 1},   Arity{"CAP", 2},
    Arity{"CHGHOST", 2}, Arity{"ERROR", 1},  Arity{"FAIL", 3},    Arity{"INVITE", 2},
    Arity{"JOIN", 1},    Arity{"KICK", 2},   Arity{"KILL", 2},    Arity{"MODE", 2},
    Arity{"NICK", 1},    Arity{"NOTE", 3},   Arity{"NOTICE", 2},  Arity{"PART", 1},
    Arity{"PING", 1},    Arity{"PONG", 1},   Arity{"PRIVMSG", 2}, Arity{"QUIT", 0},
    Arity{"SETNAME", 1}, Arity{"TAGMSG", 1}, Arity{"TOPIC", 2},   Arity{"WARN", 3},
};
static_assert(std::is_sorted(arities.begin(), arities.end(),
                             [](const Arity& a, const Arity& b) { return a.command < b.command; }));

std::size_t params_min(std::string_view command) {
    const auto* found =
        std::lower_bound(arities.begin(), arities.end(), command,
                         [](const Arity& row, std::string_view key) { return row.command < key; });
    return found != arities.end() && found->command == command ? found->params_min : 0;
}

constexpr std::uint64_t every_byte = 0x0101010101010101U;
constexpr std::uint64_t every_top_bit = 0x8080808080808080U;

// A top bit for each byte of `word` that is zero (and perhaps for bytes above it).
constexpr std::uint64_t zero_bytes(std::uint64_t word) {
    return (word - every_byte) & ~word & every_top_bit;
}

// How many bytes at the front are ASCII without CR, LF and NUL, counted by eights.
std::size_t plain_prefix(std::string_view text) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        const std::uint64_t odd = (word & every_top_bit) | zero_bytes(word) |
                                  zero_bytes(word ^ (every_byte * '\r')) |
                                  zero_bytes(word ^ (every_byte * '\n'));
        if (odd != 0) break;
    }
    return at;
}

bool is_command(std::string_view word) {
    if (word.empty()) return false;
    const auto in = [&](char low, char high) {
        return std::all_of(word.begin(), word.end(), [=](char c) { return c >= low && c <= high; });
    };
    return (word.size() == 3 && in('0', '9')) || in('A', 'Z');
}

bool allows(TagCaps caps, TagCap cap) { return (caps & static_cast<TagCaps>(cap)) != 0; }

bool tag_negotiated(std::string_view key, TagCaps caps) {
    if (key == "time") return allows(caps, TagCap::server_time);
    if (key == "account") return allows(caps, TagCap::account_tag);
    if (key == "label") return allows(caps, TagCap::labeled_response);
    if (key == "batch") return allows(caps, TagCap::batch);
    return allows(caps, TagCap::message_tags);
}

std::string_view flaw_in_tags(std::string_view tags, TagCaps caps) {
    if (tags.size() + 2 > tag_bytes_max) return "the tags are too long";
    for (std::size_t at = 0; at <= tags.size();) {
        const std::size_t end = std::min(tags.find(';', at), tags.size());
        const std::string_view tag = tags.substr(at, end - at);
        const std::string_view key = tag.substr(0, tag.find('='));
        if (key.empty()) return "a tag has no name";
        if (!tag_negotiated(key, caps)) return "a tag was not negotiated";
        at = end + 1;
    }
    return {};
}

}  // namespace

bool is_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
        const unsigned lead = byte(0);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return false;
        for (std::size_t i = 1; i < length; ++i) {
            if ((byte(i) & 0xC0U) != 0x80) return false;
        }
        const unsigned second = byte(1);
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
            (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) {
            return false;
        }
        at += length;
    }
    return true;
}

TagCap cap_named(std::string_view name) {
    if (name == "message-tags") return TagCap::message_tags;
    if (name == "server-time") return TagCap::server_time;
    if (name == "account-tag") return TagCap::account_tag;
    if (name == "labeled-response") return TagCap::labeled_response;
    if (name == "batch") return TagCap::batch;
    if (name == "echo-message") return TagCap::echo_message;
    return TagCap::none;
}

std::string_view flaw_in(std::string_view line, const TextLine& read, TagCaps caps) {
    const std::size_t tag_bytes = read.tags.empty() ? 0 : read.tags.size() + 2;
    if (line.size() - std::min(line.size(), tag_bytes) > body_bytes_max) {
        return "the line is too long";
    }
    const std::string_view rest = line.substr(plain_prefix(line));
    if (std::any_of(rest.begin(), rest.end(),
                    [](char c) { return c == '\r' || c == '\n' || c == '\0'; })) {
        return "there is a CR, LF or NUL inside";
    }
    if (!is_utf8(rest)) return "it is not UTF-8";
    if (!read.tags.empty()) {
        if (const auto flaw = flaw_in_tags(read.tags, caps); !flaw.empty()) return flaw;
    }
    if (!is_command(read.command)) return "the command is not one";
    if (read.param_count < params_min(read.command)) return "a parameter is missing";
    if (read.param_count > 15) return "there are more than 15 parameters";
    return {};
}

}  // namespace brusio::sim
