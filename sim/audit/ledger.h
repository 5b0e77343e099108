#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "core/ports/store.h"
#include "sim/audit/digest_map.h"
#include "sim/audit/kept_model.h"
#include "sim/audit/violation.h"

namespace brusio::sim {

/// What the server has submitted, what became durable of it, and whether a disk that is opened
/// again holds just that: everything durable, and of the rest the first few batches (O4, O5). Also
/// minds the numbers, times and ids of all logs, over all starts (O7, O19).
class Ledger {
 public:
    explicit Ledger(Findings& findings) : findings_(findings) {}

    /// Gives the number of the batch; numbers grow and are never used again.
    std::uint64_t submitted(std::span<const Write> writes);
    /// The first batch that was not. Gives its number.
    std::uint64_t became_durable();
    /// The server starts from what was found. Gives the number of the last batch that is there.
    std::uint64_t started(const Recovered& found);

 private:
    struct Waiting {
        std::uint64_t batch = 0;
        std::vector<Write> writes;
    };
    struct End {
        ConversationId conversation;
        LogEnd last;
        EventRef at;
    };

    void check(const AppendMessage& write);
    void check_id(const MessageRecord& message);
    End& end_of(ConversationId conversation);
    void complain(const KeptModel::Difference& difference, std::uint64_t batch);

    Findings& findings_;
    KeptModel durable_;
    std::deque<Waiting> waiting_;  // submitted, not durable
    std::uint64_t batches_ = 0;
    std::uint64_t last_durable_ = 0;
    EventRef last_durable_at_;
    std::vector<End> ends_;        // of what was submitted
    DigestMap end_places_;         // by the conversation's number
    std::vector<EventRef> first_;  // when each id was given
    DigestMap first_places_;       // by the id
};

}  // namespace brusio::sim
