#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "core/base/keyed_random.h"
#include "core/ports/store.h"
#include "sim/time/event_queue.h"
#include "sim/time/trace.h"
#include "sim/weather/server_weather.h"
#include "sim/world/reach.h"
#include "storage/memory/memory_store.h"

namespace brusio::sim {

/// A store on a simulated disk. One sync is under way at a time, takes virtual time, and makes
/// durable what had been submitted when it began; everything after waits for the next one. A crash
/// leaves what is durable and, by chance, the first few of the batches that were not. All chance is
/// keyed by the virtual moment.
class SimStore final : public Store {
 public:
    struct Parts {
        EventQueue& events;
        Trace& trace;
        Reach& reach;
        KeyedRandom chance;
    };
    SimStore(const Parts& parts, const ServerWeather& weather);

    /// Of a log, older entries are not kept.
    static constexpr std::size_t entries_per_log_max = 1'000;

    void submit(BatchId batch, std::span<const Write> writes) override;
    void collect(std::vector<Commit>& ended) override;
    void ask(Question question) override;
    void collect_answers(std::vector<QueryAnswer>& answers) override;
    [[nodiscard]] StoreHealth health() const override;

    /// Handles `store_syncs`. True if the driver has something to collect.
    bool handle(const Event& event);

    // ---- what happens to the disk ----
    void change_weather(const ServerWeather& weather) { weather_ = weather; }
    /// From now on nothing more should be submitted; what is, is kept.
    void fill_up();
    void make_room() { full_ = false; }
    /// The sync that is under way, or the next one, ends no earlier than that.
    void stall_until(MonoTime until);
    /// The sync that is under way, or the next one, fails.
    void fail_sync() { fails_next_ = true; }
    /// The program that had the store open is gone, and the next one opens it.
    void crash();

    // ---- what is to be seen ----
    /// When the sync that is under way ends; none if there is none.
    [[nodiscard]] std::optional<MonoTime> sync_ends() const;
    /// Batches that are submitted and not durable.
    [[nodiscard]] std::size_t batches_waiting() const { return waiting_.size(); }
    [[nodiscard]] std::size_t messages_kept() const { return disk_.messages_kept(); }
    /// What an engine that starts now is to know.
    [[nodiscard]] Kept kept() const { return disk_.kept(); }
    /// What the disk holds of the log of a conversation, oldest first.
    [[nodiscard]] std::vector<MessageRecord> log_of(ConversationId conversation);

 private:
    struct Waiting {
        BatchId batch;
        std::vector<Write> writes;
    };
    struct Asked {
        std::uint64_t after = 0;  // batches submitted before it
        Question question;
    };

    [[nodiscard]] std::uint64_t draw(std::string_view purpose) const;
    [[nodiscard]] bool is_instant() const;
    void begin_sync();
    void end_sync();
    void fail();
    void make_durable(std::size_t count);
    void answer_asked();

    EventQueue& events_;
    Trace& trace_;
    Reach& reach_;
    KeyedRandom chance_;
    ServerWeather weather_;
    MemoryStore disk_{{.recent_messages_per_room_max = entries_per_log_max}};
    std::deque<Waiting> waiting_;  // in order of submission
    std::size_t in_sync_ = 0;      // of them, under way
    std::deque<Asked> asked_;      // not answered yet
    std::vector<Commit> ended_;    // not collected yet
    std::uint64_t submitted_ = 0;
    std::uint64_t syncs_ = 0;  // names the one under way
    MonoTime sync_ends_;
    bool full_ = false;
    bool failed_ = false;
    bool fails_next_ = false;
};

}  // namespace brusio::sim
