#include "sim/world/run.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace brusio::sim {
namespace {

using namespace std::chrono_literals;

RunOptions short_run(std::uint64_t seed, std::string_view weather = "calm") {
    RunOptions options;
    options.seed = seed;
    options.users = 10;
    options.rooms = 2;
    options.span = 3min;
    options.weather = *weather_named(weather);
    return options;
}

TEST(Run, an_honest_world_passes_in_every_weather) {
    for (const Weather& weather : weather_profiles()) {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const RunReport report = run_once(short_run(seed, weather.name));
            EXPECT_EQ(report.verdict, Verdict::pass) << replay_line(report.options);
            for (const Violation& violation : report.violations) {
                ADD_FAILURE() << to_text(violation);
            }
        }
    }
}

TEST(Run, a_run_in_which_nobody_talks_is_unknown) {
    RunOptions options = short_run(1);
    options.users = 1;
    options.rooms = 1;
    options.span = 1s;
    EXPECT_EQ(run_once(options).verdict, Verdict::unknown);
}

TEST(Run, twice_in_one_process_is_the_same_event_by_event) {
    for (const std::string_view weather : {"calm", "storm", "crashes", "havoc"}) {
        const auto parted = first_divergence([&](TraceSink* sink) {
            RunOptions options = short_run(7, weather);
            options.sink = sink;
            return run_once(options).trace;
        });
        EXPECT_FALSE(parted) << *parted;
    }
}

TEST(Run, the_first_event_that_differs_is_named) {
    std::uint64_t runs = 0;
    const auto parted = first_divergence([&](TraceSink* sink) {
        Trace trace;
        trace.copy_to(sink);
        const bool odd = ++runs % 2 == 1;
        for (std::uint64_t i = 0; i < 3'000; ++i) {
            trace.add(MonoTime{}, EventKind::unclogs, 0, odd && i == 2'500 ? 9 : i);
        }
        return trace;
    });
    ASSERT_TRUE(parted);
    EXPECT_NE(parted->find("#2501"), std::string::npos) << *parted;
}

TEST(Run, another_seed_is_another_evening) {
    EXPECT_NE(run_once(short_run(1)).trace.hash(), run_once(short_run(2)).trace.hash());
}

TEST(Run, the_replay_line_says_everything) {
    RunOptions options = short_run(42, "mobile");
    options.span = 90min;
    EXPECT_EQ(replay_line(options),
              "brusio-sim run --seed 42 --users 10 --rooms 2 --for 1h30m --weather mobile");
}

TEST(DurationText, reads_what_it_writes_and_refuses_the_rest) {
    EXPECT_EQ(duration_from("1h30m"), Duration{90min});
    EXPECT_EQ(duration_from("250ms"), Duration{250ms});
    EXPECT_EQ(duration_text(90s), "1m30s");
    for (const char* bad : {"", "0s", "10", "m", "1d", "1 h", "-1s", "99999999999h"}) {
        EXPECT_FALSE(duration_from(bad)) << bad;
    }
}

// ---- lies: an oracle that cannot fail proves nothing ----

// Changes every seventh frame that goes to a whole room.
class Liar : public TransportFilter {
 public:
    void release(std::span<const Output> outputs) final {
        std::vector<Output> told;
        for (const Output& output : outputs) {
            const auto* deliver = std::get_if<Deliver>(&output);
            const bool speech = deliver != nullptr && deliver->audience != nullptr &&
                                deliver->frame.bytes().find(" PRIVMSG #") != std::string::npos;
            if (speech && ++spoken_ % 7 == 0) {
                lie(*deliver, told);
            } else {
                told.push_back(output);
            }
        }
        next().release(told);
    }

 protected:
    virtual void lie(const Deliver& deliver, std::vector<Output>& told) = 0;

    static Deliver to(LinkId link, const Deliver& like) {
        return Deliver{like.frame, link, nullptr, {}};
    }
    static std::vector<LinkId> recipients(const Deliver& deliver) {
        std::vector<LinkId> links;
        for (const LinkId link : *deliver.audience) {
            if (link != deliver.except) links.push_back(link);
        }
        return links;
    }

 private:
    std::uint64_t spoken_ = 0;
};

class SkipsTheLastRecipient final : public Liar {
    void lie(const Deliver& deliver, std::vector<Output>& told) override {
        auto links = recipients(deliver);
        if (!links.empty()) links.pop_back();
        for (const LinkId link : links) told.push_back(to(link, deliver));
    }
};

class SaysItTwice final : public Liar {
    void lie(const Deliver& deliver, std::vector<Output>& told) override {
        told.push_back(deliver);
        told.push_back(deliver);
    }
};

class SaysItToNobody final : public Liar {
    void lie(const Deliver&, std::vector<Output>&) override {}
};

class SaysItLater final : public Liar {
    void lie(const Deliver& deliver, std::vector<Output>& told) override {
        if (kept_) told.push_back(*kept_);
        kept_ = deliver;
    }
    std::optional<Deliver> kept_;
};

class SaysItToStrangers final : public Liar {
    void lie(const Deliver& deliver, std::vector<Output>& told) override {
        told.push_back(deliver);
        const auto links = recipients(deliver);
        for (std::uint32_t slot = 0; slot < 10; ++slot) {
            const LinkId link = LinkId::of(slot, 1);
            if (std::find(links.begin(), links.end(), link) == links.end() &&
                link != deliver.except) {
                told.push_back(to(link, deliver));
            }
        }
    }
};

class LosesALineEnd final : public Liar {
    void lie(const Deliver& deliver, std::vector<Output>& told) override {
        std::string bytes{deliver.frame.bytes()};
        bytes.erase(bytes.size() - 2, 1);
        told.push_back(
            Deliver{Frame::copy_of(bytes), deliver.to, deliver.audience, deliver.except});
    }
};

template <class Lie>
std::string caught(bool behind_the_ear) {
    Lie liar;
    RunOptions options = short_run(3);
    (behind_the_ear ? options.behind_ear : options.before_ear) = &liar;
    const RunReport report = run_once(options);
    if (report.verdict != Verdict::violated || report.violations.empty()) return "nobody";
    return std::string{report.violations.front().oracle};
}

TEST(PlantedLie, a_recipient_that_is_skipped_is_missed) {
    EXPECT_EQ(caught<SkipsTheLastRecipient>(false), "O6");
    EXPECT_EQ(caught<SkipsTheLastRecipient>(true), "O6");
}

TEST(PlantedLie, a_message_said_twice_is_noticed) {
    EXPECT_EQ(caught<SaysItTwice>(false), "O1");
    EXPECT_EQ(caught<SaysItTwice>(true), "O1");
}

TEST(PlantedLie, a_message_that_is_never_sent_is_missed) {
    EXPECT_EQ(caught<SaysItToNobody>(false), "O6");
    EXPECT_EQ(caught<SaysItToNobody>(true), "O6");
}

TEST(PlantedLie, a_message_that_is_overtaken_is_noticed) {
    EXPECT_EQ(caught<SaysItLater>(false), "O6");
    EXPECT_EQ(caught<SaysItLater>(true), "O6");
}

TEST(PlantedLie, a_message_that_reaches_strangers_is_noticed) {
    EXPECT_NE(caught<SaysItToStrangers>(false), "nobody");
    EXPECT_NE(caught<SaysItToStrangers>(true), "nobody");
}

TEST(PlantedLie, a_line_without_its_end_is_noticed) {
    EXPECT_EQ(caught<LosesALineEnd>(true), "O14");
}

}  // namespace
}  // namespace brusio::sim
