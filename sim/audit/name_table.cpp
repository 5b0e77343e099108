#include "sim/audit/name_table.h"

#include "sim/audit/text_line.h"
#include "sim/time/trace.h"

namespace brusio::sim {

NameId NameTable::id_of(std::string_view name) {
    const std::uint64_t spelling = digest(name);
    if (const auto known = by_spelling_.find(spelling)) return static_cast<NameId>(*known);
    const std::uint64_t key = digest(folded(name));
    auto id = static_cast<NameId>(names_.size());
    if (const auto known = by_folded_.find(key)) {
        id = static_cast<NameId>(*known);
    } else {
        names_.emplace_back(name);
        by_folded_.set(key, id);
    }
    by_spelling_.set(spelling, id);
    return id;
}

}  // namespace brusio::sim
