#include "core/session/line_budget.h"

#include "core/base/assert.h"

namespace brusio::session {

namespace {

constexpr std::size_t line_end_bytes = 2;
constexpr std::size_t text_mark_bytes = 2;  // the space and the colon before the last parameter

std::size_t left_of_line(std::size_t used) {
    const std::size_t whole = used + text_mark_bytes + line_end_bytes;
    return whole < Limits::line_bytes_max ? Limits::line_bytes_max - whole : 0;
}

}  // namespace

std::size_t text_bytes_left(std::initializer_list<std::string_view> parts) {
    BRUSIO_ASSERT(parts.size() > 0);
    std::size_t used = 0;
    for (const std::string_view part : parts) used += part.size() + 1;
    return left_of_line(used);
}

std::size_t numeric_text_bytes_left(const Stage& stage,
                                    std::initializer_list<std::string_view> params) {
    constexpr std::size_t code_bytes = 3;
    BRUSIO_ASSERT(stage.replies.session() != nullptr);
    std::size_t used = stage.server_name().size() + code_bytes + stage.replies.nick().size() + 3;
    for (const std::string_view param : params) used += param.size() + 1;
    return left_of_line(used);
}

}  // namespace brusio::session
