// Whatever a peer sends as a request: what is accepted keeps the rules, what is refused has an
// answer, and neither lets a byte of the peer's end a line of ours.

#include <string>

#include "core/base/assert.h"
#include "tests/fuzz/fuzz_input.h"
#include "transport/filter/http_upgrade.h"
#include "transport/filter/websocket_origin.h"

namespace brusio::filter {
namespace {

void check_answer(const std::string& answer, std::string_view first_line) {
    BRUSIO_ASSERT(answer.starts_with(first_line));
    const std::size_t head_end = answer.find("\r\n\r\n");
    BRUSIO_ASSERT(head_end != std::string::npos);
    for (std::size_t at = 0; at < head_end; ++at) {
        const auto c = static_cast<unsigned char>(answer[at]);
        BRUSIO_ASSERT(c >= 0x20 || c == '\r' || c == '\n');
        BRUSIO_ASSERT((c == '\n') == (at > 0 && answer[at - 1] == '\r'));
    }
}

void check(std::string_view head) {
    const auto request = parse_upgrade(head);
    if (!request) {
        BRUSIO_ASSERT(request.error().status >= 400 && !request.error().sentence.empty());
        return check_answer(refusal_answer(request.error()), "HTTP/1.1 ");
    }
    BRUSIO_ASSERT(head.starts_with("GET /") && head.ends_with("\r\n\r\n"));
    BRUSIO_ASSERT(request->key.size() == 24);
    check_answer(upgrade_answer(request.value(), ""), "HTTP/1.1 101 ");
    if (request->origin && is_origin(*request->origin)) {
        BRUSIO_ASSERT(origin_allowed({*request->origin}, *request->origin));
    }
}

}  // namespace
}  // namespace brusio::filter

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const brusio::fuzz::FuzzInput input{data, size};
    brusio::filter::check(input.rest().substr(0, brusio::filter::request_head_bytes_max));
    return 0;
}
