#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include "sim/world/world.h"

namespace brusio::sim {

inline constexpr std::size_t never = 0;
inline constexpr std::size_t once = 1;

/// A small world with friends in #a. Whatever a story does, the auditor listens; a story that
/// ends with a broken promise fails even if its own expectations hold.
class Story : public testing::Test {
 protected:
    void begin(WorldConfig config = {}) {
        if (config.weather.latency.least.count() == 0) config.weather = *weather_named("calm");
        world_ = std::make_unique<World>(std::move(config));
    }
    World& world() {
        if (world_ == nullptr) begin();
        return *world_;
    }
    /// Somebody who goes online and into #a at once.
    Person& friend_called(const std::string& nick) {
        Person& person = world().add_person(nick, {"#a"});
        person.go_online();
        world().run_for(std::chrono::seconds{1});
        EXPECT_TRUE(person.is_inside("#a")) << nick;
        return person;
    }
    void run_for(Duration span) { world().run_for(span); }

    void TearDown() override {
        if (world_ == nullptr) return;
        if (world_->server().is_up()) world_->server().engine().check_invariants();
        for (const Violation& violation : world_->auditor().findings().all()) {
            ADD_FAILURE() << to_text(violation);
        }
    }

 private:
    std::unique_ptr<World> world_;
};

/// "somebody reads `text` so many times": in all conversations, own words included.
#define EXPECT_SEES(person, text, times) \
    EXPECT_EQ((person).times_seen(text), (times)) << (person).nick() << " and \"" << (text) << '"'

}  // namespace brusio::sim
