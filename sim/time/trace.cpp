#include "sim/time/trace.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/keyed_random.h"

namespace brusio::sim {

namespace {

constexpr std::uint64_t digest_factor = 0x9FB21C651E98DF25U;

// The same number on every machine.
std::uint64_t load_word(const char* from) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    return word;
}

std::uint64_t load_rest(const char* from, std::size_t count) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < count; ++i) {
        word |= static_cast<std::uint64_t>(static_cast<unsigned char>(from[i])) << (8 * i);
    }
    return word;
}

std::uint64_t stir(std::uint64_t state, std::uint64_t word) {
    state = (state ^ word) * digest_factor;
    return state ^ (state >> 29);
}

}  // namespace

std::uint64_t digest(std::string_view bytes) {
    std::uint64_t state = bytes.size() * digest_factor;
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= 8; left -= 8, at += 8) state = stir(state, load_word(at));
    if (left > 0) state = stir(state, load_rest(at, left));
    return mix64(state);
}

void Trace::add(MonoTime at, EventKind kind, std::uint32_t subject, std::uint64_t detail,
                std::string_view text) {
    ++count_;
    hash_ = stir(hash_, static_cast<std::uint64_t>(at.since_origin.count()));
    hash_ = stir(hash_, (static_cast<std::uint64_t>(kind) << 32) | subject);
    hash_ = stir(hash_, detail);
    if (!text.empty()) hash_ = stir(hash_, digest(text));
    if (count_ % checkpoint_events == 0) checkpoints_.push_back(hash_);
    if (sink_ != nullptr) sink_->row(TraceRow{count_, at, kind, subject, detail, text});
}

std::optional<TraceSpan> diverging_span(const Trace& a, const Trace& b) {
    if (a.hash() == b.hash() && a.event_count() == b.event_count()) return std::nullopt;
    const auto& left = a.checkpoints();
    const auto& right = b.checkpoints();
    const std::size_t both = std::min(left.size(), right.size());
    std::size_t same = 0;
    while (same < both && left[same] == right[same]) ++same;
    const std::uint64_t after = same * Trace::checkpoint_events;
    return TraceSpan{after, after + Trace::checkpoint_events};
}

void SpanRecorder::row(const TraceRow& row) {
    if (row.number > span_.after && row.number <= span_.upto) rows_.push_back(to_text(row));
}

}  // namespace brusio::sim
