#include "core/session/accounts/service_names.h"

#include <algorithm>
#include <array>

#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

constexpr std::array<std::string_view, 10> services{
    "NickServ", "ChanServ", "MemoServ", "HostServ", "OperServ",
    "BotServ",  "SaslServ", "HistServ", "Services", "Global",
};

}  // namespace

std::span<const std::string_view> service_names() { return services; }

bool is_service_name(std::string_view nick) {
    return std::any_of(services.begin(), services.end(),
                       [&](std::string_view service) { return wire::names_equal(service, nick); });
}

}  // namespace brusio::session
