#include "bench/load/report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace brusio::bench {
namespace {

std::string number(double value, int decimals) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

std::string json_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

}  // namespace

void Report::add(std::string_view key, std::string_view label, double value, std::string_view unit,
                 int decimals) {
    entries_.push_back(
        {std::string{key}, std::string{label}, value, number(value, decimals), std::string{unit}});
}

void Report::add_text(std::string_view key, std::string_view label, std::string_view text) {
    entries_.push_back({std::string{key}, std::string{label}, std::nullopt, std::string{text}, {}});
}

std::optional<double> Report::value(std::string_view key) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return entry.key == key; });
    return found == entries_.end() ? std::nullopt : found->value;
}

std::string Report::text() const {
    std::size_t width = 0;
    for (const Entry& entry : entries_) width = std::max(width, entry.label.size());
    std::string out = workload_ + (faulty_ ? ": FAULTY\n" : "\n");
    for (const Entry& entry : entries_) {
        out += "  " + entry.label + std::string(width - entry.label.size() + 2, ' ') + entry.text;
        out += entry.unit.empty() ? "\n" : " " + entry.unit + "\n";
    }
    return out;
}

std::string Report::json() const {
    std::string out = "{\"workload\":" + json_quoted(workload_);
    out += faulty_ ? ",\"faulty\":true" : ",\"faulty\":false";
    for (const Entry& entry : entries_) {
        out += "," + json_quoted(entry.key) + ":";
        const bool is_number = entry.value.has_value() && std::isfinite(*entry.value);
        out += is_number ? number(*entry.value, 6) : json_quoted(entry.text);
    }
    return out + "}";
}

}  // namespace brusio::bench
