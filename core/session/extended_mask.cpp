#include "core/session/extended_mask.h"

#include <string>

#include "core/base/assert.h"
#include "core/wire/case_mapping.h"
#include "core/wire/user_mask.h"

namespace brusio::session {

namespace {

/// The letter of "~x:rest". A user name may begin with '~' too, but holds no colon.
std::optional<char> extension_of(std::string_view text) {
    const bool is_extended = text.size() >= 3 && text[0] == extended_mask_prefix && text[2] == ':';
    return is_extended ? std::optional{text[1]} : std::nullopt;
}

}  // namespace

std::optional<room::MaskEntry> read_mask(std::string_view text) {
    constexpr std::size_t extension_bytes = 3;
    room::MaskEntry entry;
    std::string_view rest = text;
    if (extension_of(rest) == mute_mask_letter) {
        entry.reach = room::MaskReach::speech;
        rest.remove_prefix(extension_bytes);
    }
    if (extension_of(rest) == account_mask_letter) {
        entry.subject = room::MaskSubject::account;
        rest.remove_prefix(extension_bytes);
    }
    if (rest.empty() || extension_of(rest)) return std::nullopt;
    entry.pattern_at = text.size() - rest.size();
    entry.mask = text.substr(0, entry.pattern_at);
    entry.mask += entry.subject == room::MaskSubject::account ? std::string{rest}
                                                              : wire::normalise_mask(rest);
    entry.folded = wire::fold(entry.mask);
    if (entry.subject == room::MaskSubject::hostmask) {
        entry.range = IpRange::parse(entry.mask.substr(entry.mask.rfind('@') + 1));
    }
    BRUSIO_ASSERT(entry.pattern_at < entry.folded.text.size());
    return entry;
}

}  // namespace brusio::session
