#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/engine/engine_config.h"
#include "core/ports/hasher.h"
#include "core/ports/host.h"
#include "core/ports/mailer.h"
#include "core/ports/store.h"
#include "core/ports/transport.h"
#include "core/session/accounts/desk.h"

namespace brusio::engine {

/// What the engine wants done, in order. Taken whole; the outputs may leave only after the writes
/// of this batch and of all earlier ones are durable.
struct Batch {
    std::vector<Write> writes;
    std::vector<Question> questions;  // to the store, asked after it was given the writes
    std::vector<HashJob> hash_jobs;
    std::vector<Output> outputs;
    std::vector<HostEvent> events;                  // for the host's log
    std::vector<session::DeskAnswer> desk_answers;  // may leave when the outputs may
    std::vector<Mail> mails;                        // likewise
    bool reload_requested = false;

    [[nodiscard]] bool empty() const {
        return writes.empty() && questions.empty() && hash_jobs.empty() && outputs.empty() &&
               events.empty() && desk_answers.empty() && mails.empty() && !reload_requested;
    }
};

/// What an engine counts, for logs, metrics and tests.
struct EngineCounts {
    std::size_t links = 0;
    std::size_t users = 0;
    std::size_t rooms = 0;
    std::uint64_t messages = 0;
};

/// The server's decisions: all sessions, users and rooms. Does no I/O and knows no clock.
///
/// The drive contract:
/// - In: `handle_*`, each with the time, which never goes back. For each link one
///   `handle_link_opened`, then bytes, then at most one `handle_link_closed`; inputs for a link
///   that the engine has closed itself are ignored.
/// - Out: after the inputs of a turn, `take_batch()`; and `next_deadline()`, at which
///   `handle_deadline` is due even if nothing else happens.
/// - One thread drives one engine. No call blocks or throws. The same inputs give the same
///   batches, bit for bit, on every machine.
class Engine {
 public:
    explicit Engine(EngineConfig config, Now now);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    void handle_link_opened(LinkId link, const LinkInfo& info, Now now);
    /// `bytes` is any piece of the stream: lines are put together here.
    void handle_bytes(LinkId link, std::string_view bytes, Now now);
    void handle_link_closed(LinkId link, CloseReason reason, Now now);
    /// The answer to a TellDrained of an earlier batch.
    void handle_link_drained(LinkId link, Now now);
    void handle_hash_answer(const HashAnswer& answer, Now now);
    void handle_mail_answer(const MailAnswer& answer, Now now);
    /// What the store answered to one of the questions of a batch, in the order of asking.
    void handle_store_reply(const QueryAnswer& answer, Now now);
    /// The store takes writes again, or must not be given more. It accepts when an engine starts.
    void handle_store_health(StoreHealth health, Now now);
    /// The configuration was read again: the new one, or the sentence that says what is wrong with
    /// it; operators are told either way, with `note` behind it if there is one. Names of rooms and
    /// users stay what they are; clients are told of what they are offered now (offer_news.h).
    void handle_reload(Result<session::ServerConfig, std::string> config, Now now,
                       std::string_view note = {});
    /// Whoever runs the host asks about accounts; the next batch has the answer.
    void handle_desk(const session::DeskRequest& request, Now now);
    /// Every link gets its goodbye and is closed; new ones are refused.
    void handle_stop(std::string_view reason, Now now);
    void handle_deadline(Now now);

    [[nodiscard]] std::optional<MonoTime> next_deadline() const;
    /// True if `take_batch` would give something.
    [[nodiscard]] bool has_batch() const;
    /// Moves out what has gathered into `batch`, whose old contents are dropped and whose memory is
    /// used again.
    void take_batch(Batch& batch);

    [[nodiscard]] EngineCounts counts() const;
    [[nodiscard]] const session::ServerConfig& config() const;
    /// Aborts if the domain and the sessions disagree. O(everything): for tests and the simulator.
    void check_invariants() const;

 private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace brusio::engine
