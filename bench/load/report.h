#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brusio::bench {

/// What one workload found: numbers and texts with names, in the order in which they were added.
class Report {
 public:
    explicit Report(std::string workload) : workload_(std::move(workload)) {}

    void add(std::string_view key, std::string_view label, double value, std::string_view unit,
             int decimals = 0);
    void add_text(std::string_view key, std::string_view label, std::string_view text);
    /// Something was lost, doubled, reordered or unexpected: the run must not count as a success.
    void set_faulty() { faulty_ = true; }

    [[nodiscard]] bool faulty() const { return faulty_; }
    [[nodiscard]] const std::string& workload() const { return workload_; }
    [[nodiscard]] std::optional<double> value(std::string_view key) const;
    /// One readable block of lines.
    [[nodiscard]] std::string text() const;
    /// One JSON object on one line.
    [[nodiscard]] std::string json() const;

 private:
    struct Entry {
        std::string key;
        std::string label;
        std::optional<double> value;
        std::string text;  // the value as it is shown
        std::string unit;
    };

    std::string workload_;
    std::vector<Entry> entries_;
    bool faulty_ = false;
};

}  // namespace brusio::bench
