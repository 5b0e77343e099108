#include "core/session/list_filter.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/room/mask.h"
#include "core/wire/case_mapping.h"
#include "core/wire/split.h"

namespace brusio::session {

namespace {

constexpr std::int64_t minute_ms = 60'000;
/// Larger numbers say nothing more, and times stay within 64 bits.
constexpr std::int64_t value_max = 1'000'000'000'000;

std::optional<std::int64_t> number_of(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return static_cast<std::int64_t>(std::min<std::uint64_t>(value, value_max));
}

bool matches_any(const std::vector<std::string>& masks, std::string_view name) {
    return std::any_of(masks.begin(), masks.end(),
                       [&](const std::string& mask) { return room::glob_match(mask, name); });
}

}  // namespace

ListFilter::ListFilter(std::span<const std::string_view> params) {
    for (const std::string_view param : params) {
        for (const std::string_view item : wire::Split{param, ','}) read(item);
    }
}

void ListFilter::read(std::string_view item) {
    if (read_condition(item)) return;
    if (item.front() == '!') {
        not_masks_.push_back(wire::fold(item.substr(1)).text);
        return;
    }
    has_wildcards_ = has_wildcards_ || item.find_first_of("*?\\") != std::string_view::npos;
    masks_.push_back(wire::fold(item).text);
}

/// "<5", ">5", "C<5", "C>5", "T<5" and "T>5". What only looks like one is a mask.
bool ListFilter::read_condition(std::string_view item) {
    OpenRange* range = &users_;
    std::int64_t unit = 1;
    const char kind = wire::fold_char(item.front());
    if (kind == 'c' || kind == 't') {
        // ELIST: "C<60" was created less than 60 minutes ago, "C>60" more; T likewise.
        range = kind == 'c' ? &created_ago_ms_ : &topic_ago_ms_;
        unit = minute_ms;
        item.remove_prefix(1);
    }
    if (item.size() < 2 || (item.front() != '<' && item.front() != '>')) return false;
    const std::optional<std::int64_t> value = number_of(item.substr(1));
    if (!value) return false;
    if (item.front() == '<') {
        range->below = std::min(range->below, *value * unit);
    } else {
        range->above = std::max(range->above, *value * unit);
    }
    return true;
}

bool ListFilter::admits(const room::Room& room, WallTime now) const {
    if (!users_.holds(static_cast<std::int64_t>(room.size()))) return false;
    if (!created_ago_ms_.holds(now.unix_ms - room.created().unix_ms)) return false;
    if (topic_ago_ms_.is_set()) {
        // A room without a topic has no time at which it was set.
        if (room.topic().text.empty()) return false;
        if (!topic_ago_ms_.holds(now.unix_ms - room.topic().when.unix_ms)) return false;
    }
    const std::string_view name = room.key().text;
    return (masks_.empty() || matches_any(masks_, name)) && !matches_any(not_masks_, name);
}

std::span<const std::string> ListFilter::exact_names() const {
    if (has_wildcards_) return {};
    return masks_;
}

}  // namespace brusio::session
