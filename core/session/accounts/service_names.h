#pragma once

#include <span>
#include <string_view>

namespace brusio::session {

/// Who answers help for those who look for the services of other networks.
[[nodiscard]] std::span<const std::string_view> service_names();
/// True for NickServ and the like, whatever the case.
[[nodiscard]] bool is_service_name(std::string_view nick);

}  // namespace brusio::session
