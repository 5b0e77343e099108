#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/people/persona.h"
#include "sim/world/world.h"

namespace brusio::sim {

/// Gives a world's people their habits and their bad luck: who they are, when they act and what
/// they do, and when the weather strikes their lines. Every draw is keyed by the person and by how
/// often that person has drawn for this purpose.
class Population final : public EventHandler {
 public:
    Population(World& world, std::uint32_t users, std::uint32_t rooms);

    /// Schedules everybody's arrival and first deed, and the first strike of every fault.
    void begin();
    /// From now on nobody acts, nothing strikes, and the sky clears.
    void calm_down();
    /// Whoever is not in their rooms joins them: a kick may have been under way when all calmed.
    void go_home();
    /// Everybody wants to be online and in their rooms (L1): the first who is not, and where; ""
    /// if all are.
    [[nodiscard]] std::string missing() const;
    /// Whether losing a link is what may happen to this person.
    [[nodiscard]] bool may_lose_links(const Person& person) const;

    void handle(const Event& event) override;

 private:
    enum class Fault : std::uint8_t { reset, vanish, clog };

    struct Habit {
        const Persona* persona = nullptr;
        std::vector<std::string> rooms;
        std::uint64_t deeds = 0;
        std::uint64_t reads = 0;
        std::uint64_t strikes = 0;
        std::uint32_t renames = 0;
        bool away = false;
        bool arrived = false;
        bool broke_own_line = false;
    };

    [[nodiscard]] std::uint64_t draw(const Person& person, std::string_view purpose,
                                     std::uint64_t counter) const;
    void think(Person& person, Habit& habit);
    void act(Person& person, Habit& habit);
    void arrive(Person& person, Habit& habit);
    void speak(Person& person, Habit& habit, std::uint64_t bits);
    void whisper(Person& person, const Habit& habit, std::uint64_t bits);
    void come_or_go(Person& person, Habit& habit, std::uint64_t bits);
    void rename(Person& person, Habit& habit);
    void rule(Person& person, Habit& habit, Deed deed, std::uint64_t bits);
    void go_away_or_back(Person& person, Habit& habit);
    void drop_line(Person& person, Habit& habit, std::uint64_t bits);
    void read_slowly(Person& person, Habit& habit);
    void strike(Person& person, Habit& habit, Fault fault);
    void schedule_strike(const Person& person, const Habit& habit, Fault fault);
    [[nodiscard]] bool go_back_in(Person& person, const Habit& habit);
    [[nodiscard]] std::string somebody_in(const Person& person, const std::string& room,
                                          std::uint64_t bits) const;

    World& world_;
    std::vector<Habit> habits_;  // by the person's index
    bool calmed_ = false;
};

}  // namespace brusio::sim
