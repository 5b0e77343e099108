#include "sim/world/world.h"

#include <utility>

#include "core/base/assert.h"

namespace brusio::sim {

namespace {

// Everybody has an address, so that limits per address are nobody else's business.
std::string address_of(std::uint32_t index) {
    return "10." + std::to_string(index >> 16) + "." + std::to_string((index >> 8) & 255) + "." +
           std::to_string(index & 255);
}

// Longer than the server's drop_after and the client's silence, back-off and connect together.
constexpr Duration settling_time = std::chrono::seconds{240};
constexpr Duration leaving_time = std::chrono::seconds{200};

}  // namespace

World::World(WorldConfig config)
    : config_(std::move(config)),
      chance_(config_.seed),
      transport_({events_, trace_, chance_, config_.engine.server.limits.send_queue_bytes_max,
                  config_.engine.server.limits.drain_deadline, config_.filters,
                  config_.engine.server.limits.handshake_deadline}),
      server_({events_, trace_, transport_, auditor_, reach_, chance_, config_.before_ear,
               config_.behind_ear, config_.before_store_ear, config_.behind_store_ear},
              config_.engine, config_.weather.server) {}

Identity World::next_identity(std::string nick, std::vector<std::string> rooms) {
    Identity identity;
    identity.index = next_index();
    identity.nick = std::move(nick);
    identity.address = address_of(identity.index);
    identity.rooms = std::move(rooms);
    identity.weather = config_.weather;
    identity.messages_kept = config_.messages_kept;
    return identity;
}

Person& World::settle_in(Identity identity) {
    people_.push_back(std::make_unique<Person>(
        Surroundings{events_, transport_, auditor_, reach_, chance_}, std::move(identity)));
    plain_users_.push_back(nullptr);
    return *people_.back();
}

Person& World::add_person(std::string nick, std::vector<std::string> rooms) {
    return settle_in(next_identity(std::move(nick), std::move(rooms)));
}

Person& World::add_neighbour(std::string nick, std::string password, client::AccountEntry entry) {
    Identity identity = next_identity(nick, {"#a"});
    identity.address = "127.0.0.1";
    identity.account = {std::move(nick), client::Secret{std::move(password)}, entry, {}};
    return settle_in(std::move(identity));
}

PlainUser& World::add_plain(std::string name, LinkKind kind, std::string address) {
    const std::uint32_t index = next_index();
    if (address.empty()) address = address_of(index);
    people_.push_back(nullptr);
    plain_users_.push_back(std::make_unique<PlainUser>(
        transport_, auditor_,
        PlainUser::Identity{index, std::move(name), std::move(address), kind, config_.weather}));
    return *plain_users_.back();
}

Person& World::user(std::string_view nick) {
    Person* found = nullptr;
    for (const auto& person : people_) {
        if (person != nullptr && person->identity().nick == nick) found = person.get();
    }
    BRUSIO_ASSERT(found != nullptr);
    return *found;
}

void World::run_until(MonoTime until) {
    // What was done between two runs counts as the first input of this one.
    if (transport_.take_touched()) server_.turn();
    while (!events_.empty() && events_.next_at() <= until) {
        dispatch(events_.pop());
        if (transport_.take_touched()) server_.turn();
    }
    events_.advance_to(until);
}

void World::dispatch(const Event& event) {
    switch (event.kind) {
        case EventKind::client_deadline:
            people_[event.subject]->handle_deadline(event);
            return;
        case EventKind::person_acts:
        case EventKind::person_reads:
        case EventKind::fault_strikes:
            trace_.add(event.at, event.kind, event.subject, event.detail);
            BRUSIO_ASSERT(handler_ != nullptr);
            handler_->handle(event);
            return;
        default:
            break;
    }
    const bool handled = transport_.handle(event) || server_.handle(event);
    BRUSIO_ASSERT(handled);
}

void World::run_until_settled() { run_for(settling_time); }

void World::settle(Auditor::Weathered weathered) {
    if (server_.is_up()) server_.engine().check_invariants();
    for (const auto& person : people_) {
        if (person != nullptr) person->brain().check_invariants();
    }
    auditor_.settle(weathered);
    if (transport_.server_queue_bytes_peak() > config_.engine.server.limits.send_queue_bytes_max) {
        auditor_.exceeded("O15", "a send queue passed its cap");
    }
}

void World::leave_and_check() {
    for (const auto& person : people_) {
        if (person != nullptr) person->quit("bye");
    }
    for (const auto& plain : plain_users_) {
        if (plain != nullptr) plain->close();
    }
    run_for(leaving_time);
    if (!server_.is_quiet()) auditor_.exceeded("O16", "the server keeps something of people gone");
    if (transport_.line_count() != 0) auditor_.exceeded("O16", "a line outlives both its ends");
}

}  // namespace brusio::sim
