#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "transport/filter/byte_filter.h"

namespace brusio::filter {

/// Two filters as one: `lower` is next to the wire, `upper` speaks through it.
class FilterStack final : public ByteFilter {
 public:
    FilterStack(std::unique_ptr<ByteFilter> upper, std::unique_ptr<ByteFilter> lower);

    void receive(std::string_view wire, std::string& up, std::string& down) override;
    void send(std::string_view plain, std::string& down) override;
    void close(std::string& down) override;
    /// The upper one's, unless the lower one has ended or is not yet open.
    [[nodiscard]] FilterState state() const override;
    [[nodiscard]] std::string reason() const override;
    void describe(LinkInfo& info) const override;
    [[nodiscard]] bool awaits_proxy() const override { return lower_->awaits_proxy(); }

 private:
    std::unique_ptr<ByteFilter> upper_;
    std::unique_ptr<ByteFilter> lower_;
};

}  // namespace brusio::filter
