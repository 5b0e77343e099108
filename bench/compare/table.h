#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bench/compare/suite.h"

namespace brusio::bench {

/// The numbers of a table: the reports of every trial and contender.
class Table {
 public:
    Table(std::vector<Trial> trials, std::vector<Contender> contenders)
        : trials_(std::move(trials)), contenders_(std::move(contenders)) {}

    /// Adds what one run found.
    void add(const std::string& trial, const std::string& contender, Report report);
    /// Notes that a run failed; the table is then faulty.
    void add_failure(const std::string& trial, const std::string& contender);

    /// The median of the runs' numbers `key`; nothing if there is none.
    [[nodiscard]] std::optional<double> median(const std::string& trial,
                                               const std::string& contender,
                                               const std::string& key) const;
    /// The median of the multiples of the floor, each run against the floor's run of the same turn:
    /// what slows the machine for a while slows both. Nothing if runs have no counterpart.
    [[nodiscard]] std::optional<double> ratio(const std::string& trial,
                                              const std::string& contender,
                                              const std::string& key) const;
    /// True if any run failed or any message was lost, doubled, reordered or stray.
    [[nodiscard]] bool faulty() const;
    /// Side by side, a line a row, with multiples of the floor and what is due of Brusio.
    [[nodiscard]] std::string text() const;
    /// One JSON object a run, a line each.
    [[nodiscard]] std::string json_lines() const;

 private:
    struct Cell {
        std::vector<Report> reports;
        bool failed = false;

        [[nodiscard]] bool faulty() const;
    };
    using Line = std::vector<std::string>;

    [[nodiscard]] std::vector<double> values(const std::string& trial, const std::string& contender,
                                             const std::string& key) const;
    [[nodiscard]] std::optional<double> quotient(const std::string& trial,
                                                 const std::string& by_trial,
                                                 const std::string& contender) const;
    [[nodiscard]] std::string number_text(const Trial& trial, const Row& row,
                                          const Contender& contender) const;
    [[nodiscard]] std::string due_text(const Trial& trial, const Row& row) const;
    [[nodiscard]] std::optional<double> tags_percent(const std::string& contender,
                                                     const std::string& trial) const;
    [[nodiscard]] Line growth_line() const;
    [[nodiscard]] Line tags_line(const std::string& trial) const;

    std::vector<Trial> trials_;
    std::vector<Contender> contenders_;
    std::map<std::pair<std::string, std::string>, Cell> cells_;  // by trial and contender
};

}  // namespace brusio::bench
