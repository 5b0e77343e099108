#include "bench/floor/turn_output.h"

#include "core/base/assert.h"

namespace brusio::bench {

Span TurnOutput::line_since(std::size_t offset) const {
    BRUSIO_ASSERT(offset <= bytes_.size());
    return Span{static_cast<std::uint32_t>(offset),
                static_cast<std::uint32_t>(bytes_.size() - offset), 0};
}

void TurnOutput::give(std::uint32_t slot, Span line) {
    if (slot >= chains_.size()) chains_.resize(slot + 1);
    Chain& chain = chains_[slot];
    if (chain.tail != 0 && spans_[chain.tail].end() == line.offset) {
        spans_[chain.tail].size += line.size;
        return;
    }
    const auto index = static_cast<std::uint32_t>(spans_.size());
    spans_.push_back(line);
    if (chain.tail == 0) {
        chain.head = index;
        recipients_.push_back(slot);
    } else {
        spans_[chain.tail].next = index;
    }
    chain.tail = index;
}

void TurnOutput::collect(std::uint32_t slot, std::vector<iovec>& vectors) {
    vectors.clear();
    for (std::uint32_t at = chains_[slot].head; at != 0; at = spans_[at].next) {
        vectors.push_back({bytes_.data() + spans_[at].offset, spans_[at].size});
    }
}

void TurnOutput::drop(std::uint32_t slot) {
    if (slot >= chains_.size() || chains_[slot].head == 0) return;
    spans_[chains_[slot].head].size = 0;
    spans_[chains_[slot].head].next = 0;
    chains_[slot].tail = chains_[slot].head;
}

void TurnOutput::clear() {
    for (const std::uint32_t slot : recipients_) chains_[slot] = Chain{};
    recipients_.clear();
    spans_.resize(1);
    bytes_.clear();
}

}  // namespace brusio::bench
