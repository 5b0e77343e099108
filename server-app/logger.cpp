#include "server-app/logger.h"

#include <time.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace brusio::server {

namespace {

std::string_view name_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return "debug";
        case LogLevel::info:
            return "info";
        case LogLevel::warning:
            return "warning";
        case LogLevel::error:
            break;
    }
    return "error";
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

/// Escapes what would end a quoted string or a line; C1 controls in UTF-8 (0xC2 0x80-0x9F) too.
std::string escaped(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool is_c1 = c == '\xC2' && i + 1 < text.size() &&
                           static_cast<unsigned char>(text[i + 1]) >= 0x80 &&
                           static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (is_control(c) || is_c1) {
            const unsigned code =
                is_c1 ? static_cast<unsigned char>(text[++i]) : static_cast<unsigned char>(c);
            std::array<char, 8> buffer{};
            std::snprintf(buffer.data(), buffer.size(), "\\u%04x", code);
            result += buffer.data();
        } else {
            result += c;
        }
    }
    return result;
}

bool needs_quotes(std::string_view value) {
    if (value.empty()) return true;
    for (const char c : value) {
        if (is_control(c) || c == ' ' || c == '"' || c == '=' || c == '\\' || c == '\xC2') {
            return true;
        }
    }
    return false;
}

std::string utc_now() {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    tm parts{};
    ::gmtime_r(&now.tv_sec, &parts);
    std::array<char, 24> seconds{};
    std::strftime(seconds.data(), seconds.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::array<char, 8> millis{};
    std::snprintf(millis.data(), millis.size(), ".%03dZ",
                  static_cast<int>(now.tv_nsec / 1'000'000));
    return std::string{seconds.data()} + millis.data();
}

void append_field(std::string& line, LogFormat format, const LogField& field) {
    if (format == LogFormat::logfmt) {
        if (!line.empty()) line += ' ';
        line += field.name;
        line += '=';
        const bool quotes = needs_quotes(field.value);
        line += quotes ? '"' + escaped(field.value) + '"' : field.value;
        return;
    }
    line += line.empty() ? "{\"" : ",\"";
    line += field.name;
    line += "\":";
    line += field.is_number ? field.value : '"' + escaped(field.value) + '"';
}

}  // namespace

std::string log_line(LogFormat format, std::string_view time, LogLevel level,
                     std::string_view event, std::span<const LogField> fields) {
    std::string line;
    append_field(line, format, {"time", time});
    append_field(line, format, {"level", name_of(level)});
    append_field(line, format, {"event", event});
    for (const LogField& field : fields) append_field(line, format, field);
    if (format == LogFormat::json) line += '}';
    return line;
}

void Logger::set(LogLevel level, LogFormat format) {
    const std::lock_guard lock{mutex_};
    level_ = level;
    format_ = format;
}

void Logger::write(LogLevel level, std::string_view event, std::span<const LogField> fields) {
    const std::lock_guard lock{mutex_};
    if (level < level_) return;
    const std::string line = log_line(format_, utc_now(), level, event, fields) + '\n';
    // A log that cannot be written must not stop the server.
    [[maybe_unused]] const ssize_t written = ::write(descriptor_, line.data(), line.size());
}

}  // namespace brusio::server
