#include "core/wire/capabilities.h"

#include <algorithm>
#include <array>

#include "core/base/assert.h"

namespace brusio::wire {
namespace {

constexpr std::array capability_table = {
#define BRUSIO_CAPABILITY_ROW(enumerator, name, value, spec) \
    CapabilityRow{Capability::enumerator, name, value, spec},
    BRUSIO_CAPABILITIES(BRUSIO_CAPABILITY_ROW)
#undef BRUSIO_CAPABILITY_ROW
};

static_assert(capability_table.size() <= 64, "a CapabilitySet has a bit for each row");

}  // namespace

std::span<const CapabilityRow> capability_rows() { return capability_table; }

const CapabilityRow& capability_row(Capability capability) {
    const auto place = static_cast<std::size_t>(capability);
    BRUSIO_ASSERT(place < capability_table.size() &&
                  capability_table[place].capability == capability);
    return capability_table[place];
}

std::optional<Capability> find_capability(std::string_view name) {
    const auto found = std::find_if(capability_table.begin(), capability_table.end(),
                                    [name](const CapabilityRow& row) { return row.name == name; });
    if (found == capability_table.end()) return std::nullopt;
    return found->capability;
}

}  // namespace brusio::wire
