#include "bench/compare/table.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace brusio::bench {
namespace {

const std::string floor_name = "floor";
const std::string own_name = "Brusio";
constexpr double growth_due = 1.3;  // times the floor's own
constexpr double tags_due_percent = 15;

std::string number(double value, int decimals) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

std::optional<double> median_of(std::vector<double> values) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// The median of the quotients of runs that belong together, by their turn.
std::optional<double> median_quotient(const std::vector<double>& values,
                                      const std::vector<double>& by) {
    std::vector<double> quotients;
    if (values.size() != by.size()) return std::nullopt;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (by[i] > 0) quotients.push_back(values[i] / by[i]);
    }
    return median_of(std::move(quotients));
}

std::string verdict(std::optional<bool> met) {
    if (!met) return "";
    return *met ? ": met" : ": MISSED";
}

/// Lines of equal length, each column as wide as its widest cell.
std::string aligned(const std::vector<std::vector<std::string>>& lines) {
    std::vector<std::size_t> widths;
    for (const auto& line : lines) {
        widths.resize(std::max(widths.size(), line.size()), 0);
        for (std::size_t i = 0; i < line.size(); ++i) {
            widths[i] = std::max(widths[i], line[i].size());
        }
    }
    std::string text;
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            text += line[i] + std::string(widths[i] - line[i].size() + 2, ' ');
        }
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
    }
    return text;
}

}  // namespace

bool Table::Cell::faulty() const {
    return failed || std::any_of(reports.begin(), reports.end(),
                                 [](const Report& report) { return report.faulty(); });
}

void Table::add(const std::string& trial, const std::string& contender, Report report) {
    cells_[{trial, contender}].reports.push_back(std::move(report));
}

void Table::add_failure(const std::string& trial, const std::string& contender) {
    cells_[{trial, contender}].failed = true;
}

std::vector<double> Table::values(const std::string& trial, const std::string& contender,
                                  const std::string& key) const {
    std::vector<double> found;
    const auto cell = cells_.find({trial, contender});
    if (cell == cells_.end()) return found;
    for (const Report& report : cell->second.reports) {
        if (const auto value = report.value(key)) found.push_back(*value);
    }
    return found;
}

std::optional<double> Table::median(const std::string& trial, const std::string& contender,
                                    const std::string& key) const {
    return median_of(values(trial, contender, key));
}

std::optional<double> Table::ratio(const std::string& trial, const std::string& contender,
                                   const std::string& key) const {
    return median_quotient(values(trial, contender, key), values(trial, floor_name, key));
}

std::optional<double> Table::quotient(const std::string& trial, const std::string& by_trial,
                                      const std::string& contender) const {
    return median_quotient(values(trial, contender, "cpu_us"),
                           values(by_trial, contender, "cpu_us"));
}

bool Table::faulty() const {
    return std::any_of(cells_.begin(), cells_.end(),
                       [](const auto& entry) { return entry.second.faulty(); });
}

std::string Table::number_text(const Trial& trial, const Row& row,
                               const Contender& contender) const {
    const auto found = cells_.find({trial.id, contender.name});
    if (found == cells_.end()) return "-";
    std::string text = found->second.faulty() ? "FAULTY " : "";
    const auto value = median(trial.id, contender.name, row.key);
    if (!value) return text + "-";
    text += number(*value, row.decimals);
    const auto multiple = ratio(trial.id, contender.name, row.key);
    const bool compared = multiple && contender.kind != ContenderKind::floor;
    return compared ? text + " (" + number(*multiple, 2) + "x)" : text;
}

std::string Table::due_text(const Trial& trial, const Row& row) const {
    if (!row.due) return "";
    const bool is_ratio = row.scale == Scale::ratio_to_floor;
    const auto value =
        is_ratio ? ratio(trial.id, own_name, row.key) : median(trial.id, own_name, row.key);
    if (row.scale == Scale::at_least) {
        return ">= " + number(*row.due, 0) +
               verdict(value ? std::optional{*value >= *row.due} : std::nullopt);
    }
    return "<= " + number(*row.due, 2) + (is_ratio ? "x" : "") +
           verdict(value ? std::optional{*value <= *row.due} : std::nullopt);
}

Table::Line Table::growth_line() const {
    Line line{"growth from few to many members"};
    for (const Contender& contender : contenders_) {
        const auto growth = quotient("growth_many", "growth_few", contender.name);
        line.push_back(growth ? number(*growth, 2) + "x" : "-");
    }
    const auto own = quotient("growth_many", "growth_few", own_name);
    const auto floor = quotient("growth_many", "growth_few", floor_name);
    const bool known = own && floor;
    line.push_back("<= " + number(growth_due, 1) + "x the floor's" +
                   verdict(known ? std::optional{*own <= growth_due * *floor} : std::nullopt));
    return line;
}

std::optional<double> Table::tags_percent(const std::string& contender,
                                          const std::string& trial) const {
    const auto more = quotient(trial + "_tags", trial, contender);
    if (!more) return std::nullopt;
    return (*more - 1) * 100;
}

Table::Line Table::tags_line(const std::string& trial) const {
    Line line{"every tag costs more, " + trial};
    for (const Contender& contender : contenders_) {
        const auto percent = tags_percent(contender.name, trial);
        line.push_back(percent ? number(*percent, 0) + " %" : "-");
    }
    const auto own = tags_percent(own_name, trial);
    line.push_back("<= " + number(tags_due_percent, 0) + " %" +
                   verdict(own ? std::optional{*own <= tags_due_percent} : std::nullopt));
    return line;
}

std::string Table::text() const {
    std::vector<Line> lines(1, Line{""});
    for (const Contender& contender : contenders_) lines[0].push_back(contender.name);
    lines[0].push_back("due of Brusio");
    for (const Trial& trial : trials_) {
        for (const Row& row : trial.rows) {
            Line line{row.label + ", " + row.unit};
            for (const Contender& contender : contenders_) {
                line.push_back(number_text(trial, row, contender));
            }
            line.push_back(due_text(trial, row));
            lines.push_back(std::move(line));
        }
    }
    lines.push_back(growth_line());
    lines.push_back(tags_line("sparse"));
    lines.push_back(tags_line("saturated"));
    return aligned(lines);
}

std::string Table::json_lines() const {
    std::string text;
    for (const auto& [key, cell] : cells_) {
        const std::string head =
            "{\"trial\":\"" + key.first + "\",\"server\":\"" + key.second + "\",";
        for (const Report& report : cell.reports) text += head + report.json().substr(1) + "\n";
        if (cell.failed) text += head + "\"failed\":true}\n";
    }
    return text;
}

}  // namespace brusio::bench
