#pragma once

#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "core/engine/engine.h"
#include "core/ports/hasher.h"
#include "core/ports/host.h"
#include "core/ports/mailer.h"
#include "core/ports/store.h"
#include "core/ports/transport.h"

namespace brusio::pump {

/// The ports that one pump stands between. All outlive it.
struct Ports {
    Transport& transport;
    Store& store;
    Hasher& hasher;
    Host& host;
    Mailer& mailer;
};

/// The one loop between the engine and the world; the server and the simulator both run it.
///
/// *Commit before release*: a batch's writes go to the store, and its outputs leave only after the
/// store has said that they are durable. Batches wait for each other: outputs leave in the order
/// in which the engine made them, also when a batch has nothing to write. A failed commit is
/// final: nothing of that batch or after it leaves, and the host is told to stop.
///
/// Mails leave when the outputs may, for they tell of what was written.
///
/// Questions of a batch are asked after its writes were submitted, so that the answer sees them.
///
/// The driver calls `link_*` as things happen, then `turn` once per turn (also when the store or
/// the hasher has woken it, and at `next_deadline`). One thread; no call blocks or throws.
class Pump final : public TransportEvents {
 public:
    Pump(engine::Engine& engine, Ports ports);

    void link_opened(LinkId link, const LinkInfo& info, Now now) override;
    void link_bytes(LinkId link, std::string_view bytes, Now now) override;
    void link_closed(LinkId link, CloseReason reason, Now now) override;
    void link_drained(LinkId link, Now now) override;

    /// Collects what the ports have finished, handles what is due, and lets go what may go.
    void turn(Now now);
    [[nodiscard]] std::optional<MonoTime> next_deadline() const;

    /// Answers from the desk to what is durable by now.
    [[nodiscard]] std::vector<session::DeskAnswer> take_desk_answers() {
        return std::exchange(desk_answers_, {});
    }

    /// Batches whose writes are not durable yet.
    [[nodiscard]] std::size_t batches_waiting() const { return waiting_.size(); }
    [[nodiscard]] bool failed() const { return failed_; }

 private:
    struct Waiting {
        BatchId batch;
        bool durable = false;
        std::vector<Output> outputs;
        std::vector<session::DeskAnswer> desk_answers{};
        std::vector<Mail> mails{};
    };

    void collect_hash_answers(Now now);
    void collect_mail_answers(Now now);
    void collect_replies(Now now);
    void pass_health(Now now);
    void collect_commits();
    void submit_batch();
    void submit_writes();
    void release_durable();
    void take_answers(std::vector<session::DeskAnswer>& answers);
    void send_mails(std::vector<Mail>& mails);
    void fail();

    engine::Engine& engine_;
    Ports ports_;
    std::deque<Waiting> waiting_;
    engine::Batch batch_;  // reused
    std::vector<session::DeskAnswer> desk_answers_;
    std::vector<Output> spare_;                    // memory of the last released batch, reused
    std::vector<Commit> commits_;                  // reused
    std::vector<HashAnswer> answers_;              // reused
    std::vector<MailAnswer> mail_answers_;         // reused
    std::vector<QueryAnswer> replies_;             // reused
    StoreHealth health_ = StoreHealth::accepting;  // as the engine knows it
    std::uint64_t batches_taken_ = 0;
    std::size_t questions_open_ = 0;  // asked and not answered
    bool failed_ = false;
};

}  // namespace brusio::pump
