#include "bench/compare/contest.h"

#include <algorithm>
#include <cstdio>
#include <exception>

#include "bench/load/descriptor.h"

namespace brusio::bench {
namespace {

bool wanted(const std::vector<std::string>& only, const std::string& name) {
    return only.empty() || std::find(only.begin(), only.end(), name) != only.end();
}

void run_cell(Table& table, const ContestPlan& plan, const Trial& trial,
              const Contender& contender) {
    std::fprintf(stderr, "%-16s %s\n", trial.id.c_str(), contender.name.c_str());
    try {
        const RunningContender server{contender, trial.features, plan.server_cpu};
        const Bench bench{server.target(), server.pid(), {}, plan.wait, contender.window};
        table.add(trial.id, contender.name, trial.run(bench));
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "  failed: %s\n", failure.what());
        table.add_failure(trial.id, contender.name);
    }
}

}  // namespace

Table hold_contest(const ContestPlan& plan) {
    std::vector<Trial> trials = make_suite(plan.depth);
    std::erase_if(trials, [&](const Trial& trial) { return !wanted(plan.only_trials, trial.id); });
    std::vector<Contender> contenders = find_contenders(plan.our_programs, plan.brusiod);
    std::erase_if(contenders, [&](const Contender& contender) {
        return !wanted(plan.only_contenders, contender.name);
    });
    pin_to_cpu(0, plan.load_cpu);
    Table table{trials, contenders};
    for (std::uint32_t run = 0; run < plan.runs; ++run) {
        for (const Trial& trial : trials) {
            for (const Contender& contender : contenders) {
                if (can_run(contender, trial)) run_cell(table, plan, trial, contender);
            }
        }
    }
    return table;
}

}  // namespace brusio::bench
