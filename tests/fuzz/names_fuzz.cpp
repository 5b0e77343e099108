// Names, masks, times and ISUPPORT values: whatever the text, each answer is well formed.

#include <string>

#include "core/base/assert.h"
#include "core/wire/case_mapping.h"
#include "core/wire/isupport.h"
#include "core/wire/line.h"
#include "core/wire/source.h"
#include "core/wire/time_text.h"
#include "core/wire/user_mask.h"
#include "core/wire/utf8.h"
#include "tests/fuzz/fuzz_input.h"

namespace brusio::wire {
namespace {

void check_names(std::string_view text) {
    BRUSIO_ASSERT(fold(fold(text).text) == fold(text));
    BRUSIO_ASSERT(names_equal(text, fold(text).text));
    if (valid_nick(text, 30)) {
        BRUSIO_ASSERT(valid_utf8(text) && !is_room_name(text));
        const std::string command = std::string{"X "}.append(text).append(" y");
        const auto line = parse_line(command);
        BRUSIO_ASSERT(line.ok() && line->param(0) == text && line->param(1) == "y");
        const std::string source = std::string{text} + "!u@h";
        BRUSIO_ASSERT(parse_source(source).nick == text);
    }
    if (valid_room_name(text, 64)) {
        BRUSIO_ASSERT(valid_utf8(text) && !valid_nick(text, 64));
    }
}

void check_texts(std::string_view text) {
    const std::string mask = normalise_mask(text);
    BRUSIO_ASSERT(normalise_mask(mask) == mask);
    BRUSIO_ASSERT(unescape_isupport_value(escape_isupport_value(text)) == text);
    const auto time = parse_time(text);
    BRUSIO_ASSERT(!time || *parse_time(time_text(*time).view()) == *time);
}

void check_cuts(std::string_view text) {
    const bool whole = valid_utf8(text);
    for (std::size_t bytes_max = 0; bytes_max <= text.size(); ++bytes_max) {
        const std::size_t cut = utf8_cut(text, bytes_max);
        BRUSIO_ASSERT(cut <= bytes_max && cut + 3 >= bytes_max);
        BRUSIO_ASSERT(!whole || valid_utf8(text.substr(0, cut)));
    }
    BRUSIO_ASSERT(!whole || utf8_unfinished(text) == 0);
}

}  // namespace
}  // namespace brusio::wire

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const brusio::fuzz::FuzzInput input{data, size};
    const std::string_view text = input.rest().substr(0, 200);
    brusio::wire::check_names(text);
    brusio::wire::check_texts(text);
    brusio::wire::check_cuts(text);
    return 0;
}
