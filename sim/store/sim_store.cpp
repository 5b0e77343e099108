#include "sim/store/sim_store.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/base/assert.h"

namespace brusio::sim {

namespace {

// The key of the disk's draws; people have small numbers.
constexpr std::uint64_t disk = 0xD15C'0000'0000U;

}  // namespace

SimStore::SimStore(const Parts& parts, const ServerWeather& weather)
    : events_(parts.events),
      trace_(parts.trace),
      reach_(parts.reach),
      chance_(parts.chance),
      weather_(weather) {}

std::uint64_t SimStore::draw(std::string_view purpose) const {
    const auto moment = static_cast<std::uint64_t>(events_.mono().since_origin.count());
    return chance_.draw(disk, purpose, moment);
}

bool SimStore::is_instant() const { return weather_.sync == Delay{} && waiting_.empty(); }

// ---- the port ----

void SimStore::submit(BatchId batch, std::span<const Write> writes) {
    BRUSIO_ASSERT(!writes.empty());
    ++submitted_;
    if (failed_) {
        ended_.push_back({batch, CommitResult::failed});
        return;
    }
    if (is_instant() && !fails_next_ && sync_ends_ <= events_.mono()) {
        disk_.submit(batch, writes);
        disk_.collect(ended_);
        return;
    }
    waiting_.push_back({batch, {writes.begin(), writes.end()}});
    if (in_sync_ == 0) begin_sync();
}

void SimStore::collect(std::vector<Commit>& ended) {
    ended.insert(ended.end(), ended_.begin(), ended_.end());
    ended_.clear();
}

StoreHealth SimStore::health() const {
    if (failed_) return StoreHealth::failed;
    return full_ ? StoreHealth::full : StoreHealth::accepting;
}

void SimStore::ask(Question question) {
    asked_.push_back({submitted_, std::move(question)});
    answer_asked();
}

void SimStore::collect_answers(std::vector<QueryAnswer>& answers) {
    disk_.collect_answers(answers);
}

// ---- syncs ----

void SimStore::begin_sync() {
    BRUSIO_ASSERT(in_sync_ == 0 && !waiting_.empty());
    in_sync_ = waiting_.size();
    const std::uint64_t bits = draw("sync");
    Duration takes = weather_.sync.draw(bits);
    if (happens(mix64(bits), weather_.stall_per_mille)) {
        const auto mean = static_cast<std::uint64_t>(weather_.stall_for.count());
        takes += Duration{static_cast<Duration::rep>(exponential(mix64(bits + 1), mean))};
        reach_.pass(Probe::disk_stalled);
    }
    if (happens(mix64(bits + 2), weather_.fail_per_mille)) fails_next_ = true;
    sync_ends_ = std::max(sync_ends_, events_.mono() + takes);
    events_.schedule(sync_ends_, EventKind::store_syncs, 0, ++syncs_);
}

void SimStore::stall_until(MonoTime until) {
    if (until <= sync_ends_) return;
    sync_ends_ = until;
    if (in_sync_ > 0) events_.schedule(sync_ends_, EventKind::store_syncs, 0, ++syncs_);
}

bool SimStore::handle(const Event& event) {
    BRUSIO_ASSERT(event.kind == EventKind::store_syncs);
    if (in_sync_ == 0 || event.detail != syncs_) return false;  // stalled, or of before a crash
    trace_.add(event.at, event.kind, static_cast<std::uint32_t>(in_sync_), event.detail);
    if (std::exchange(fails_next_, false)) {
        fail();
    } else {
        end_sync();
    }
    return true;
}

void SimStore::end_sync() {
    make_durable(std::exchange(in_sync_, 0));
    answer_asked();
    if (!waiting_.empty()) begin_sync();
}

void SimStore::make_durable(std::size_t count) {
    BRUSIO_ASSERT(count <= waiting_.size());
    for (; count > 0; --count) {
        disk_.submit(waiting_.front().batch, waiting_.front().writes);
        disk_.collect(ended_);
        waiting_.pop_front();
    }
}

// Nobody knows what of it is on the disk: that is found out when it is opened again.
void SimStore::fail() {
    reach_.pass(Probe::sync_failed);
    failed_ = true;
    for (const Waiting& waiting : waiting_) {
        ended_.push_back({waiting.batch, CommitResult::failed});
    }
}

void SimStore::answer_asked() {
    const std::uint64_t durable = submitted_ - waiting_.size();
    while (!asked_.empty() && asked_.front().after <= durable) {
        disk_.ask(std::move(asked_.front().question));
        asked_.pop_front();
    }
}

// ---- what happens to the disk ----

void SimStore::fill_up() {
    reach_.pass(Probe::disk_full);
    full_ = true;
}

void SimStore::crash() {
    const std::size_t lost_max = waiting_.size();
    if (lost_max > 0) {
        const auto stay = static_cast<std::size_t>(uniform(draw("crash"), 0, lost_max));
        make_durable(stay);
        if (!failed_) reach_.pass(Probe::crash_in_sync);
        if (stay > 0) reach_.pass(Probe::batch_stayed);
        if (stay < lost_max) reach_.pass(Probe::batch_lost);
    }
    waiting_.clear();
    in_sync_ = 0;
    failed_ = fails_next_ = false;
    sync_ends_ = MonoTime{};
    asked_.clear();
    ended_.clear();
    std::vector<QueryAnswer> unheard;
    disk_.collect_answers(unheard);
}

// ---- what is to be seen ----

std::optional<MonoTime> SimStore::sync_ends() const {
    if (in_sync_ == 0) return std::nullopt;
    return sync_ends_;
}

std::vector<MessageRecord> SimStore::log_of(ConversationId conversation) {
    HistoryQuery whole{.conversation = conversation,
                       .from = LogEdge::begin,
                       .to = LogEdge::end,
                       .count_max = std::numeric_limits<std::uint32_t>::max(),
                       .contents = LogContents::whole_log,
                       .window = {}};
    disk_.ask({QueryId{1}, std::move(whole)});
    std::vector<QueryAnswer> answers;
    disk_.collect_answers(answers);
    BRUSIO_ASSERT(answers.size() == 1);
    return std::move(answers.front().entries);
}

}  // namespace brusio::sim
