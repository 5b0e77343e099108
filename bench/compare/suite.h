#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bench/compare/contender.h"
#include "bench/load/report.h"
#include "bench/load/workloads.h"

namespace brusio::bench {

/// How what is due of Brusio is to be read.
enum class Scale : std::uint8_t {
    ratio_to_floor,  // at most so many times the floor's number
    at_most,
    at_least,
};

/// One line of the table: a number of a trial's report, and what is due.
struct Row {
    std::string label;
    std::string key;  // of the report
    std::string unit;
    int decimals = 2;
    Scale scale = Scale::ratio_to_floor;
    std::optional<double> due = std::nullopt;
};

/// One workload of the table.
struct Trial {
    std::string id;
    Features features = Features::plain;
    std::vector<Row> rows;
    std::function<Report(const Bench&)> run;
};

/// How thorough the suite is. `quick` is for every day: smaller rooms, shorter looks.
enum class Depth : std::uint8_t { quick, full };

/// The workloads of the table, in its order.
std::vector<Trial> make_suite(Depth depth);

/// Whether `contender` can run `trial` (ngIRCd and the floor know no tags).
bool can_run(const Contender& contender, const Trial& trial);

}  // namespace brusio::bench
