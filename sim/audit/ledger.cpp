#include "sim/audit/ledger.h"

#include <optional>
#include <utility>

#include "core/base/assert.h"
#include "core/base/keyed_random.h"
#include "sim/time/trace.h"

namespace brusio::sim {

// ---- what is submitted ----

std::uint64_t Ledger::submitted(std::span<const Write> writes) {
    for (const Write& write : writes) {
        if (const auto* append = std::get_if<AppendMessage>(&write)) check(*append);
    }
    waiting_.push_back({++batches_, {writes.begin(), writes.end()}});
    return batches_;
}

Ledger::End& Ledger::end_of(ConversationId conversation) {
    const std::uint64_t key = mix64(conversation.value);
    if (const auto place = end_places_.find(key)) return ends_[static_cast<std::size_t>(*place)];
    end_places_.set(key, ends_.size());
    ends_.push_back(End{conversation, {}, findings_.here()});
    return ends_.back();
}

void Ledger::check(const AppendMessage& write) {
    const MessageRecord& message = write.message;
    const EventRef here = findings_.here();
    check_id(message);
    End& end = end_of(write.conversation);
    if (message.seq != end.last.seq + 1) {
        findings_.add("O7", "the numbers of " + message.target + " have a hole",
                      {end.at, "number " + std::to_string(end.last.seq)},
                      {here, "number " + std::to_string(message.seq)});
    }
    if (message.time < end.last.time) {
        findings_.add("O19", "the times of " + message.target + " go back",
                      {end.at, "at " + std::to_string(end.last.time.unix_ms)},
                      {here, "at " + std::to_string(message.time.unix_ms)});
    }
    end.last = {message.seq, message.time};
    end.at = here;
}

// Also of messages that a crash has taken: somebody else may have been told of them.
void Ledger::check_id(const MessageRecord& message) {
    const std::uint64_t key = digest(message.id);
    const EventRef here = findings_.here();
    if (const auto place = first_places_.find(key)) {
        findings_.add("O19", "message id " + message.id + " is given twice",
                      {first_[static_cast<std::size_t>(*place)], "first given"},
                      {here, "given again in " + message.target});
        return;
    }
    first_places_.set(key, first_.size());
    first_.push_back(here);
}

std::uint64_t Ledger::became_durable() {
    BRUSIO_ASSERT(!waiting_.empty());
    for (const Write& write : waiting_.front().writes) durable_.apply(write);
    last_durable_ = waiting_.front().batch;
    last_durable_at_ = findings_.here();
    waiting_.pop_front();
    return last_durable_;
}

// ---- what was found ----

std::uint64_t Ledger::started(const Recovered& found) {
    const auto at_least = durable_.difference(found);
    auto difference = at_least;
    while (difference && !waiting_.empty()) {
        for (const Write& write : waiting_.front().writes) durable_.apply(write);
        last_durable_ = waiting_.front().batch;
        waiting_.pop_front();
        difference = durable_.difference(found);
    }
    if (difference) {
        complain(at_least->is_extra ? *difference : *at_least, last_durable_);
        durable_.accept(found);
    }
    waiting_.clear();
    for (End& end : ends_) end.last = durable_.end_of(end.conversation);
    return last_durable_;
}

void Ledger::complain(const KeptModel::Difference& difference, std::uint64_t batch) {
    findings_.add(difference.oracle, "after a start, " + difference.what,
                  {last_durable_at_, "the last batch became durable"},
                  {findings_.here(), "the disk holds neither that nor that and more, up to batch " +
                                         std::to_string(batch)});
}

}  // namespace brusio::sim
