#include "core/client/emitter.h"

#include "core/base/assert.h"
#include "core/base/limits.h"
#include "core/client/names.h"
#include "core/client/secret_mask.h"
#include "core/wire/scan.h"
#include "core/wire/utf8.h"

namespace brusio::client {

void Emitter::send(std::string_view line) {
    BRUSIO_ASSERT(!line.empty() && wire::find_forbidden(line) == std::string_view::npos);
    if (outputs_.empty() || !std::holds_alternative<SendBytes>(outputs_.back())) {
        outputs_.emplace_back(SendBytes{});
    }
    std::string& bytes = std::get<SendBytes>(outputs_.back()).bytes;
    bytes += line;
    bytes += "\r\n";
    if (log_ == ProtocolLog::on) {
        tell(LogLine{LineDirection::out, to_utf8(mask_secrets(line))});
    }
}

void Emitter::heard(std::string_view line) {
    if (log_ == ProtocolLog::on) tell(LogLine{LineDirection::in, to_utf8(mask_secrets(line))});
}

std::string line_of(std::string_view command, std::initializer_list<std::string_view> params) {
    std::string line(command);
    std::size_t left = params.size();
    for (const std::string_view param : params) {
        line += ' ';
        --left;
        if (is_middle_param(param)) {
            line += param;
            continue;
        }
        BRUSIO_ASSERT(left == 0);
        line += ':';
        line += one_line(param);
    }
    constexpr std::size_t crlf_bytes = 2;
    line.resize(wire::utf8_cut(line, Limits::line_bytes_max - crlf_bytes));
    return line;
}

}  // namespace brusio::client
