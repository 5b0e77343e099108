#pragma once

#include <string>
#include <string_view>

#include "core/base/text.h"

namespace brusio::client {

class Isupport;

/// Which letters a server holds for equal (modern IRC, "CASEMAPPING Parameter").
enum class CaseMapping {
    rfc1459,         ///< ASCII, and {}|^ are the small forms of []\~; the default
    rfc1459_strict,  ///< the same without ^ and ~
    ascii,           ///< also taken for mappings we do not know
};

[[nodiscard]] CaseMapping case_mapping_of(const Isupport& isupport);
[[nodiscard]] Folded fold_name(CaseMapping mapping, std::string_view name);
/// True if both fold to the same name. Allocates nothing.
[[nodiscard]] bool same_name(CaseMapping mapping, std::string_view a, std::string_view b);

/// Where `name`, which is not empty, stands in `text` from `from` on, under the mapping; npos if it
/// does not.
[[nodiscard]] std::size_t find_name(CaseMapping mapping, std::string_view text,
                                    std::string_view name, std::size_t from);

/// True if `text` can be one parameter in the middle of a line: not empty, no space, CR, LF or NUL,
/// no ':' in front.
[[nodiscard]] bool is_middle_param(std::string_view text);

/// `text` without what would end the line: CR, LF and NUL are left out.
[[nodiscard]] std::string one_line(std::string_view text);

/// `text` if it is UTF-8, else its bytes read as Latin-1: what old clients write.
[[nodiscard]] std::string to_utf8(std::string_view text);

/// The nick of a source "nick!user@host", or the whole of it; and its "user@host", or "".
[[nodiscard]] std::string_view nick_of(std::string_view source);
[[nodiscard]] std::string_view mask_of(std::string_view source);

}  // namespace brusio::client
