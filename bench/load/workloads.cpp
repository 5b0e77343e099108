#include "bench/load/workloads.h"

#include <array>
#include <cstdio>
#include <stdexcept>

namespace brusio::bench {
namespace {

constexpr std::int64_t settle_quiet_ns = 200'000'000;
// Without these an echo cannot be told from the message that it acknowledges (IRCv3).
constexpr std::array echo_caps{"echo-message", "labeled-response", "message-tags", "batch"};

/// A prefix that no earlier run of this process used; with the process's own number in it, so
/// that two runs against one server do not meet either.
std::string fresh_prefix() {
    static std::uint32_t runs = 0;
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "b%x",
                  (static_cast<std::uint32_t>(now_ns() / 1'000'000) & 0xFFF) * 16 + runs++ % 16);
    return std::string{text.data()} + "x";
}

/// A login of `links` links as `bench` wishes it, with nicks of its own.
LoginPlan login_of(const Bench& bench, std::uint32_t links) {
    LoginPlan plan;
    plan.links = links;
    plan.nick_prefix = fresh_prefix();
    plan.caps = bench.caps;
    plan.window = bench.window;
    return plan;
}

double seconds_since(std::int64_t begin_ns) {
    return static_cast<double>(now_ns() - begin_ns) / 1e9;
}

void add_faults(Report& report, const DeliveryFaults& faults) {
    const auto count = [](std::uint64_t n) { return static_cast<double>(n); };
    report.add("lost", "lost", count(faults.lost), "");
    report.add("doubled", "doubled", count(faults.doubled), "");
    report.add("reordered", "reordered", count(faults.reordered), "");
    report.add("stray", "stray lines", count(faults.stray), "");
    if (!faults.none()) report.set_faulty();
}

void add_server_cpu(Report& report, const Bench& bench, const CpuUse& use, double per,
                    std::string_view unit) {
    if (bench.server_pid == 0) return;
    const double us = 1e-3 / (per > 0 ? per : 1);
    report.add("cpu_us", "server CPU", static_cast<double>(use.precise_ns) * us, unit, 4);
    report.add("cpu_check_us", "  by its threads", static_cast<double>(use.threads_ns) * us, unit,
               4);
    const auto ticks = static_cast<double>(use.user_ns + use.kernel_ns);
    report.add("kernel_percent", "  in the kernel",
               ticks > 0 ? 100 * static_cast<double>(use.kernel_ns) / ticks : 0, "%", 0);
}

void add_latency(Report& report, const Histogram& latency) {
    const auto us = [](std::int64_t ns) { return static_cast<double>(ns) / 1e3; };
    report.add("p50_us", "latency p50", us(latency.percentile_ns(50)), "us", 1);
    report.add("p99_us", "latency p99", us(latency.percentile_ns(99)), "us", 1);
    report.add("p999_us", "latency p99.9", us(latency.percentile_ns(99.9)), "us", 1);
    report.add("max_us", "latency max", us(latency.max_ns()), "us", 1);
}

/// What a report calls things, by TalkPlan::Shape.
struct ShapeWords {
    const char* workload;
    const char* links;
    const char* deliveries;
    const char* per_second;
};
constexpr std::array<ShapeWords, 3> shape_words{
    {{"fanout", "members", "deliveries", "deliveries a second"},
     {"direct", "links, in pairs", "deliveries", "deliveries a second"},
     {"durable", "links, each in its room", "acknowledged", "acknowledged a second"}}};

Report report_of(const Bench& bench, const TalkPlan& plan, const TalkResult& result,
                 const std::string& caps) {
    const ShapeWords& words = shape_words.at(static_cast<std::size_t>(plan.shape));
    const bool one_room = plan.shape == TalkPlan::Shape::room;
    Report report{words.workload};
    const auto deliveries = static_cast<double>(result.deliveries);
    report.add("links", words.links, plan.links, "");
    report.add("senders", "senders", one_room ? plan.senders : plan.links, "");
    if (plan.rate > 0) report.add("rate", "asked for", plan.rate, "messages/s", 1);
    if (plan.rate <= 0) report.add("depth", "in flight per sender", plan.depth, "");
    if (!caps.empty()) report.add_text("caps", "capabilities", caps);
    report.add("seconds", "measured for", result.seconds, "s", 2);
    report.add("messages", "messages", static_cast<double>(result.messages), "");
    report.add("deliveries", words.deliveries, deliveries, "");
    report.add("deliveries_per_second", words.per_second, deliveries / result.seconds, "/s");
    add_server_cpu(report, bench, result.server_cpu, deliveries, "us/delivery");
    report.add("client_cpu_us", "load's own CPU",
               static_cast<double>(result.client_cpu_ns) / 1e3 / deliveries, "us/delivery", 4);
    report.add("bytes", "read", static_cast<double>(result.bytes_read) / deliveries,
               "bytes/delivery", 1);
    add_latency(report, result.latency);
    add_faults(report, result.faults);
    return report;
}

LoginPlan login_of(const Bench& bench, const TalkPlan& plan) {
    LoginPlan login = login_of(bench, plan.links);
    if (plan.shape != TalkPlan::Shape::pairs) login.room = plan.room;
    if (plan.shape != TalkPlan::Shape::own_rooms) return login;
    login.rooms = LoginPlan::Rooms::own;
    for (const char* cap : echo_caps) login.caps.names.emplace_back(cap);
    return login;
}

}  // namespace

std::vector<TalkPlan> durable_talks(const DurablePlan& plan) {
    TalkPlan talk;
    talk.shape = TalkPlan::Shape::own_rooms;
    talk.links = plan.links;
    talk.bytes = plan.bytes;
    talk.warm_up_seconds = plan.warm_up_seconds;
    talk.seconds = plan.seconds;
    std::vector<TalkPlan> talks;
    talk.rate = plan.rate;
    if (plan.rate > 0) talks.push_back(talk);
    talk.rate = 0;
    for (const std::uint32_t depth : plan.depths) {
        talk.depth = depth;
        talks.push_back(talk);
    }
    return talks;
}

Report run_talk(const Bench& bench, TalkPlan plan) {
    const bool pairs = plan.shape == TalkPlan::Shape::pairs;
    const ProcessMeter server{bench.server_pid};
    Swarm swarm{bench.target, bench.wait};
    const LoginPlan login_plan = login_of(bench, plan);
    plan.nick_prefix = login_plan.nick_prefix;
    Login login{swarm, login_plan};
    login.run();
    plan.echo = login.granted("echo-message");
    if (plan.echo && pairs) throw std::invalid_argument("direct does not measure echo-message");
    const bool labelled_echo = plan.echo && login.granted("labeled-response");
    if (plan.shape == TalkPlan::Shape::own_rooms && !labelled_echo) {
        throw std::runtime_error("the server offers no labelled echoes");
    }
    settle(swarm, settle_quiet_ns);
    Talk talk{swarm, plan, server};
    const TalkResult result = talk.run();
    return report_of(bench, plan, result, login.granted_text());
}

Report run_churn(const Bench& bench, ChurnPlan plan) {
    const ProcessMeter server{bench.server_pid};
    Swarm swarm{bench.target, bench.wait};
    LoginPlan login_plan = login_of(bench, plan.watchers + plan.churners);
    login_plan.room = plan.room;
    login_plan.joiners = plan.watchers;
    plan.nick_prefix = login_plan.nick_prefix;
    Login login{swarm, login_plan};
    login.run();
    settle(swarm, settle_quiet_ns);
    Churn churn{swarm, plan, server};
    const ChurnResult result = churn.run();
    Report report{"joinpart"};
    report.add("watchers", "members who watch", plan.watchers, "");
    report.add("churners", "who come and go", plan.churners, "");
    report.add("depth", "pairs in flight each", plan.depth, "");
    report.add("seconds", "measured for", result.seconds, "s", 2);
    report.add("pairs", "joins and parts", static_cast<double>(result.pairs), "");
    report.add("lines", "lines delivered", static_cast<double>(result.lines), "");
    add_server_cpu(report, bench, result.server_cpu, static_cast<double>(result.lines), "us/line");
    add_faults(report, result.faults);
    return report;
}

Report run_idle(const Bench& bench, std::uint32_t links, double quiet_seconds) {
    const ProcessMeter server{bench.server_pid};
    const auto before = server.resident_bytes();
    if (!before) throw std::invalid_argument("idle needs --pid of a server that can be looked at");
    Swarm swarm{bench.target, bench.wait};
    Login login{swarm, login_of(bench, links)};
    login.run();
    settle(swarm, settle_quiet_ns);
    const std::int64_t begin = now_ns();
    const CpuUse cpu_begin = server.cpu().value_or(CpuUse{});
    settle(swarm, static_cast<std::int64_t>(quiet_seconds * 1e9));
    const CpuUse cpu = server.cpu().value_or(CpuUse{}).since(cpu_begin);
    const double seconds = seconds_since(begin);
    const std::int64_t grown = server.resident_bytes().value_or(*before) - *before;
    Report report{"idle"};
    report.add("links", "links", links, "");
    report.add("resident_mib", "server's memory before",
               static_cast<double>(*before) / (1024 * 1024), "MiB", 1);
    report.add("kib_per_link", "grown by", static_cast<double>(grown) / 1024 / links, "KiB/link",
               3);
    report.add("cpu_percent", "server CPU while idle",
               static_cast<double>(cpu.precise_ns) / 1e7 / seconds, "%", 3);
    return report;
}

Report run_registration(const Bench& bench, std::uint32_t links) {
    const ProcessMeter server{bench.server_pid};
    Swarm swarm{bench.target, bench.wait};
    Login login{swarm, login_of(bench, links)};
    const std::int64_t begin = now_ns();
    const CpuUse cpu_begin = server.cpu().value_or(CpuUse{});
    login.run();
    const double seconds = seconds_since(begin);
    const CpuUse cpu = server.cpu().value_or(CpuUse{}).since(cpu_begin);
    Report report{"register"};
    report.add("links", "links", links, "");
    report.add("window", "under way at a time", bench.window, "");
    report.add("registrations_per_second", "registrations", links / seconds, "/s");
    add_server_cpu(report, bench, cpu, links, "us/registration");
    return report;
}

}  // namespace brusio::bench
