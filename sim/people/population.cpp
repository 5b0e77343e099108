#include "sim/people/population.h"

#include <algorithm>

#include "core/base/assert.h"
#include "sim/people/phrases.h"
#include "sim/time/distribution.h"

namespace brusio::sim {

namespace {

constexpr Duration arrival_span = std::chrono::seconds{10};

std::uint64_t ns(Duration span) { return static_cast<std::uint64_t>(span.count()); }
Duration span_of(std::uint64_t ns) { return Duration{static_cast<Duration::rep>(ns)}; }

}  // namespace

Population::Population(World& world, std::uint32_t users, std::uint32_t rooms) : world_(world) {
    BRUSIO_ASSERT(users > 0 && rooms > 0);
    world_.handle_with(this);
    for (std::uint32_t i = 0; i < users; ++i) {
        Habit habit;
        const std::uint64_t bits = world_.chance().draw(i, "persona", 0);
        habit.persona = i < rooms ? &operator_persona() : &persona_drawn(bits);
        const std::uint32_t home = i % rooms;
        habit.rooms.push_back("#room" + std::to_string(home));
        if (rooms > 1 && happens(mix64(bits), 250)) {
            habit.rooms.push_back("#room" + std::to_string((home + 1) % rooms));
        }
        world_.add_person(nick_for(i), habit.rooms);
        habits_.push_back(std::move(habit));
    }
}

std::uint64_t Population::draw(const Person& person, std::string_view purpose,
                               std::uint64_t counter) const {
    return world_.chance().draw(person.identity().index, purpose, counter);
}

void Population::begin() {
    for (const auto& person : world_.people()) {
        const std::uint32_t index = person->identity().index;
        const Habit& habit = habits_[index];
        // Operators come first, so that their rooms are theirs.
        const bool first = habit.persona == &operator_persona();
        const Duration wait = first ? Duration{0}
                                    : span_of(uniform(draw(*person, "arrival", 0),
                                                      ns(arrival_span) / 20, ns(arrival_span)));
        world_.events().schedule(world_.events().mono() + wait, EventKind::person_acts, index);
        for (const Fault fault : {Fault::reset, Fault::vanish, Fault::clog}) {
            schedule_strike(*person, habit, fault);
        }
    }
}

void Population::handle(const Event& event) {
    if (calmed_) return;
    Person& person = *world_.people()[event.subject];
    Habit& habit = habits_[event.subject];
    switch (event.kind) {
        case EventKind::person_acts:
            act(person, habit);
            return;
        case EventKind::person_reads:
            read_slowly(person, habit);
            return;
        case EventKind::fault_strikes:
            strike(person, habit, static_cast<Fault>(event.detail));
            return;
        default:
            BRUSIO_ASSERT(event.kind == EventKind::person_acts);
    }
}

void Population::think(Person& person, Habit& habit) {
    const std::uint64_t bits = draw(person, "think", habit.deeds);
    const Duration pause = span_of(exponential(bits, ns(habit.persona->think)));
    world_.events().schedule(world_.events().mono() + pause, EventKind::person_acts,
                             person.identity().index);
}

// ---- the weather's bad moments ----

void Population::schedule_strike(const Person& person, const Habit& habit, Fault fault) {
    const Weather& weather = world_.config().weather;
    const Duration every = fault == Fault::reset    ? weather.reset_every
                           : fault == Fault::vanish ? weather.vanish_every
                                                    : weather.clog_every;
    if (every.count() == 0) return;
    const std::uint64_t which = habit.strikes * 4 + static_cast<std::uint64_t>(fault);
    const Duration wait = span_of(exponential(draw(person, "strike", which), ns(every)));
    world_.events().schedule(world_.events().mono() + wait, EventKind::fault_strikes,
                             person.identity().index, static_cast<std::uint64_t>(fault));
}

void Population::strike(Person& person, Habit& habit, Fault fault) {
    ++habit.strikes;
    if (person.line()) {
        const std::uint64_t bits = draw(person, "clog", habit.strikes);
        switch (fault) {
            case Fault::reset:
                person.reset_line();
                break;
            case Fault::vanish:
                person.vanish();
                break;
            case Fault::clog:
                person.clog(
                    happens(bits, 500) ? Way::up : Way::down,
                    span_of(exponential(mix64(bits), ns(world_.config().weather.clog_for))));
                break;
        }
    }
    schedule_strike(person, habit, fault);
}

void Population::read_slowly(Person& person, Habit& habit) {
    const std::uint64_t bits = draw(person, "read", ++habit.reads);
    if (person.line()) {
        person.stop_reading();
        person.read_some(static_cast<std::size_t>(uniform(bits, 300, 3'000)));
    }
    const Duration pause = span_of(uniform(mix64(bits), 500'000'000, 4'000'000'000));
    world_.events().schedule(world_.events().mono() + pause, EventKind::person_reads,
                             person.identity().index);
}

// ---- the end ----

void Population::calm_down() {
    calmed_ = true;
    Weather clear = *weather_named("calm");
    for (const auto& person : world_.people()) {
        person->change_weather(clear);
        person->go_on_reading();
    }
}

void Population::go_home() {
    for (const auto& person : world_.people()) {
        for (const std::string& room : habits_[person->identity().index].rooms) {
            if (!person->is_inside(room)) person->join(room);
        }
    }
}

std::string Population::missing() const {
    for (const auto& person : world_.people()) {
        if (!person->is_online()) return person->identity().nick;
        for (const std::string& room : habits_[person->identity().index].rooms) {
            if (!person->is_inside(room)) return person->identity().nick + " in " + room;
        }
    }
    return {};
}

bool Population::may_lose_links(const Person& person) const {
    return habits_[person.identity().index].broke_own_line;
}

}  // namespace brusio::sim
