#pragma once

#include <cstdint>
#include <initializer_list>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace brusio::server {

enum class LogLevel : std::uint8_t { debug, info, warning, error };
enum class LogFormat : std::uint8_t { logfmt, json };

/// One thing that a log line tells: a name of ours and a value that may come from anywhere.
struct LogField {
    LogField(std::string_view field_name, std::string_view field_value)
        : name(field_name), value(field_value) {}
    LogField(std::string_view field_name, const char* field_value)
        : name(field_name), value(field_value) {}
    LogField(std::string_view field_name, const std::string& field_value)
        : name(field_name), value(field_value) {}
    template <class Number>
    requires std::is_integral_v<Number> LogField(std::string_view field_name, Number number)
        : name(field_name), value(std::to_string(number)), is_number(true) {}

    std::string_view name;
    std::string value;
    bool is_number = false;
};

/// One line as it is written, without its newline. Control characters in values are escaped, so
/// that a line of the log is always one line and never moves a terminal's cursor.
[[nodiscard]] std::string log_line(LogFormat format, std::string_view time, LogLevel level,
                                   std::string_view event, std::span<const LogField> fields);

/// Writes lines to a descriptor, each with one call. Never given passwords or what people say.
/// Any thread.
class Logger {
 public:
    /// `descriptor` is not owned.
    explicit Logger(int descriptor) : descriptor_(descriptor) {}

    void set(LogLevel level, LogFormat format);
    void write(LogLevel level, std::string_view event, std::span<const LogField> fields);
    void write(LogLevel level, std::string_view event,
               std::initializer_list<LogField> fields = {}) {
        write(level, event, std::span<const LogField>{fields.begin(), fields.size()});
    }

 private:
    int descriptor_;
    std::mutex mutex_;
    LogLevel level_ = LogLevel::info;
    LogFormat format_ = LogFormat::logfmt;
};

}  // namespace brusio::server
