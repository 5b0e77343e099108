#pragma once

#include <cstdint>
#include <vector>

#include "bench/load/churn.h"
#include "bench/load/login.h"
#include "bench/load/report.h"
#include "bench/load/swarm.h"
#include "bench/load/talk.h"
#include "bench/load/target.h"

namespace brusio::bench {

/// The server under load and how the load behaves towards it.
struct Bench {
    Target target;
    int server_pid = 0;  // 0: unknown, then nothing is said of its CPU and memory
    CapWish caps{};
    Swarm::Wait wait = Swarm::Wait::sleep;
    std::uint32_t window = 64;  // logins under way at a time
};

/// Each opens its links, measures, and closes them again. They throw std::runtime_error if the
/// server refuses or ends a link, std::invalid_argument if the plan makes no sense. Nicks differ
/// from run to run, so that a server may still be busy with the links of the last one.

/// What is asked of a server that acknowledges, by its echo, only what it has stored.
struct DurablePlan {
    std::uint32_t links = 50;                         // each talks in a room of its own
    double rate = 5'000;                              // messages a second, all together; 0: none
    std::vector<std::uint32_t> depths{1, 4, 16, 64};  // then as fast as it goes: in flight per link
    std::size_t bytes = 64;                           // of text
    double warm_up_seconds = 1;
    double seconds = 10;  // of each
};

/// The conversations of `plan`, in the order in which they are measured.
std::vector<TalkPlan> durable_talks(const DurablePlan& plan);

/// Room members hear the senders: CPU per delivery, latency, faults. Those in rooms of their own
/// hear themselves, and std::runtime_error says so if the server has no labelled echoes.
Report run_talk(const Bench& bench, TalkPlan plan);
/// People join and part: CPU per delivered line.
Report run_churn(const Bench& bench, ChurnPlan plan);
/// `links` registered links do nothing: resident memory per link (needs the server's pid), CPU.
Report run_idle(const Bench& bench, std::uint32_t links, double quiet_seconds);
/// `links` links register: registrations a second.
Report run_registration(const Bench& bench, std::uint32_t links);

}  // namespace brusio::bench
