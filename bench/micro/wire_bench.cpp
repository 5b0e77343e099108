// What one line costs to frame, to take apart and to write, in nanoseconds and bytes a second.
#include <benchmark/benchmark.h>

#include <string>
#include <string_view>

#include "core/wire/framer.h"
#include "core/wire/line.h"
#include "core/wire/line_writer.h"
#include "core/wire/tags.h"

namespace brusio::wire {
namespace {

constexpr std::string_view short_line = "PING :floor";
constexpr std::string_view message_line =
    "PRIVMSG #lobby :the quick brown fox jumps over the lazy dog, and nobody minds";
constexpr std::string_view tagged_line =
    "@+typing=active;+draft/reply=abcdefghij;label=12345 PRIVMSG #lobby "
    ":the quick brown fox jumps over the lazy dog, and nobody minds";
constexpr std::string_view busy_line = "MODE #lobby +ooovvv one two three four five six";

void count_bytes(benchmark::State& state, std::size_t bytes_each) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(bytes_each));
}

void parse(benchmark::State& state, std::string_view line) {
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(line);
        auto parsed = parse_line(line);
        benchmark::DoNotOptimize(parsed);
    }
    count_bytes(state, line.size());
}
BENCHMARK_CAPTURE(parse, ping, short_line);
BENCHMARK_CAPTURE(parse, message, message_line);
BENCHMARK_CAPTURE(parse, message_with_tags, tagged_line);
BENCHMARK_CAPTURE(parse, many_parameters, busy_line);

/// A chunk as the transport reads it: `lines` whole messages and half of one more.
void frame_chunk(benchmark::State& state) {
    std::string chunk;
    for (std::int64_t i = 0; i < state.range(0); ++i) chunk.append(message_line).append("\r\n");
    for ([[maybe_unused]] auto _ : state) {
        LineFramer framer;
        framer.feed(chunk);
        while (auto line = framer.next()) benchmark::DoNotOptimize(line);
    }
    count_bytes(state, chunk.size());
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * state.range(0));
}
BENCHMARK(frame_chunk)->Arg(1)->Arg(8)->Arg(64);

void frame_byte_by_byte(benchmark::State& state) {
    const std::string line = std::string{message_line} + "\r\n";
    LineFramer framer;
    for ([[maybe_unused]] auto _ : state) {
        for (const char& byte : line) {
            framer.feed({&byte, 1});
            while (auto framed = framer.next()) benchmark::DoNotOptimize(framed);
        }
    }
    count_bytes(state, line.size());
}
BENCHMARK(frame_byte_by_byte);

void write_untagged(LineWriter& writer) {
    writer.source("somebody", "~user", "127.0.0.1")
        .command("PRIVMSG")
        .param("#lobby")
        .trailing("the quick brown fox jumps over the lazy dog, and nobody minds")
        .end();
}

void write_message(benchmark::State& state) {
    std::string out;
    for ([[maybe_unused]] auto _ : state) {
        out.clear();
        LineWriter writer{out};
        write_untagged(writer);
        benchmark::DoNotOptimize(out.data());
    }
    count_bytes(state, out.size());
}
BENCHMARK(write_message);

void write_message_with_tags(benchmark::State& state) {
    std::string out;
    for ([[maybe_unused]] auto _ : state) {
        out.clear();
        LineWriter writer{out};
        writer.tag("time", "2026-01-01T00:00:00.000Z")
            .tag("msgid", "abcdefghijklmnopqrstuv")
            .tags("+typing=active;+draft/reply=abcdefghij");
        write_untagged(writer);
        benchmark::DoNotOptimize(out.data());
    }
    count_bytes(state, out.size());
}
BENCHMARK(write_message_with_tags);

void relay_client_tags(benchmark::State& state) {
    constexpr std::string_view tags = "+typing=active;+draft/reply=abcdefghij;label=12345";
    for ([[maybe_unused]] auto _ : state) {
        auto relayed = client_only_tags(tags);
        benchmark::DoNotOptimize(relayed);
    }
}
BENCHMARK(relay_client_tags);

}  // namespace
}  // namespace brusio::wire
