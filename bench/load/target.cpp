#include "bench/load/target.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace brusio::bench {
namespace {

constexpr std::string_view scheme = "irc://";

[[noreturn]] void refuse(std::string_view url, std::string_view why) {
    throw std::invalid_argument("'" + std::string{url} + "' is no target: " + std::string{why});
}

std::uint16_t parse_port(std::string_view url, std::string_view text) {
    std::uint16_t port = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || rest != text.data() + text.size() || port == 0) {
        refuse(url, "the port must be a number from 1 to 65535");
    }
    return port;
}

}  // namespace

Target parse_target(std::string_view url) {
    if (!url.starts_with(scheme)) refuse(url, "it must begin with irc://");
    std::string_view rest = url.substr(scheme.size());
    if (rest.ends_with('/')) rest.remove_suffix(1);
    Target target;
    const std::size_t colon = rest.find(':');
    target.host = rest.substr(0, colon);
    if (colon != std::string_view::npos) target.port = parse_port(url, rest.substr(colon + 1));
    if (target.host == "localhost") target.host = "127.0.0.1";
    in_addr address{};
    if (::inet_pton(AF_INET, target.host.c_str(), &address) != 1) {
        refuse(url, "the host must be a numeric IPv4 address or localhost");
    }
    return target;
}

std::string_view find_target(std::string_view text) {
    const std::size_t begin = text.find(scheme);
    if (begin == std::string_view::npos) return {};
    const std::string_view rest = text.substr(begin);
    const auto end = std::find_if(rest.begin() + scheme.size(), rest.end(), [](char c) {
        return c != '.' && c != ':' && (c < '0' || c > '9');
    });
    return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
}

}  // namespace brusio::bench
