#include "sim/main/summary.h"

#include <algorithm>
#include <cinttypes>
#include <string>

namespace brusio::sim {

namespace {

std::string_view word_for(Verdict verdict) {
    switch (verdict) {
        case Verdict::pass:
            return "pass";
        case Verdict::violated:
            return "VIOLATED";
        case Verdict::unknown:
            return "UNKNOWN";
    }
    return "UNKNOWN";
}

void print_reach(std::FILE* out, const Reach& reach, const Weather& weather) {
    std::string reached;
    std::string missed;
    std::string ruled_out;
    for (std::size_t i = 0; i < probe_count; ++i) {
        const auto probe = static_cast<Probe>(i);
        std::string& list = reach.count(probe) > 0         ? reached
                            : is_reachable(probe, weather) ? missed
                                                           : ruled_out;
        if (!list.empty()) list += ", ";
        list += name_of(probe);
        if (reach.count(probe) > 0) list += " " + std::to_string(reach.count(probe));
    }
    std::fprintf(out, "  reached     %s\n", reached.empty() ? "nothing" : reached.c_str());
    if (!missed.empty()) std::fprintf(out, "  not reached %s\n", missed.c_str());
    if (!ruled_out.empty()) {
        std::fprintf(out, "  cannot be   %s, in %s weather\n", ruled_out.c_str(),
                     std::string{weather.name}.c_str());
    }
}

void print_violations(std::FILE* out, const RunReport& report) {
    constexpr std::size_t shown_max = 5;
    const std::size_t shown = std::min(shown_max, report.violations.size());
    for (std::size_t i = 0; i < shown; ++i) {
        std::fprintf(out, "  %s", to_text(report.violations[i]).c_str());
    }
    if (report.violation_count > shown) {
        std::fprintf(out, "  and %" PRIu64 " more\n", report.violation_count - shown);
    }
}

}  // namespace

void print_summary(std::FILE* out, const RunReport& report, double cpu_seconds) {
    const RunOptions& options = report.options;
    const double cpu = std::max(cpu_seconds, 1e-6);
    const double seconds = static_cast<double>(report.virtual_span.count()) / 1e9;
    const auto events = static_cast<double>(report.trace.event_count());
    std::fprintf(out, "seed %" PRIu64 ": %s  hash %016" PRIx64 "\n", options.seed,
                 word_for(report.verdict).data(), report.trace.hash());
    std::fprintf(out, "  %u users, %u rooms, %s of %s weather; %.0f s of virtual time in all\n",
                 options.users, options.rooms, duration_text(options.span).c_str(),
                 std::string{options.weather.name}.c_str(), seconds);
    std::fprintf(out,
                 "  %" PRIu64 " events, %" PRIu64 " messages, %" PRIu64
                 " deliveries; longest send queue %zu bytes\n",
                 report.trace.event_count(), report.messages_sent, report.messages_delivered,
                 report.send_queue_bytes_peak);
    std::fprintf(out, "  %.3f CPU s: %.2f M events/s, %.0f x real time\n", cpu_seconds,
                 events / cpu / 1e6, seconds / cpu);
    print_reach(out, report.reach, options.weather);
    print_violations(out, report);
    if (report.verdict != Verdict::pass) {
        std::fprintf(out, "replay: %s\n", replay_line(options).c_str());
    }
}

void print_weather_list(std::FILE* out) {
    for (const Weather& weather : weather_profiles()) {
        std::fprintf(out, "%-10s %s\n", std::string{weather.name}.c_str(),
                     std::string{weather.summary}.c_str());
    }
}

ExitCode exit_code_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::pass:
            return ExitCode::pass;
        case Verdict::violated:
            return ExitCode::violated;
        case Verdict::unknown:
            return ExitCode::unknown;
    }
    return ExitCode::internal;
}

}  // namespace brusio::sim
