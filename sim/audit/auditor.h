#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "core/ports/store.h"
#include "core/ports/transport.h"
#include "sim/audit/heard_line.h"
#include "sim/audit/ledger.h"
#include "sim/audit/observer.h"

namespace brusio::sim {

/// The independent judge of a run: it sees what clients write and read, what the server releases
/// what it submits and what a crash leaves of that, and knows nothing of how any of it came about.
class Auditor {
 public:
    Auditor(const EventQueue& events, const Trace& trace) : findings_(events, trace) {}

    // ---- the clients' side ----
    void client_opened(LinkId link, LinkKind kind, std::string_view who);
    void client_wrote(LinkId link, std::string_view bytes);
    void client_read(LinkId link, std::string_view bytes);
    /// The client's end is gone, whoever ended it: what it had under way may be lost.
    void client_ended(LinkId link);

    // ---- the server's side ----
    void submitted(std::span<const Write> writes);
    /// The first batch that was not: batches become durable in the order of submission.
    void became_durable();
    void released(std::span<const Output> outputs);
    void server_link_opened(LinkId link) { server_.link_opened(link); }
    void server_link_closed(LinkId link) { server_.link_closed(link); }
    void turn_ended() { server_.turn_ended(); }
    /// The program is gone with all its links. What is on the disk is found out at the next start.
    void server_crashed() { server_.crashed(); }
    void server_started(const Recovered& found);

    // ---- the end of a run ----
    /// Whether a broken link may have cost anything.
    enum class Weathered : std::uint8_t { no, yes };
    /// Nothing is under way any more: what should have been seen has been seen.
    void settle(Weathered weathered);
    /// Somebody was disconnected though nothing gave a reason for it.
    void harmed(std::string_view who, std::string_view how);
    /// Something is left that should be gone (O16), or passed its bound (O15).
    void exceeded(std::string_view oracle, std::string_view what);

    [[nodiscard]] const Findings& findings() const { return findings_; }
    [[nodiscard]] std::uint64_t messages_seen() const;
    [[nodiscard]] std::uint64_t messages_sent() const { return sent_.all().size(); }

 private:
    Observer* find(LinkId link);
    void wrote_line(LinkId link, std::string_view line);

    Findings findings_;
    NameTable names_;
    LineReader reader_{names_};
    SentBook sent_;
    Ledger ledger_{findings_};
    ServerModel server_{findings_, names_, sent_};
    struct Client {
        LinkId link;
        std::unique_ptr<Observer> observer;
        std::string partial;  // of what it writes
    };
    std::vector<Client> clients_;  // by the link's slot
    std::uint64_t seen_by_gone_ = 0;
    bool plain_seen_ = false;
};

}  // namespace brusio::sim
