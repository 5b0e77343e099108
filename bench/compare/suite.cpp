#include "bench/compare/suite.h"

namespace brusio::bench {
namespace {

constexpr double latency_deliveries_per_second = 50'000;

struct Scope {
    double seconds;
    double warm_up_seconds;
    std::uint32_t members_many;    // of the largest room
    std::uint32_t members_loaded;  // of the saturated room
    std::uint32_t links;           // idle, and of registrations
    double quiet_seconds;
};

constexpr Scope quick_scope{0.4, 0.1, 500, 300, 1'000, 0.3};
constexpr Scope full_scope{3.0, 0.5, 5'000, 1'000, 5'000, 3.0};

TalkPlan room_of(const Scope& scope, std::uint32_t members, std::uint32_t senders,
                 std::uint32_t depth) {
    TalkPlan plan;
    plan.links = members;
    plan.senders = senders;
    plan.depth = depth;
    plan.seconds = scope.seconds;
    plan.warm_up_seconds = scope.warm_up_seconds;
    return plan;
}

std::function<Report(const Bench&)> talk(const TalkPlan& plan) {
    return [plan](const Bench& bench) { return run_talk(bench, plan); };
}

Row cpu_row(std::string label, std::optional<double> due) {
    return {std::move(label), "cpu_us", "us/delivery", 3, Scale::ratio_to_floor, due};
}

std::string saturated_label(const Scope& scope) {
    return "saturated, " + std::to_string(scope.members_loaded) + " members, 10 x 8";
}

Trial sparse(const Scope& scope) {
    return {"sparse",
            Features::plain,
            {cpu_row("nothing to coalesce, 100 members", 1.10)},
            talk(room_of(scope, 100, 1, 1))};
}

Trial saturated(const Scope& scope) {
    return {"saturated",
            Features::plain,
            {cpu_row(saturated_label(scope), 2.0)},
            talk(room_of(scope, scope.members_loaded, 10, 8))};
}

Trial direct(const Scope& scope) {
    TalkPlan plan = room_of(scope, 100, 1, 1);
    plan.shape = TalkPlan::Shape::pairs;
    return {"direct", Features::plain, {cpu_row("private messages, 50 pairs", 1.25)}, talk(plan)};
}

Trial idle(const Scope& scope) {
    return {
        "idle",
        Features::plain,
        {{"memory per idle link", "kib_per_link", "KiB", 2, Scale::at_most, 2.0},
         {"CPU while they idle", "cpu_percent", "%", 2, Scale::at_most, 1.0}},
        [scope](const Bench& bench) { return run_idle(bench, scope.links, scope.quiet_seconds); }};
}

Trial registrations(const Scope& scope) {
    return {"register",
            Features::plain,
            {{"registrations", "registrations_per_second", "/s", 0, Scale::at_least, 20'000},
             {"server CPU of one", "cpu_us", "us", 1}},
            [scope](const Bench& bench) { return run_registration(bench, scope.links); }};
}

Trial joins(const Scope& scope) {
    ChurnPlan plan;
    plan.watchers = scope.members_loaded;
    plan.seconds = scope.seconds;
    plan.warm_up_seconds = scope.warm_up_seconds;
    return {"joinpart",
            Features::plain,
            {{"joins and parts", "cpu_us", "us/line", 3, Scale::at_most, 0.39}},
            [plan](const Bench& bench) { return run_churn(bench, plan); }};
}

Trial growth(const Scope& scope, std::string id, std::uint32_t members) {
    return {std::move(id),
            Features::plain,
            {cpu_row("nothing to coalesce, " + std::to_string(members) + " members", {})},
            talk(room_of(scope, members, 1, 1))};
}

Trial latency(const Scope& scope) {
    constexpr std::uint32_t members = 100;
    TalkPlan plan = room_of(scope, members, 10, 1);
    plan.rate = latency_deliveries_per_second / (members - 1);
    return {"latency",
            Features::plain,
            {{"at 50,000 deliveries/s: p50", "p50_us", "us", 0, Scale::ratio_to_floor, 1.15},
             {"at 50,000 deliveries/s: p99", "p99_us", "us", 0},
             {"at 50,000 deliveries/s: p99.9", "p999_us", "us", 0}},
            talk(plan)};
}

/// The same trial with clients that negotiate all there is.
Trial with_every_tag(Trial trial) {
    trial.id += "_tags";
    trial.features = Features::every_tag;
    for (Row& row : trial.rows) {
        row.label += ", every tag";
        row.due.reset();
    }
    trial.run = [plain = std::move(trial.run)](Bench bench) {
        bench.caps.all = true;
        return plain(bench);
    };
    return trial;
}

}  // namespace

std::vector<Trial> make_suite(Depth depth) {
    const Scope& scope = depth == Depth::quick ? quick_scope : full_scope;
    return {sparse(scope),
            with_every_tag(sparse(scope)),
            saturated(scope),
            with_every_tag(saturated(scope)),
            direct(scope),
            idle(scope),
            registrations(scope),
            joins(scope),
            growth(scope, "growth_few", 10),
            growth(scope, "growth_many", scope.members_many),
            latency(scope)};
}

bool can_run(const Contender& contender, const Trial& trial) {
    const bool tags =
        contender.kind == ContenderKind::brusiod || contender.kind == ContenderKind::inspircd;
    return trial.features == Features::plain || tags;
}

}  // namespace brusio::bench
