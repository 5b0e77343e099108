#include "sim/world/run.h"

#include <algorithm>

#include "core/base/assert.h"
#include "sim/people/population.h"
#include "sim/world/world.h"

namespace brusio::sim {

namespace {

// Nobody scrolls back in a run; what is kept only costs memory and its misses.
constexpr std::size_t messages_kept = 4;

WorldConfig config_of(const RunOptions& options) {
    WorldConfig config;
    config.seed = options.seed;
    config.weather = options.weather;
    config.messages_kept = messages_kept;
    config.filters = options.filters;
    config.before_ear = options.before_ear;
    config.behind_ear = options.behind_ear;
    config.before_store_ear = options.before_store_ear;
    config.behind_store_ear = options.behind_store_ear;
    // A server that was started again forgets rooms nobody came back to before the run ends.
    config.engine.server.limits.rooms_wait = std::chrono::minutes{4};
    return config;
}

// Oracle O17: where nothing breaks links, nobody loses one.
void check_harm(World& world, const Population& population) {
    if (!world.config().weather.keeps_links()) return;
    for (const auto& person : world.people()) {
        if (person->lines_lost() == 0 || population.may_lose_links(*person)) continue;
        std::string how = "its line ended";
        if (!person->errors().empty()) how += ": " + person->errors().back().text;
        world.auditor().harmed(person->identity().nick, how);
    }
}

void judge(World& world, const Population& population) {
    if (const std::string who = population.missing(); !who.empty()) {
        world.auditor().exceeded("L1", who + " is not back");
    }
    check_harm(world, population);
    world.settle(world.config().weather.keeps_links() ? Auditor::Weathered::no
                                                      : Auditor::Weathered::yes);
    world.leave_and_check();
}

Verdict verdict_of(const RunReport& report) {
    if (report.violation_count > 0) return Verdict::violated;
    const bool talked = report.messages_sent > 0 && report.messages_delivered > 0 &&
                        report.reach.count(Probe::heard) > 0;
    return talked ? Verdict::pass : Verdict::unknown;
}

}  // namespace

RunReport run_once(const RunOptions& options) {
    World world{config_of(options)};
    world.trace().copy_to(options.sink);
    Population population{world, options.users, options.rooms};
    population.begin();
    world.server().begin_strikes();
    world.run_for(options.span);
    population.calm_down();
    world.server().calm_down();
    world.run_until_settled();
    population.go_home();
    world.run_for(std::chrono::seconds{30});
    judge(world, population);

    RunReport report;
    report.options = options;
    report.trace = world.trace();
    report.reach = world.reach();
    report.messages_sent = world.auditor().messages_sent();
    report.messages_delivered = world.auditor().messages_seen();
    report.send_queue_bytes_peak = world.transport().server_queue_bytes_peak();
    report.virtual_span = world.events().mono() - world.started();
    report.violations = world.auditor().findings().all();
    report.violation_count = world.auditor().findings().count();
    report.verdict = verdict_of(report);
    return report;
}

std::string replay_line(const RunOptions& options) {
    return "brusio-sim run --seed " + std::to_string(options.seed) + " --users " +
           std::to_string(options.users) + " --rooms " + std::to_string(options.rooms) + " --for " +
           duration_text(options.span) + " --weather " + std::string{options.weather.name};
}

std::optional<std::string> first_divergence(const std::function<Trace(TraceSink*)>& run) {
    const auto span = diverging_span(run(nullptr), run(nullptr));
    if (!span) return std::nullopt;
    SpanRecorder one{*span};
    SpanRecorder other{*span};
    run(&one);
    run(&other);
    const auto& left = one.rows();
    const auto& right = other.rows();
    const std::size_t both = std::min(left.size(), right.size());
    const auto [a, b] = std::mismatch(
        left.begin(), left.begin() + static_cast<std::ptrdiff_t>(both), right.begin());
    if (a == left.end() && b == right.end()) {
        return "between events " + std::to_string(span->after) + " and " +
               std::to_string(span->upto) + ", but not at the third and fourth run";
    }
    return "one run:     " + (a == left.end() ? "nothing more" : *a) +
           "\nthe other:   " + (b == right.end() ? "nothing more" : *b);
}

}  // namespace brusio::sim
