// brusio-bench: puts load on any IRC server and says what it cost and whether all arrived.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bench/compare/contest.h"
#include "bench/load/descriptor.h"
#include "bench/load/workloads.h"

namespace brusio::bench {
namespace {

constexpr std::uint64_t descriptors_wanted = 65'536;

/// What every workload's command line shares.
struct Options {
    std::string target = "irc://127.0.0.1:6667";
    int server_pid = 0;
    std::vector<std::string> caps;
    bool all_caps = false;
    bool spin = false;
    bool json = false;
    int client_cpu = -1;
    std::uint32_t window = 64;

    [[nodiscard]] Bench bench() const {
        return {parse_target(target), server_pid, CapWish{caps, all_caps},
                spin ? Swarm::Wait::spin : Swarm::Wait::sleep, window};
    }
};

/// Does the work, prints what it found, gives back the exit status.
using Job = std::function<int()>;

int print(const Options& options, const Report& report) {
    const std::string text = options.json ? report.json() + "\n" : report.text();
    std::fputs(text.c_str(), stdout);
    return report.faulty() ? 1 : 0;
}

CLI::App* add_workload(CLI::App& app, Options& options, const char* name, const char* what) {
    CLI::App* sub = app.add_subcommand(name, what);
    sub->add_option("--target", options.target, "the server, irc://HOST:PORT");
    sub->add_option("--pid", options.server_pid,
                    "the server's process, to read its CPU and memory");
    sub->add_option("--caps", options.caps, "capabilities to negotiate")->delimiter(',');
    sub->add_flag("--all-caps", options.all_caps, "negotiate every capability that is offered");
    sub->add_flag("--spin", options.spin, "look for input again and again instead of sleeping");
    sub->add_flag("--json", options.json, "print one JSON object");
    sub->add_option("--window", options.window, "logins under way at a time");
    sub->add_option("--pin-client", options.client_cpu, "run the load on this CPU alone");
    return sub;
}

void add_talk_options(CLI::App& sub, TalkPlan& plan) {
    sub.add_option("--depth", plan.depth, "messages in flight per sender");
    sub.add_option("--rate", plan.rate, "messages a second, all senders together (0: by depth)");
    sub.add_option("--bytes", plan.bytes, "bytes of text in a message (32 to 400)");
    sub.add_option("--seconds", plan.seconds, "how long to measure");
    sub.add_option("--warm-up", plan.warm_up_seconds, "seconds before that are not measured");
}

void add_fanout(CLI::App& app, Options& options, TalkPlan& plan, Job& job) {
    CLI::App* sub = add_workload(app, options, "fanout", "one room, some talk, all hear");
    sub->add_option("--members", plan.links, "links in the room");
    sub->add_option("--senders", plan.senders, "how many of them talk");
    add_talk_options(*sub, plan);
    sub->callback([&] { job = [&] { return print(options, run_talk(options.bench(), plan)); }; });
}

void add_direct(CLI::App& app, Options& options, TalkPlan& plan, std::uint32_t& pairs, Job& job) {
    CLI::App* sub = add_workload(app, options, "direct", "pairs send each other private messages");
    sub->add_option("--pairs", pairs, "how many pairs");
    add_talk_options(*sub, plan);
    sub->callback([&] {
        plan.shape = TalkPlan::Shape::pairs;
        plan.links = 2 * pairs;
        job = [&] { return print(options, run_talk(options.bench(), plan)); };
    });
}

void add_joinpart(CLI::App& app, Options& options, ChurnPlan& plan, Job& job) {
    CLI::App* sub = add_workload(app, options, "joinpart", "some come and go, members watch");
    sub->add_option("--members", plan.watchers, "links that watch");
    sub->add_option("--churners", plan.churners, "links that join and part");
    sub->add_option("--depth", plan.depth, "join-part pairs in flight per churner");
    sub->add_option("--seconds", plan.seconds, "how long to measure");
    sub->callback([&] { job = [&] { return print(options, run_churn(options.bench(), plan)); }; });
}

struct LinkCounts {
    std::uint32_t links = 5'000;
    double quiet_seconds = 2;
};

void add_idle(CLI::App& app, Options& options, LinkCounts& counts, Job& job) {
    CLI::App* sub = add_workload(app, options, "idle", "memory of links that do nothing");
    sub->add_option("--links", counts.links, "how many links");
    sub->add_option("--seconds", counts.quiet_seconds, "how long to watch the server's CPU");
    sub->callback([&] {
        job = [&] {
            return print(options, run_idle(options.bench(), counts.links, counts.quiet_seconds));
        };
    });
}

void add_register(CLI::App& app, Options& options, LinkCounts& counts, Job& job) {
    CLI::App* sub = add_workload(app, options, "register", "registrations a second");
    sub->add_option("--links", counts.links, "how many links register");
    sub->callback([&] {
        job = [&] { return print(options, run_registration(options.bench(), counts.links)); };
    });
}

/// The programs that were built together with this one.
std::filesystem::path our_programs() {
    return std::filesystem::canonical("/proc/self/exe").parent_path();
}

struct DurableOptions {
    DurablePlan plan;
    std::string brusiod;
    int server_cpu = -1;
    bool has_target = false;
};

int print_durable(const Options& options, const DurableOptions& durable) {
    Bench bench = options.bench();
    std::optional<RunningContender> server;
    if (!durable.has_target) {
        const auto program = durable.brusiod.empty() ? our_programs() / "brusiod"
                                                     : std::filesystem::path{durable.brusiod};
        const Contender contender{ContenderKind::brusiod, "Brusio", program, options.window,
                                  Keeps::everything};
        server.emplace(contender, Features::plain, durable.server_cpu);
        bench.target = server->target();
        bench.server_pid = server->pid();
    }
    int status = 0;
    for (const TalkPlan& talk : durable_talks(durable.plan)) {
        status |= print(options, run_talk(bench, talk));
    }
    return status;
}

void add_durable(CLI::App& app, Options& options, DurableOptions& durable, Job& job) {
    CLI::App* sub =
        add_workload(app, options, "durable",
                     "acknowledged messages: latency at a rate, then as many as can be. "
                     "Without --target: of a brusiod that keeps its data in $TMPDIR");
    DurablePlan& plan = durable.plan;
    sub->add_option("--links", plan.links, "how many links talk, each in a room of its own");
    sub->add_option("--rate", plan.rate, "messages a second, all together (0: not measured)");
    sub->add_option("--depths", plan.depths, "then messages in flight per link, one run for each")
        ->delimiter(',');
    sub->add_option("--bytes", plan.bytes, "bytes of text in a message (32 to 400)");
    sub->add_option("--seconds", plan.seconds, "how long to measure each");
    sub->add_option("--warm-up", plan.warm_up_seconds, "seconds before that are not measured");
    sub->add_option("--brusiod", durable.brusiod, "the brusiod to measure");
    sub->add_option("--server-cpu", durable.server_cpu, "its CPU (-1: any)");
    sub->callback([&options, &durable, &job, sub] {
        durable.has_target = sub->count("--target") > 0;
        job = [&] { return print_durable(options, durable); };
    });
}

struct TableOptions {
    ContestPlan plan;
    bool quick = false;
    bool sleep = false;
};

int print_table(const TableOptions& table_options, bool json) {
    ContestPlan plan = table_options.plan;
    if (table_options.quick) {
        plan.depth = Depth::quick;
        plan.runs = 1;
    }
    if (table_options.sleep) plan.wait = Swarm::Wait::sleep;
    plan.our_programs = our_programs().string();
    const Table table = hold_contest(plan);
    std::fputs((json ? table.json_lines() : table.text()).c_str(), stdout);
    return table.faulty() ? 1 : 0;
}

void add_table(CLI::App& app, Options& options, TableOptions& table, Job& job) {
    CLI::App* sub = app.add_subcommand(
        "table", "every workload against every server that is installed, side by side");
    ContestPlan& plan = table.plan;
    sub->add_flag("--quick", table.quick, "small rooms and one short run each: under a minute");
    sub->add_option("--runs", plan.runs, "runs of each number, of which the median counts");
    sub->add_option("--server-cpu", plan.server_cpu, "the CPU of the servers");
    sub->add_option("--load-cpu", plan.load_cpu, "the CPU of the load");
    sub->add_flag("--sleep", table.sleep, "the load sleeps when it waits instead of spinning");
    sub->add_option("--only", plan.only_trials, "trials to run, by id")->delimiter(',');
    sub->add_option("--servers", plan.only_contenders, "servers to run, by name")->delimiter(',');
    sub->add_option("--brusiod", plan.brusiod, "the brusiod to measure");
    sub->add_flag("--json", options.json, "print one JSON object per run");
    sub->callback([&] { job = [&] { return print_table(table, options.json); }; });
}

int run(const Options& options, const Job& job) {
    raise_descriptor_limit(descriptors_wanted);
    if (options.client_cpu >= 0) pin_to_cpu(0, options.client_cpu);
    return job();
}

}  // namespace
}  // namespace brusio::bench

int main(int argc, char** argv) {
    using namespace brusio::bench;
    CLI::App app{
        "Load for IRC servers: every delivery is checked, latency counts from the time "
        "a message should have left."};
    app.require_subcommand(1);
    Options options;
    TalkPlan fanout;
    TalkPlan direct;
    std::uint32_t pairs = 50;
    ChurnPlan churn;
    LinkCounts counts;
    DurableOptions durable;
    TableOptions table;
    Job job;
    add_fanout(app, options, fanout, job);
    add_direct(app, options, direct, pairs, job);
    add_joinpart(app, options, churn, job);
    add_idle(app, options, counts, job);
    add_register(app, options, counts, job);
    add_durable(app, options, durable, job);
    add_table(app, options, table, job);
    CLI11_PARSE(app, argc, argv);
    try {
        return run(options, job);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "brusio-bench: %s\n", failure.what());
        return 2;
    }
}
