#include <cstdint>
#include <utility>

#include "core/base/assert.h"
#include "sim/time/distribution.h"
#include "sim/world/sim_server.h"

// What the weather does to the server's disk and to its program.
namespace brusio::sim {

namespace {

// The key of the server's draws; people have small numbers.
constexpr std::uint64_t server = 0x5E4E'0000'0000U;

// Details of the events.
constexpr std::uint64_t fills_up = 0;
constexpr std::uint64_t has_room = 1;
constexpr std::uint64_t strikes = 0;
constexpr std::uint64_t strikes_in_sync = 1;

Duration exponential_of(std::uint64_t bits, Duration mean) {
    const std::uint64_t ns = exponential(bits, static_cast<std::uint64_t>(mean.count()));
    return Duration{static_cast<Duration::rep>(ns)};
}

}  // namespace

std::uint64_t SimServer::draw(std::string_view purpose, std::uint64_t counter) const {
    return chance_.draw(server, purpose, counter);
}

void SimServer::begin_strikes() {
    strikes_ = true;
    schedule_crash();
    schedule_filling();
}

void SimServer::calm_down() {
    strikes_ = waits_for_sync_ = false;
    if (weather_ == ServerWeather{}) return;
    store_.change_weather(ServerWeather{});
    empty_disk();
    if (!is_up()) start();
}

void SimServer::fill_disk() {
    store_.fill_up();
    turn();
}

void SimServer::empty_disk() {
    store_.make_room();
    turn();
}

void SimServer::schedule_crash() {
    if (weather_.crash_every.count() == 0 || std::exchange(crash_due_, true)) return;
    const Duration wait = exponential_of(draw("crash", ++crashes_drawn_), weather_.crash_every);
    events_.schedule(events_.mono() + wait, EventKind::server_dies, 0, strikes);
}

void SimServer::schedule_filling() {
    if (weather_.full_every.count() == 0) return;
    const Duration wait = exponential_of(draw("fill", ++fillings_drawn_), weather_.full_every);
    events_.schedule(events_.mono() + wait, EventKind::disk_strikes, 0, fills_up);
}

void SimServer::strike_disk(const Event& event) {
    if (!strikes_) return;
    trace_.add(event.at, event.kind, event.subject, event.detail);
    if (event.detail == fills_up) {
        fill_disk();
        const Duration lasts = exponential_of(draw("full", fillings_drawn_), weather_.full_for);
        events_.schedule(events_.mono() + lasts, EventKind::disk_strikes, 0, has_room);
    } else {
        empty_disk();
        schedule_filling();
    }
}

// The next crash is drawn when the server is up again.
void SimServer::strike_program(const Event& event) {
    crash_due_ = false;
    if (!strikes_ || !is_up()) return;
    const bool waits = event.detail == strikes &&
                       happens(draw("aim", crashes_drawn_), weather_.crash_in_sync_per_mille);
    if (waits) {
        waits_for_sync_ = true;
        aim_at_sync();
        return;
    }
    reach_.pass(Probe::server_killed);
    crash_for(weather_.down.draw(draw("down", starts_)));
}

void SimServer::aim_at_sync() {
    const auto ends = store_.sync_ends();
    if (!ends || *ends <= events_.mono()) return;
    waits_for_sync_ = false;
    crash_due_ = true;
    const auto left = static_cast<std::uint64_t>((*ends - events_.mono()).count());
    const std::uint64_t after = uniform(draw("moment", crashes_drawn_), 0, left - 1);
    events_.schedule(events_.mono() + Duration{static_cast<Duration::rep>(after)},
                     EventKind::server_dies, 0, strikes_in_sync);
}

}  // namespace brusio::sim
