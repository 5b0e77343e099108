#include "core/wire/capabilities.h"

#include <algorithm>
#include <array>

#include "core/base/assert.h"

namespace brusio::wire {
namespace {

constexpr std::array rows = {
#define BRUSIO_CAPABILITY_ROW(enumerator, name, value, spec) \
    CapabilityRow{Capability::enumerator, name, value, spec},
    BRUSIO_CAPABILITIES(BRUSIO_CAPABILITY_ROW)
#undef BRUSIO_CAPABILITY_ROW
};

static_assert(rows.size() <= 64, "a CapabilitySet has a bit for each row");

}  // namespace

std::span<const CapabilityRow> capability_rows() { return rows; }

const CapabilityRow& capability_row(Capability capability) {
    const auto place = static_cast<std::size_t>(capability);
    BRUSIO_ASSERT(place < rows.size() && rows[place].capability == capability);
    return rows[place];
}

std::optional<Capability> find_capability(std::string_view name) {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [name](const CapabilityRow& row) { return row.name == name; });
    if (found == rows.end()) return std::nullopt;
    return found->capability;
}

}  // namespace brusio::wire
