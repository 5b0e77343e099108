// What the engine alone pays for a message: no sockets, no store, no system calls. The cost must
// not grow with the room, since everybody shares one frame and one audience.
#include <benchmark/benchmark.h>

#include <limits>
#include <string>
#include <variant>

#include "core/engine/engine.h"

namespace brusio::engine {
namespace {

constexpr Now now{MonoTime{std::chrono::hours{1}}, WallTime{1'700'000'000'000}};
constexpr std::string_view text =
    " :the quick brown fox jumps over the lazy dog, and nobody minds\r\n";

/// Which clients the room has.
enum class Clients : std::uint8_t { plain, tagged };

EngineConfig unthrottled() {
    EngineConfig config;
    config.server.limits.command_burst_tokens = std::numeric_limits<std::uint32_t>::max();
    return config;
}

/// An engine with people in one room; number 0 is the one who talks.
class Crowd {
 public:
    Crowd(std::int64_t members, Clients clients) : engine_(unthrottled(), now) {
        const std::string caps =
            clients == Clients::tagged
                ? "CAP REQ :message-tags server-time account-tag batch\r\nCAP END\r\n"
                : "";
        for (std::int64_t i = 0; i < members; ++i) {
            const std::string nick = "n" + std::to_string(i);
            engine_.handle_link_opened(link(i), LinkInfo{LinkKind::irc, "127.0.0.1"}, now);
            say(i, caps + "NICK " + nick + "\r\nUSER u 0 * :r\r\nJOIN #room\r\n");
        }
    }

    static LinkId link(std::int64_t member) {
        return LinkId::of(static_cast<std::uint32_t>(member), 1);
    }

    /// Lets `member` say `bytes`; gives back to how many links something is to be delivered.
    std::size_t say(std::int64_t member, std::string_view bytes) {
        engine_.handle_bytes(link(member), bytes, now);
        std::size_t recipients = 0;
        while (engine_.has_batch()) {
            engine_.take_batch(batch_);
            for (const Output& output : batch_.outputs) recipients += recipients_of(output);
        }
        return recipients;
    }

 private:
    std::size_t recipients_of(const Output& output) {
        // Everybody reads as fast as it comes.
        const auto* tell = std::get_if<TellDrained>(&output);
        if (tell != nullptr) engine_.handle_link_drained(tell->link, now);
        const auto* deliver = std::get_if<Deliver>(&output);
        if (deliver == nullptr) return 0;
        return deliver->audience == nullptr ? 1 : deliver->audience->size();
    }

    Engine engine_;
    Batch batch_;
};

void room_message(benchmark::State& state, Clients clients) {
    Crowd crowd{state.range(0), clients};
    const std::string line = "PRIVMSG #room" + std::string{text};
    const auto others = static_cast<std::size_t>(state.range(0) - 1);
    for ([[maybe_unused]] auto _ : state) {
        if (crowd.say(0, line) < others) return state.SkipWithError("somebody heard nothing");
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * (state.range(0) - 1));
}
BENCHMARK_CAPTURE(room_message, plain, Clients::plain)->Arg(10)->Arg(100)->Arg(1'000);
BENCHMARK_CAPTURE(room_message, tagged, Clients::tagged)->Arg(10)->Arg(100)->Arg(1'000);

void private_message(benchmark::State& state) {
    Crowd crowd{100, Clients::plain};
    const std::string line = "PRIVMSG n1" + std::string{text};
    for ([[maybe_unused]] auto _ : state) {
        if (crowd.say(0, line) < 1) return state.SkipWithError("nobody heard it");
    }
}
BENCHMARK(private_message);

void join_and_part(benchmark::State& state) {
    Crowd crowd{state.range(0), Clients::plain};
    const std::string lines = "PART #room\r\nJOIN #room\r\n";
    const auto others = static_cast<std::size_t>(state.range(0) - 1);
    for ([[maybe_unused]] auto _ : state) {
        if (crowd.say(0, lines) < 2 * others) return state.SkipWithError("somebody saw nothing");
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * 2 *
                            (state.range(0) - 1));
}
BENCHMARK(join_and_part)->Arg(10)->Arg(100)->Arg(1'000);

void ping(benchmark::State& state) {
    Crowd crowd{2, Clients::plain};
    for ([[maybe_unused]] auto _ : state) {
        if (crowd.say(0, "PING :1\r\n") != 1) return state.SkipWithError("no answer");
    }
}
BENCHMARK(ping);

}  // namespace
}  // namespace brusio::engine
