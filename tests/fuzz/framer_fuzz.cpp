// The lines of a stream do not depend on how it is cut into chunks or where its reader pauses.

#include <string>
#include <vector>

#include "core/base/assert.h"
#include "core/wire/framer.h"
#include "core/wire/plain_framer.h"
#include "tests/fuzz/fuzz_input.h"

namespace brusio::wire {
namespace {

std::string told(const FramedLine& line) {
    return static_cast<char>('0' + static_cast<int>(line.error)) + std::string{line.text};
}

std::vector<std::string> framed_whole(std::string_view stream, FramerLimits limits) {
    LineFramer framer{limits};
    std::vector<std::string> lines;
    framer.feed(stream);
    while (const auto line = framer.next()) lines.push_back(told(*line));
    return lines;
}

/// Chunks of `chunk_bytes`, of which the reader takes `reads` lines before it pauses.
std::vector<std::string> framed_pieces(std::string_view stream, FramerLimits limits,
                                       std::size_t chunk_bytes, std::size_t reads) {
    LineFramer framer{limits};
    std::vector<std::string> lines;
    while (!stream.empty()) {
        const std::string chunk{stream.substr(0, chunk_bytes)};
        stream.remove_prefix(chunk.size());
        framer.feed(chunk);
        for (std::size_t i = 0; i < reads; ++i) {
            if (const auto line = framer.next()) lines.push_back(told(*line));
        }
        framer.keep();
    }
    while (const auto line = framer.next()) lines.push_back(told(*line));
    BRUSIO_ASSERT(framer.held_bytes() <= limits.tag_section_bytes_max + limits.rest_bytes_max);
    return lines;
}

void check_plain(std::string_view stream, std::size_t chunk_bytes, std::size_t bytes_max) {
    PlainFramer framer{bytes_max};
    std::size_t bytes_in = 0;
    std::size_t bytes_out = 0;
    while (!stream.empty()) {
        const std::string_view chunk = stream.substr(0, chunk_bytes);
        stream.remove_prefix(chunk.size());
        for (const char c : chunk) bytes_in += c != '\r' && c != '\n' ? 1 : 0;
        framer.feed(chunk);
        while (const auto text = framer.next()) {
            BRUSIO_ASSERT(!text->empty() && text->size() <= bytes_max);
            bytes_out += text->size();
        }
        BRUSIO_ASSERT(framer.held_bytes() <= bytes_max);
    }
    while (const auto text = framer.flush()) bytes_out += text->size();
    BRUSIO_ASSERT(!framer.pending());
    BRUSIO_ASSERT(bytes_in == bytes_out);
}

}  // namespace
}  // namespace brusio::wire

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace brusio::wire;
    brusio::fuzz::FuzzInput input{data, size};
    const auto tags_max = static_cast<std::uint32_t>(input.take_number());
    const auto rest_max = static_cast<std::uint32_t>(3 + input.take_number());
    const std::size_t chunk_bytes = 1 + input.take_number();
    const std::size_t reads = input.take_number();
    const FramerLimits limits{tags_max, rest_max};
    const std::vector<std::string> whole = framed_whole(input.rest(), limits);
    BRUSIO_ASSERT(framed_pieces(input.rest(), limits, chunk_bytes, reads) == whole);
    BRUSIO_ASSERT(framed_pieces(input.rest(), limits, 1, chunk_bytes) == whole);
    check_plain(input.rest(), chunk_bytes, 4 + tags_max);
    return 0;
}
