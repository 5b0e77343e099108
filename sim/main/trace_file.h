#pragma once

#include <cstdio>
#include <string>

#include "sim/time/trace.h"

namespace brusio::sim {

/// Writes every event as one JSON object a line.
class TraceFile final : public TraceSink {
 public:
    explicit TraceFile(const std::string& path) : file_(std::fopen(path.c_str(), "w")) {}
    ~TraceFile() override {
        if (file_ != nullptr) std::fclose(file_);
    }
    TraceFile(const TraceFile&) = delete;
    TraceFile& operator=(const TraceFile&) = delete;

    [[nodiscard]] bool is_open() const { return file_ != nullptr; }
    void row(const TraceRow& row) override { std::fprintf(file_, "%s\n", to_json(row).c_str()); }

 private:
    std::FILE* file_;
};

}  // namespace brusio::sim
