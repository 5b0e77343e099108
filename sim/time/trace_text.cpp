#include <array>
#include <cstdio>

#include "sim/time/trace.h"

namespace brusio::sim {

namespace {

constexpr std::int64_t ns_per_s = 1'000'000'000;

std::string seconds_text(MonoTime at) {
    const std::int64_t ns = at.since_origin.count();
    std::string fraction = std::to_string(ns % ns_per_s);
    fraction.insert(0, 9 - fraction.size(), '0');
    return std::to_string(ns / ns_per_s) + "." + fraction;
}

// As JSON wants it. A piece may end inside a character, so bytes above ASCII are escaped one by
// one.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte >= 0x7F) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", byte);
            out += escape.data();
        } else {
            out += c;
        }
    }
    return out + "\"";
}

}  // namespace

std::string_view name_of(EventKind kind) {
    switch (kind) {
        case EventKind::server_deadline:
            return "server_deadline";
        case EventKind::dial_ends:
            return "dial_ends";
        case EventKind::up_arrives:
            return "up_arrives";
        case EventKind::down_arrives:
            return "down_arrives";
        case EventKind::up_writable:
            return "up_writable";
        case EventKind::down_writable:
            return "down_writable";
        case EventKind::linger_ends:
            return "linger_ends";
        case EventKind::unclogs:
            return "unclogs";
        case EventKind::client_deadline:
            return "client_deadline";
        case EventKind::person_acts:
            return "person_acts";
        case EventKind::person_reads:
            return "person_reads";
        case EventKind::fault_strikes:
            return "fault_strikes";
        case EventKind::overflows:
            return "overflows";
        case EventKind::drains:
            return "drains";
        case EventKind::handshake_ends:
            return "handshake_ends";
        case EventKind::store_syncs:
            return "store_syncs";
        case EventKind::disk_strikes:
            return "disk_strikes";
        case EventKind::server_dies:
            return "server_dies";
        case EventKind::server_starts:
            return "server_starts";
    }
    return "unknown";
}

std::string to_text(const TraceRow& row) {
    std::string out = "#" + std::to_string(row.number) + " " + seconds_text(row.at) + "s ";
    out += name_of(row.kind);
    out += " " + std::to_string(row.subject) + ":" + std::to_string(row.detail);
    if (!row.text.empty()) out += " " + quoted(row.text);
    return out;
}

std::string to_json(const TraceRow& row) {
    std::string out = "{\"n\":" + std::to_string(row.number) + ",\"t\":" + seconds_text(row.at);
    out += ",\"kind\":\"";
    out += name_of(row.kind);
    out += "\",\"subject\":" + std::to_string(row.subject);
    out += ",\"detail\":" + std::to_string(row.detail);
    if (!row.text.empty()) out += ",\"bytes\":" + quoted(row.text);
    return out + "}";
}

}  // namespace brusio::sim
