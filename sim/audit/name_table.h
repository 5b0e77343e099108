#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/audit/digest_map.h"

namespace brusio::sim {

/// A nick or room as the auditor counts it: equal under case mapping, equal number.
using NameId = std::uint32_t;

/// Numbers for names, in order of first sight; never forgets.
class NameTable {
 public:
    NameId id_of(std::string_view name);
    /// As it was spelt at first sight.
    [[nodiscard]] const std::string& name(NameId id) const { return names_[id]; }
    [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
    DigestMap by_folded_;
    DigestMap by_spelling_;  // saves the folding
    std::vector<std::string> names_;
};

}  // namespace brusio::sim
