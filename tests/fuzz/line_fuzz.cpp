// Any text is parsed or refused; what was parsed can be written and parses to the same again.

#include <string>

#include "core/base/assert.h"
#include "core/wire/line.h"
#include "core/wire/line_writer.h"
#include "core/wire/split.h"
#include "core/wire/tags.h"
#include "tests/fuzz/fuzz_input.h"

namespace brusio::wire {
namespace {

bool is_clean(std::string_view text) {
    return text.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos;
}

/// Writes `line` anew; empty text if it had to be cut.
std::string written(const Line& line) {
    std::string out;
    LineWriter writer{out};
    writer.tags(line.tags);
    if (!line.source.empty()) writer.source(line.source);
    writer.command(line.command);
    for (std::size_t i = 0; i < line.params_count; ++i) {
        const bool is_last = i + 1 == line.params_count;
        is_last ? writer.trailing(line.param(i)) : writer.param(line.param(i));
    }
    const LineEnd end = writer.end();
    BRUSIO_ASSERT(out.ends_with("\r\n"));
    out.resize(out.size() - 2);
    BRUSIO_ASSERT(is_clean(out));
    return end == LineEnd::whole ? out : std::string{};
}

void check_rewriting(const Line& line) {
    if (line.tags.size() > client_tag_data_bytes_max) return;
    const std::string text = written(line);
    if (text.empty()) return;
    const auto again = parse_line(text);
    BRUSIO_ASSERT(again.ok());
    BRUSIO_ASSERT(again->params_count == line.params_count);
    BRUSIO_ASSERT(written(*again) == text);
    for (std::size_t i = 0; i < line.params_count; ++i) {
        BRUSIO_ASSERT(!is_clean(line.param(i)) || again->param(i) == line.param(i));
    }
}

void check_tags(std::string_view tags) {
    const std::string relayed = client_only_tags(tags);
    BRUSIO_ASSERT(relayed.size() <= tags.size());
    BRUSIO_ASSERT(client_only_tags(relayed) == relayed);
    for (const std::string_view part : Split{relayed, ';'}) {
        const Tag tag = split_tag(part);
        BRUSIO_ASSERT(tag.key.starts_with('+'));
        BRUSIO_ASSERT(find_tag(tags, tag.key) == tag.value);
        const std::string value = unescape_tag_value(tag.value);
        BRUSIO_ASSERT(unescape_tag_value(escape_tag_value(value)).size() <= value.size());
    }
}

}  // namespace
}  // namespace brusio::wire

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const brusio::fuzz::FuzzInput input{data, size};
    const auto line = brusio::wire::parse_line(input.rest());
    if (!line) return 0;
    brusio::wire::check_rewriting(*line);
    brusio::wire::check_tags(line->tags);
    return 0;
}
