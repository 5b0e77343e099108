#include "sim/weather/weather.h"

#include <array>

namespace brusio::sim {

namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr Delay delay(Delay::Shape shape, Duration least, Duration spread) {
    return Delay{shape, least, spread};
}

constexpr Weather calm{.name = "calm",
                       .summary = "1 ms each way; whole writes; nothing breaks",
                       .latency = delay(Delay::Shape::fixed, milliseconds{1}, Duration{0})};

constexpr Weather lan{.name = "lan",
                      .summary = "0.1 to 1 ms; a write in 50 is cut; nothing breaks",
                      .latency = delay(Delay::Shape::uniform, microseconds{100}, microseconds{900}),
                      .fragment_per_mille = 20,
                      .fragment_gap = microseconds{200},
                      .short_write_per_mille = 5};

constexpr Weather wifi{.name = "wifi",
                       .summary = "2 ms and a tail; cut and glued writes; a reset in six hours",
                       .latency = delay(Delay::Shape::two_mode, milliseconds{2}, milliseconds{120}),
                       .bytes_per_second = 2'000'000,
                       .fragment_per_mille = 50,
                       .fragment_gap = milliseconds{2},
                       .short_write_per_mille = 10,
                       .hold_per_mille = 20,
                       .hold_for = milliseconds{40},
                       .reset_every = minutes{360},
                       .clog_every = minutes{60},
                       .clog_for = milliseconds{800}};

constexpr Weather mobile{
    .name = "mobile",
    .summary = "40 ms and a heavy tail; clogs; a phone vanishes without a word now and then",
    .latency = delay(Delay::Shape::heavy_tail, milliseconds{40}, milliseconds{2'000}),
    .bytes_per_second = 250'000,
    .window_bytes = 32 * 1024,
    .fragment_per_mille = 120,
    .dribble_per_mille = 2,
    .fragment_gap = milliseconds{15},
    .short_write_per_mille = 30,
    .hold_per_mille = 60,
    .hold_for = milliseconds{300},
    .refuse_per_mille = 10,
    .dial_timeout_per_mille = 20,
    .reset_every = minutes{40},
    .vanish_every = minutes{30},
    .clog_every = minutes{8},
    .clog_for = seconds{4}};

constexpr Weather satellite{
    .name = "satellite",
    .summary = "300 ms, 32 kB/s, small windows; slow but it holds",
    .latency = delay(Delay::Shape::exponential, milliseconds{280}, milliseconds{30}),
    .bytes_per_second = 32'000,
    .window_bytes = 16 * 1024,
    .fragment_per_mille = 80,
    .fragment_gap = milliseconds{30},
    .hold_per_mille = 100,
    .hold_for = milliseconds{500},
    .clog_every = minutes{20},
    .clog_for = seconds{2}};

constexpr Weather storm{
    .name = "storm",
    .summary = "everything at once and often: resets, cut wires, clogs, single bytes, refusals",
    .latency = delay(Delay::Shape::heavy_tail, milliseconds{5}, seconds{8}),
    .bytes_per_second = 64'000,
    .window_bytes = 4 * 1024,
    .fragment_per_mille = 400,
    .dribble_per_mille = 20,
    .fragment_gap = milliseconds{20},
    .short_write_per_mille = 200,
    .hold_per_mille = 200,
    .hold_for = seconds{1},
    .refuse_per_mille = 100,
    .dial_timeout_per_mille = 50,
    .reset_every = minutes{6},
    .vanish_every = minutes{8},
    .clog_every = minutes{2},
    .clog_for = seconds{8}};

// Weathers of the server's machine, on lines that hold.
constexpr Weather on_a_lan(std::string_view name, std::string_view summary,
                           const ServerWeather& server) {
    Weather weather = lan;
    weather.name = name;
    weather.summary = summary;
    weather.server = server;
    return weather;
}

constexpr Weather slow_disk =
    on_a_lan("slow-disk", "lan; syncs take 5 to 150 ms and stand still for a second now and then",
             {.sync = delay(Delay::Shape::heavy_tail, milliseconds{5}, milliseconds{145}),
              .stall_per_mille = 10,
              .stall_for = seconds{1}});

constexpr Weather sick_disk =
    on_a_lan("sick-disk", "lan; slow syncs, some of which fail; the disk is full now and then",
             {.sync = delay(Delay::Shape::heavy_tail, milliseconds{2}, milliseconds{250}),
              .stall_per_mille = 20,
              .stall_for = seconds{3},
              .fail_per_mille = 10,
              .full_every = minutes{3},
              .full_for = seconds{40}});

constexpr Weather crashes = on_a_lan(
    "crashes", "lan; the server is killed every two minutes, mostly in the middle of a sync",
    {.sync = delay(Delay::Shape::heavy_tail, milliseconds{2}, milliseconds{60}),
     .crash_every = minutes{2},
     .crash_in_sync_per_mille = 750});

constexpr Weather havoc() {
    Weather weather = storm;
    weather.name = "havoc";
    weather.summary = "storm, on a sick disk, under a server that is killed every minute";
    weather.server = sick_disk.server;
    weather.server.crash_every = minutes{1};
    weather.server.crash_in_sync_per_mille = 500;
    weather.server.down = delay(Delay::Shape::exponential, milliseconds{200}, seconds{5});
    return weather;
}

constexpr std::array profiles{calm,  lan,       wifi,      mobile,  satellite,
                              storm, slow_disk, sick_disk, crashes, havoc()};

}  // namespace

std::span<const Weather> weather_profiles() { return profiles; }

std::optional<Weather> weather_named(std::string_view name) {
    for (const Weather& weather : profiles) {
        if (weather.name == name) return weather;
    }
    return std::nullopt;
}

}  // namespace brusio::sim
