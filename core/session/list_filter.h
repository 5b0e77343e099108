#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/room/room.h"

namespace brusio::session {

/// Numbers strictly between two bounds.
struct OpenRange {
    std::int64_t above = std::numeric_limits<std::int64_t>::min();
    std::int64_t below = std::numeric_limits<std::int64_t>::max();

    [[nodiscard]] bool is_set() const {
        return above != std::numeric_limits<std::int64_t>::min() ||
               below != std::numeric_limits<std::int64_t>::max();
    }
    [[nodiscard]] bool holds(std::int64_t value) const { return above < value && value < below; }
};

/// What LIST was asked for: channel names or masks, and the conditions C M N T U of ELIST, parted
/// by commas, in one parameter or in two. All conditions have to be met; of several names or masks,
/// one (Modern IRC, LIST message; ELIST parameter).
class ListFilter {
 public:
    explicit ListFilter(std::span<const std::string_view> params);

    [[nodiscard]] bool admits(const room::Room& room, WallTime now) const;
    /// The folded names, if rooms were named and nothing has to be searched; else empty.
    [[nodiscard]] std::span<const std::string> exact_names() const;

 private:
    void read(std::string_view item);
    [[nodiscard]] bool read_condition(std::string_view item);

    std::vector<std::string> masks_;      // folded; one of them has to match, if there are any
    std::vector<std::string> not_masks_;  // folded; none of them may match
    OpenRange users_;
    OpenRange created_ago_ms_;
    OpenRange topic_ago_ms_;
    bool has_wildcards_ = false;
};

}  // namespace brusio::session
