#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/ports/store.h"

namespace brusio {

/// What a SearchQuery asks for, as this store understands it: a word is a run of ASCII letters and
/// digits and of bytes beyond the ASCII.
class SearchMatch {
 public:
    /// `query` outlives this.
    explicit SearchMatch(const SearchQuery& query);

    [[nodiscard]] bool holds(const MessageRecord& entry) const;

 private:
    using Words = std::vector<std::string>;  // in lower case

    static Words words_in(std::string_view text);
    static bool begins_somewhere(const Words& wanted, const Words& said);

    const SearchQuery& query_;
    std::vector<Words> wanted_;  // of each piece of the text between blanks
};

}  // namespace brusio
