#include "transport/filter/filter_stack.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"

namespace brusio::filter {

FilterStack::FilterStack(std::unique_ptr<ByteFilter> upper, std::unique_ptr<ByteFilter> lower)
    : upper_(std::move(upper)), lower_(std::move(lower)) {
    BRUSIO_ASSERT(upper_ != nullptr && lower_ != nullptr);
}

void FilterStack::receive(std::string_view wire, std::string& up, std::string& down) {
    std::string between;
    lower_->receive(wire, between, down);
    if (between.empty()) return;
    std::string answer;
    upper_->receive(between, up, answer);
    if (!answer.empty()) lower_->send(answer, down);
}

void FilterStack::send(std::string_view plain, std::string& down) {
    std::string between;
    upper_->send(plain, between);
    if (!between.empty()) lower_->send(between, down);
}

void FilterStack::close(std::string& down) {
    std::string goodbye;
    upper_->close(goodbye);
    if (!goodbye.empty()) lower_->send(goodbye, down);
    lower_->close(down);
}

FilterState FilterStack::state() const {
    const FilterState lower = lower_->state();
    if (lower == FilterState::handshaking) return lower;
    if (lower == FilterState::open) return upper_->state();
    return std::max(lower, upper_->state());
}

std::string FilterStack::reason() const {
    return lower_->state() == FilterState::failed ? lower_->reason() : upper_->reason();
}

void FilterStack::describe(LinkInfo& info) const {
    lower_->describe(info);
    upper_->describe(info);
}

}  // namespace brusio::filter
