#include "bench/load/churn.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "bench/load/irc_text.h"
#include "bench/load/login.h"

namespace brusio::bench {
namespace {

constexpr std::int64_t silence_before_loss_ns = 5'000'000'000;

}  // namespace

Churn::Churn(Swarm& swarm, const ChurnPlan& plan, const ProcessMeter& server)
    : swarm_(swarm),
      plan_(plan),
      server_(server),
      checker_(static_cast<std::size_t>(plan.watchers) * plan.churners),
      churners_(plan.churners),
      next_line_(static_cast<std::size_t>(plan.watchers) * plan.churners, 0),
      pair_text_("JOIN " + plan.room + "\r\nPART " + plan.room + "\r\n") {
    if (plan.watchers < 1 || plan.churners < 1 || plan.depth < 1) {
        throw std::invalid_argument("watchers, churners and depth must be at least 1");
    }
}

ChurnResult Churn::run() {
    swarm_.set_events(*this);
    churn_for(plan_.warm_up_seconds);
    recording_ = true;
    const std::int64_t begin = now_ns();
    const CpuUse server_begin = server_.cpu().value_or(CpuUse{});
    churn_for(plan_.seconds);
    result_.server_cpu = server_.cpu().value_or(CpuUse{}).since(server_begin);
    result_.seconds = static_cast<double>(now_ns() - begin) / 1e9;
    for (std::uint32_t watcher = 0; watcher < plan_.watchers; ++watcher) {
        for (std::uint32_t i = 0; i < plan_.churners; ++i) {
            checker_.finish(static_cast<std::size_t>(watcher) * plan_.churners + i,
                            2 * churners_[i].started);
        }
    }
    result_.faults = checker_.faults();
    return result_;
}

void Churn::churn_for(double seconds) {
    stopping_ = false;
    const std::int64_t end = now_ns() + static_cast<std::int64_t>(seconds * 1e9);
    for (std::uint32_t i = 0; i < plan_.churners; ++i) start_pairs(i);
    while (now_ns() < end) swarm_.turn(end);
    stopping_ = true;
    std::int64_t patience_end = now_ns() + silence_before_loss_ns;
    std::uint64_t before = swarm_.bytes_read();
    while (!all_seen() && now_ns() < patience_end) {
        swarm_.turn(patience_end);
        if (swarm_.bytes_read() != before) patience_end = now_ns() + silence_before_loss_ns;
        before = swarm_.bytes_read();
    }
}

bool Churn::all_seen() const {
    return std::all_of(churners_.begin(), churners_.end(),
                       [](const Churner& churner) { return churner.seen >= churner.due; });
}

void Churn::start_pairs(std::uint32_t index) {
    Churner& churner = churners_[index];
    const std::uint64_t lines_per_pair = 2ULL * plan_.watchers;
    while (!stopping_ && churner.due < churner.seen + plan_.depth * lines_per_pair) {
        swarm_.say(plan_.watchers + index, pair_text_);
        ++churner.started;
        churner.due += lines_per_pair;
        if (recording_) ++result_.pairs;
    }
}

std::uint32_t Churn::churner_named(std::string_view nick) const {
    std::uint32_t link = UINT32_MAX;
    if (!nick.starts_with(plan_.nick_prefix)) return UINT32_MAX;
    nick.remove_prefix(plan_.nick_prefix.size());
    std::from_chars(nick.data(), nick.data() + nick.size(), link);
    const bool churner = link >= plan_.watchers && link < plan_.watchers + plan_.churners;
    return churner ? link - plan_.watchers : UINT32_MAX;
}

void Churn::line_arrived(std::uint32_t link, std::string_view line, std::int64_t) {
    const LineParts parts = split_line(line);
    const bool is_part = parts.command == "PART";
    if (!is_part && parts.command != "JOIN") {
        answer_ping(swarm_, link, line);
        return;
    }
    if (recording_) ++result_.lines;
    const std::uint32_t churner = churner_named(parts.nick);
    if (churner == UINT32_MAX) return checker_.note_stray();
    if (link < plan_.watchers) seen_by_watcher(link, churner, is_part);
}

void Churn::seen_by_watcher(std::uint32_t watcher, std::uint32_t churner, bool is_part) {
    const std::size_t stream = static_cast<std::size_t>(watcher) * plan_.churners + churner;
    std::uint32_t& next = next_line_[stream];
    // The kind tells the place: JOINs have even numbers, PARTs odd ones. A wrong kind is a line
    // that was lost in between (or a doubled one: then the next is wrong again).
    const std::uint32_t sequence = (next % 2 == 1) == is_part ? next : next + 1;
    if (sequence >= 2 * churners_[churner].started) return checker_.note_stray();
    checker_.arrived(stream, sequence);
    next = sequence + 1;
    ++churners_[churner].seen;
    start_pairs(churner);
}

void Churn::link_ended(std::uint32_t link, std::string_view why) {
    throw std::runtime_error("link " + std::to_string(link) +
                             " ended while it churned: " + std::string{why});
}

}  // namespace brusio::bench
