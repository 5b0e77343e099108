#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace brusio::server {

// What ICU knows of names and passwords.

/// A function that gives the same text for names that look alike (UTS #39, skeletons), whatever
/// their case. Any thread. A name that ICU cannot read is its own skeleton.
[[nodiscard]] std::function<std::string(std::string_view)> name_skeletons();

/// A password as all mechanisms take it: SASLprep (RFC 4013); of a text that it forbids NFKC with
/// plain spaces, or as it is if nothing would be left of it.
[[nodiscard]] std::string prepared_password(std::string_view password);

}  // namespace brusio::server
