#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace brusio::session {

/// What WHO was asked (Modern IRC, WHO message; IRCv3 whox).
struct WhoQuery {
    enum class Form : std::uint8_t { plain, whox };

    std::string mask;  // as the client wrote it; "*" if it wrote none
    Form form = Form::plain;
    std::string fields;           // of WHOX: letters of fields that exist, each once
    std::string token = "0";      // of WHOX: one to three digits
    bool only_operators = false;  // flag "o"

    [[nodiscard]] bool wants(char field) const { return fields.find(field) != std::string::npos; }
};

[[nodiscard]] WhoQuery parse_who(std::span<const std::string_view> params);

}  // namespace brusio::session
