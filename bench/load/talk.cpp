#include "bench/load/talk.h"

#include <algorithm>
#include <ctime>
#include <stdexcept>

#include "bench/load/irc_text.h"
#include "core/base/assert.h"

namespace brusio::bench {
namespace {

constexpr std::int64_t clock_ns_per_second = 1'000'000'000;

std::int64_t own_cpu_ns() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<std::int64_t>(time.tv_sec) * clock_ns_per_second + time.tv_nsec;
}

std::int64_t to_ns(double seconds) { return static_cast<std::int64_t>(seconds * 1e9); }

std::size_t stream_count(const TalkPlan& plan) {
    if (plan.shape != TalkPlan::Shape::room) return plan.links;
    return static_cast<std::size_t>(plan.links) * plan.senders;
}

}  // namespace

Talk::Talk(Swarm& swarm, const TalkPlan& plan, const ProcessMeter& server)
    : swarm_(swarm),
      plan_(plan),
      server_(server),
      payload_(plan.bytes),
      checker_(stream_count(plan)) {
    check_plan();
    prepare_senders();
    forbid_own_echo();
}

void Talk::check_plan() const {
    const bool pairs = plan_.shape == TalkPlan::Shape::pairs;
    const std::uint32_t links_min = plan_.shape == TalkPlan::Shape::own_rooms ? 1 : 2;
    if (plan_.links < links_min || (pairs && plan_.links % 2 != 0)) {
        throw std::invalid_argument("a conversation needs two links, and pairs an even number");
    }
    if (plan_.senders < 1 || plan_.senders > plan_.links || plan_.depth < 1) {
        throw std::invalid_argument("senders must be from 1 to the number of links, depth >= 1");
    }
}

void Talk::prepare_senders() {
    const bool pairs = plan_.shape == TalkPlan::Shape::pairs;
    LoginPlan names;
    names.nick_prefix = plan_.nick_prefix;
    names.room = plan_.room;
    if (plan_.shape == TalkPlan::Shape::own_rooms) names.rooms = LoginPlan::Rooms::own;
    senders_.resize(in_one_room() ? plan_.senders : plan_.links);
    for (std::uint32_t i = 0; i < senders_.size(); ++i) {
        senders_[i].head = "PRIVMSG " + (pairs ? nick_of(names, i ^ 1U) : room_of(names, i)) + " :";
    }
}

void Talk::forbid_own_echo() {
    if (!in_one_room() || plan_.echo) return;
    for (std::uint32_t i = 0; i < plan_.senders; ++i) checker_.forbid(stream_of(i, i));
}

std::size_t Talk::stream_of(std::uint32_t link, std::uint32_t sender) const {
    if (!in_one_room()) return link;
    return static_cast<std::size_t>(link) * plan_.senders + sender;
}

std::uint32_t Talk::copies() const {
    if (!in_one_room()) return 1;
    return plan_.echo ? plan_.links : plan_.links - 1;
}

bool Talk::in_one_room() const { return plan_.shape == TalkPlan::Shape::room; }

/// The only sender that `link` hears, where not all are in one room.
std::uint32_t Talk::heard_by(std::uint32_t link) const {
    BRUSIO_ASSERT(!in_one_room());
    return plan_.shape == TalkPlan::Shape::pairs ? link ^ 1U : link;
}

/// True if `line` has the label of the message that it brings back, where messages have labels.
bool Talk::rightly_labelled(std::string_view line, const Stamp& stamp) const {
    if (plan_.shape != TalkPlan::Shape::own_rooms) return true;
    return tag_value(line, "label") == std::to_string(stamp.sequence);
}

TalkResult Talk::run() {
    swarm_.set_events(*this);
    converse(plan_.warm_up_seconds);
    recording_ = true;
    const std::int64_t begin = now_ns();
    const std::int64_t own_begin = own_cpu_ns();
    const std::uint64_t bytes_begin = swarm_.bytes_read();
    const CpuUse server_begin = server_.cpu().value_or(CpuUse{});
    converse(plan_.seconds);
    result_.server_cpu = server_.cpu().value_or(CpuUse{}).since(server_begin);
    result_.client_cpu_ns = own_cpu_ns() - own_begin;
    result_.bytes_read = swarm_.bytes_read() - bytes_begin;
    result_.seconds = static_cast<double>(now_ns() - begin) / 1e9;
    return conclude();
}

void Talk::converse(double seconds) {
    phase_begin_ns_ = now_ns();
    scheduled_ = 0;
    stopping_ = false;
    const std::int64_t end = phase_begin_ns_ + to_ns(seconds);
    if (plan_.rate <= 0) {
        for (std::uint32_t i = 0; i < senders_.size(); ++i) fill_window(i, phase_begin_ns_);
    }
    for (std::int64_t now = now_ns(); now < end; now = now_ns()) {
        std::int64_t until = end;
        if (plan_.rate > 0) {
            keep_rate(now);
            const double due = static_cast<double>(scheduled_) / plan_.rate;
            until = std::min(end, phase_begin_ns_ + to_ns(due));
        }
        swarm_.turn(until);
    }
    // What became due while the last turn lasted is owed too: leaving it out would flatter.
    if (plan_.rate > 0) keep_rate(end - 1);
    drain();
}

void Talk::drain() {
    stopping_ = true;
    std::uint64_t before = awaited_;
    const std::int64_t patience_ns = to_ns(plan_.patience_seconds);
    std::int64_t patience_end = now_ns() + patience_ns;
    while (awaited_ > 0 && now_ns() < patience_end) {
        swarm_.turn(patience_end);
        if (awaited_ != before) patience_end = now_ns() + patience_ns;
        before = awaited_;
    }
}

void Talk::keep_rate(std::int64_t now) {
    for (;;) {
        const std::int64_t due =
            phase_begin_ns_ + to_ns(static_cast<double>(scheduled_) / plan_.rate);
        if (due > now) return;
        start_message(static_cast<std::uint32_t>(scheduled_ % senders_.size()), due);
        ++scheduled_;
    }
}

void Talk::fill_window(std::uint32_t sender, std::int64_t now) {
    while (!stopping_ && senders_[sender].next - senders_[sender].oldest < plan_.depth) {
        start_message(sender, now);
    }
}

void Talk::start_message(std::uint32_t index, std::int64_t intended_ns) {
    Sender& sender = senders_[index];
    const bool labelled = plan_.shape == TalkPlan::Shape::own_rooms;
    text_ = labelled ? "@label=" + std::to_string(sender.next) + " " : "";
    text_ += sender.head;
    payload_.append(text_, Stamp{index, sender.next, intended_ns});
    text_ += "\r\n";
    swarm_.say(index, text_);
    sender.awaited.push_back(copies());
    awaited_ += copies();
    ++sender.next;
    if (recording_) ++result_.messages;
}

void Talk::line_arrived(std::uint32_t link, std::string_view line, std::int64_t at_ns) {
    const auto stamp = payload_.read(line);
    if (stamp && rightly_labelled(line, *stamp)) return delivered(link, *stamp, at_ns);
    if (!answer_ping(swarm_, link, line)) checker_.note_stray();
}

void Talk::delivered(std::uint32_t link, const Stamp& stamp, std::int64_t at_ns) {
    const bool known = stamp.sender < senders_.size() &&
                       stamp.sequence < senders_[stamp.sender].next &&
                       (in_one_room() || stamp.sender == heard_by(link));
    if (!known) return checker_.note_stray();
    const Delivery delivery = checker_.arrived(stream_of(link, stamp.sender), stamp.sequence);
    if (delivery == Delivery::stray || delivery == Delivery::doubled) return;
    if (recording_) {
        ++result_.deliveries;
        result_.latency.record(at_ns - stamp.intended_ns);
    }
    settle_account(senders_[stamp.sender], stamp.sequence);
    if (plan_.rate <= 0) fill_window(stamp.sender, at_ns);
}

void Talk::settle_account(Sender& sender, std::uint32_t sequence) {
    BRUSIO_ASSERT(sequence >= sender.oldest);
    const std::uint32_t place = sequence - sender.oldest;
    BRUSIO_ASSERT(place < sender.awaited.size() && sender.awaited[place] > 0);
    --sender.awaited[place];
    --awaited_;
    while (!sender.awaited.empty() && sender.awaited.front() == 0) {
        sender.awaited.pop_front();
        ++sender.oldest;
    }
}

void Talk::link_ended(std::uint32_t link, std::string_view why) {
    throw std::runtime_error("link " + std::to_string(link) +
                             " ended while it talked: " + std::string{why});
}

TalkResult Talk::conclude() {
    for (std::uint32_t link = 0; link < plan_.links; ++link) {
        if (!in_one_room()) checker_.finish(link, senders_[heard_by(link)].next);
        for (std::uint32_t i = 0; in_one_room() && i < plan_.senders; ++i) {
            checker_.finish(stream_of(link, i), senders_[i].next);
        }
    }
    result_.faults = checker_.faults();
    return std::move(result_);
}

}  // namespace brusio::bench
