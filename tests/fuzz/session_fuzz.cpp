#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/assert.h"
#include "core/engine/engine.h"

// Two links and whatever bytes: the first byte of each step says which link, whether the clock
// moves, and how many bytes follow. Nothing may crash, break an invariant or put a NUL, or a CR
// without LF, into anything that is sent.

namespace {

using brusio::LinkId;

void check_output(const brusio::engine::Batch& batch) {
    for (const brusio::Output& output : batch.outputs) {
        const auto* deliver = std::get_if<brusio::Deliver>(&output);
        if (deliver == nullptr) continue;
        const std::string_view bytes = deliver->frame.bytes();
        BRUSIO_ASSERT(bytes.ends_with('\n'));
        BRUSIO_ASSERT(bytes.find('\0') == std::string_view::npos);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view input{reinterpret_cast<const char*>(data), size};
    brusio::Now now{brusio::MonoTime{std::chrono::seconds{1}}, brusio::WallTime{1'700'000'000'000}};
    brusio::engine::EngineConfig config;
    config.server.limits.command_tokens_per_second = 0;
    brusio::engine::Engine engine(config, now);
    const LinkId links[] = {LinkId::of(1, 1), LinkId::of(2, 1), LinkId::of(3, 1)};
    engine.handle_link_opened(links[0], {brusio::LinkKind::irc, "192.0.2.1", false, false}, now);
    engine.handle_link_opened(links[1], {brusio::LinkKind::irc, "192.0.2.2", false, false}, now);
    engine.handle_link_opened(links[2], {brusio::LinkKind::plain, "::1", false, true}, now);
    engine.handle_bytes(links[1],
                        "CAP REQ :message-tags batch labeled-response echo-message\r\n"
                        "NICK bob\r\nUSER b 0 * :B\r\nCAP END\r\nJOIN #a\r\n",
                        now);
    brusio::engine::Batch batch;
    while (!input.empty()) {
        const auto step = static_cast<unsigned char>(input.front());
        input.remove_prefix(1);
        const std::size_t count = std::min<std::size_t>(1 + (step >> 2), input.size());
        if (count > 0 && (step & 3) < 3)
            engine.handle_bytes(links[step & 3], input.substr(0, count), now);
        if ((step & 3) == 3) {
            now.mono = now.mono + std::chrono::seconds{step >> 2};
            engine.handle_deadline(now);
        } else {
            input.remove_prefix(count);
        }
        engine.take_batch(batch);
        check_output(batch);
        for (const brusio::Output& output : batch.outputs) {
            const auto* tell = std::get_if<brusio::TellDrained>(&output);
            if (tell != nullptr) engine.handle_link_drained(tell->link, now);
        }
    }
    engine.check_invariants();
    return 0;
}
