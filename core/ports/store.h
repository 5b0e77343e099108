#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/base/time.h"

namespace brusio {

/// What a person said, as it is kept: protocol-free, so that another protocol can show it.
struct MessageRecord {
    /// What kind of saying it is: a message may be answered by machines, a notice must not.
    enum class Kind : std::uint8_t { message, notice, tags_only };

    std::string id;         // unique for ever (IRCv3 message-ids)
    std::uint64_t seq = 0;  // counts this conversation's messages from 1 without holes
    WallTime time;
    Kind kind = Kind::message;
    std::string sender;   // nick!user@host at the time
    std::string account;  // empty: none
    std::string text;
    std::string client_tags;  // the sender's client-only tags as they were escaped, may be empty

    bool operator==(const MessageRecord&) const = default;
};

/// Append one message to the log of a room.
struct AppendMessage {
    Folded room;
    MessageRecord message;
};

using Write = std::variant<AppendMessage>;

/// How a batch of writes ended.
enum class CommitResult : std::uint8_t { durable, failed };

struct Commit {
    BatchId batch;
    CommitResult result = CommitResult::durable;
};

/// Keeps what must not be lost. Batches become durable in the order of submission, each wholly or
/// not at all. Called from the driver's thread only; never blocks, never throws. An
/// implementation that works elsewhere wakes its driver when there is something to collect.
class Store {
 public:
    virtual ~Store() = default;
    /// Takes the writes of one batch; `writes` is not empty and lives for the call only.
    virtual void submit(BatchId batch, std::span<const Write> writes) = 0;
    /// Appends what has ended since the last call to `ended`, in order of submission.
    virtual void collect(std::vector<Commit>& ended) = 0;
};

}  // namespace brusio
