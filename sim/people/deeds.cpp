#include <iterator>
#include <string>

#include "core/base/assert.h"
#include "sim/people/phrases.h"
#include "sim/people/population.h"
#include "sim/time/distribution.h"

// What people do when they have thought long enough.
namespace brusio::sim {

void Population::act(Person& person, Habit& habit) {
    if (!habit.arrived) return arrive(person, habit);
    const std::uint64_t bits = draw(person, "deed", ++habit.deeds);
    const Deed deed = habit.persona->choose(bits);
    const std::uint64_t more = mix64(bits);
    if (!go_back_in(person, habit)) {
        switch (deed) {
            case Deed::nothing:
                break;
            case Deed::say:
                speak(person, habit, more);
                break;
            case Deed::whisper:
                whisper(person, habit, more);
                break;
            case Deed::come_and_go:
                come_or_go(person, habit, more);
                break;
            case Deed::rename:
                rename(person, habit);
                break;
            case Deed::go_away:
                go_away_or_back(person, habit);
                break;
            case Deed::drop_line:
                drop_line(person, habit, more);
                break;
            case Deed::set_topic:
            case Deed::set_mode:
            case Deed::kick:
                rule(person, habit, deed, more);
                break;
        }
    }
    think(person, habit);
}

void Population::arrive(Person& person, Habit& habit) {
    habit.arrived = true;
    person.go_online();
    think(person, habit);
    if (habit.persona->reads_slowly) {
        world_.events().schedule(world_.events().mono() + std::chrono::seconds{5},
                                 EventKind::person_reads, person.identity().index);
    }
}

// Somebody who was kicked comes back with the next deed.
bool Population::go_back_in(Person& person, const Habit& habit) {
    if (!person.is_online() ||
        habit.persona->weights[static_cast<std::size_t>(Deed::come_and_go)] > 0) {
        return false;
    }
    for (const std::string& room : habit.rooms) {
        const client::Conversation* found = person.brain().find_conversation(room);
        if (found == nullptr || found->membership != client::Membership::outside) continue;
        person.join(room);
        world_.reach().pass(Probe::joined);
        return true;
    }
    return false;
}

void Population::speak(Person& person, Habit& habit, std::uint64_t bits) {
    const std::string& room =
        habit.rooms[static_cast<std::size_t>(uniform(bits, 0, habit.rooms.size() - 1))];
    // People also speak while their phone is offline: that is what the outbox is for.
    if (person.is_online() && !person.is_inside(room)) return;
    world_.reach().pass(Probe::spoke_in_room);
    person.say(room, person.identity().nick + "." + std::to_string(habit.deeds) + " " +
                         sentence(mix64(bits)));
}

void Population::whisper(Person& person, const Habit& habit, std::uint64_t bits) {
    const std::uint32_t other = person.identity().index ^ 1U;
    if (other >= habits_.size()) return;
    const Person& partner = *world_.people()[other];
    if (!person.is_online() || !partner.is_online()) return;
    world_.reach().pass(Probe::spoke_in_private);
    person.say(partner.nick(),
               person.identity().nick + "." + std::to_string(habit.deeds) + " " + sentence(bits));
}

void Population::come_or_go(Person& person, Habit& habit, std::uint64_t bits) {
    const std::string& room =
        habit.rooms[static_cast<std::size_t>(uniform(bits, 0, habit.rooms.size() - 1))];
    if (person.is_inside(room)) {
        world_.reach().pass(Probe::parted);
        person.part(room, "back soon");
    } else {
        world_.reach().pass(Probe::joined);
        person.join(room);
    }
}

void Population::rename(Person& person, Habit& habit) {
    if (!person.is_online()) return;
    world_.reach().pass(Probe::renamed);
    ++habit.renames;
    const bool home = habit.renames % 3 == 0;
    person.rename(home ? person.identity().nick
                       : person.identity().nick + "|" + std::to_string(habit.renames % 3));
}

std::string Population::somebody_in(const Person& person, const std::string& room,
                                    std::uint64_t bits) const {
    const client::Conversation* found = person.brain().find_conversation(room);
    if (found == nullptr || found->members.size() < 2) return {};
    const auto& members = found->members.by_nick();
    const auto steps = static_cast<std::ptrdiff_t>(uniform(bits, 0, members.size() - 1));
    const std::string& nick = std::next(members.begin(), steps)->second.nick;
    return nick == person.nick() ? std::string{} : nick;
}

void Population::rule(Person& person, Habit& habit, Deed deed, std::uint64_t bits) {
    const std::string& room = habit.rooms.front();
    if (!person.is_inside(room)) return;
    const std::string who = somebody_in(person, room, bits);
    if (deed == Deed::set_topic) {
        world_.reach().pass(Probe::topic_set);
        person.set_topic(room, sentence(bits));
    } else if (deed == Deed::kick) {
        if (who.empty()) return;
        world_.reach().pass(Probe::kicked);
        person.kick(room, who, "enough");
    } else {
        world_.reach().pass(Probe::mode_set);
        constexpr std::string_view plain_changes[] = {"+nt", "-t",       "+l 5000",
                                                      "-l",  "+b x!*@*", "-b x!*@*"};
        if (!who.empty() && happens(mix64(bits), 500)) {
            person.set_mode(room, (happens(bits, 500) ? "+v " : "-v ") + who);
        } else {
            person.set_mode(room, plain_changes[uniform(bits, 0, std::size(plain_changes) - 1)]);
        }
    }
}

void Population::go_away_or_back(Person& person, Habit& habit) {
    world_.reach().pass(Probe::went_away);
    habit.away = !habit.away;
    person.set_away(habit.away ? "lunch" : "");
}

void Population::drop_line(Person& person, Habit& habit, std::uint64_t bits) {
    if (!person.line()) return;
    habit.broke_own_line = true;
    if (happens(bits, 500)) {
        person.reset_line();
    } else {
        person.vanish();
    }
}

}  // namespace brusio::sim
