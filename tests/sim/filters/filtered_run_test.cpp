#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "sim/world/run.h"
#include "tests/sim/filters/filtered_lines.h"
#include "tests/support/openssl_chance.h"

// Whole worlds whose people come through the filters that ship: the same people, the same weather,
// the same auditor.
namespace brusio::sim {
namespace {

using namespace std::chrono_literals;

struct Lines {
    std::string name;
    std::function<LineFilterMaker()> make;
};

void PrintTo(const Lines& lines, std::ostream* out) { *out << lines.name; }

class FilteredRun : public testing::TestWithParam<Lines> {
 protected:
    static RunOptions options(std::uint64_t seed, const Weather& weather) {
        RunOptions options;
        options.seed = seed;
        options.users = 8;
        options.rooms = 2;
        options.span = 5min;
        options.weather = weather;
        return options;
    }
    static RunReport run(RunOptions options) {
        const test::OpensslChance chance{options.seed};
        options.filters = GetParam().make();
        return run_once(options);
    }
    static void expect_pass(const RunOptions& options) {
        const RunReport report = run(options);
        EXPECT_EQ(report.verdict, Verdict::pass) << replay_line(options);
        for (const Violation& violation : report.violations) ADD_FAILURE() << to_text(violation);
    }
};

INSTANTIATE_TEST_SUITE_P(Sim, FilteredRun,
                         testing::Values(Lines{"websocket", websocket_lines},
                                         Lines{"tls", tls_lines},
                                         Lines{"websocket_over_tls", websocket_over_tls_lines}),
                         [](const auto& info) { return info.param.name; });

TEST_P(FilteredRun, an_honest_world_passes_in_every_weather) {
    for (const Weather& weather : weather_profiles()) {
        for (std::uint64_t seed = 1; seed <= 3; ++seed) expect_pass(options(seed, weather));
    }
}

TEST_P(FilteredRun, every_write_may_arrive_byte_by_byte_and_be_short) {
    Weather weather = *weather_named("lan");
    weather.dribble_per_mille = 1'000;
    weather.fragment_gap = 1ms;
    weather.short_write_per_mille = 500;
    ASSERT_TRUE(weather.keeps_links());
    expect_pass(options(5, weather));
}

TEST_P(FilteredRun, twice_in_one_process_is_the_same_event_by_event) {
    for (const std::string_view weather : {"calm", "storm"}) {
        const auto parted = first_divergence([&](TraceSink* sink) {
            RunOptions one = options(7, *weather_named(weather));
            one.sink = sink;
            return run(std::move(one)).trace;
        });
        EXPECT_FALSE(parted) << *parted;
    }
}

TEST_P(FilteredRun, a_storm_breaks_lines_and_people_come_back_through_new_filters) {
    const RunReport report = run(options(3, *weather_named("storm")));
    EXPECT_GT(report.reach.count(Probe::line_reset), 0U);
    EXPECT_GT(report.reach.count(Probe::reconnected), 0U);
}

// A filter that loses something: an oracle that cannot fail proves nothing.
class Forgetful final : public LineFilter {
 public:
    explicit Forgetful(std::unique_ptr<LineFilter> honest) : honest_(std::move(honest)) {}

    void begin(std::string& down) override { honest_->begin(down); }
    void receive(std::string_view wire, std::string& up, std::string& down) override {
        honest_->receive(wire, up, down);
    }
    void send(std::string_view plain, std::string& down) override {
        const bool speech = plain.find(" PRIVMSG #") != std::string_view::npos;
        if (speech && ++spoken_ % 7 == 0) return;
        honest_->send(plain, down);
    }
    void close(std::string& down) override { honest_->close(down); }
    [[nodiscard]] State state() const override { return honest_->state(); }

 private:
    std::unique_ptr<LineFilter> honest_;
    int spoken_ = 0;
};

TEST(FilteredRunLies, a_filter_that_loses_messages_is_found_out) {
    RunOptions options;
    options.users = 8;
    options.span = 5min;
    options.weather = *weather_named("calm");
    options.filters = [honest = websocket_lines()](std::uint64_t seed) {
        LineFilters both = honest(seed);
        both.server = std::make_unique<Forgetful>(std::move(both.server));
        return both;
    };
    EXPECT_EQ(run_once(options).verdict, Verdict::violated);
}

}  // namespace
}  // namespace brusio::sim
