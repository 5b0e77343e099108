#include "transport/filter/http_upgrade.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/assert.h"
#include "transport/filter/ascii.h"

namespace brusio::filter {

namespace {

constexpr HttpRefusal bad_request(std::string_view sentence) {
    return {400, "Bad Request", sentence};
}
constexpr HttpRefusal upgrade_required(std::string_view sentence) {
    return {426, "Upgrade Required", sentence};
}

struct Header {
    std::string_view name;
    std::string_view value;
};

/// RFC 9110 section 5.6.2.
bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        const bool alphanumeric = (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
        return alphanumeric ||
               std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
    });
}

bool is_visible(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

/// What may stand in a header's value; bytes above ASCII are somebody's old habit.
bool is_value(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
    });
}

/// Takes one line off the front, without its CR LF; nothing if no CR LF ends it.
std::optional<std::string_view> take_line(std::string_view& head) {
    const std::size_t end = head.find("\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end + 2);
    return line;
}

std::optional<HttpRefusal> read_headers(std::string_view head, std::vector<Header>& headers) {
    while (true) {
        const std::optional<std::string_view> line = take_line(head);
        if (!line) return bad_request("A line does not end in CR LF.");
        if (line->empty()) break;
        const std::size_t colon = line->find(':');
        if (colon == std::string_view::npos || !is_token(line->substr(0, colon))) {
            return bad_request("A header has no name.");
        }
        const std::string_view value = line->substr(colon + 1);
        if (!is_value(value)) return bad_request("A header holds a control character.");
        headers.push_back({line->substr(0, colon), trimmed(value)});
    }
    if (!head.empty()) return bad_request("Something follows the request.");
    return std::nullopt;
}

/// All headers of a request, asked by name.
class Headers {
 public:
    explicit Headers(std::vector<Header> all) : all_(std::move(all)) {}

    [[nodiscard]] std::size_t count(std::string_view name) const {
        return static_cast<std::size_t>(
            std::count_if(all_.begin(), all_.end(),
                          [&](const Header& h) { return equal_ignoring_case(h.name, name); }));
    }
    /// The value of the first one; empty if there is none.
    [[nodiscard]] std::string_view value(std::string_view name) const {
        const auto found = std::find_if(all_.begin(), all_.end(), [&](const Header& h) {
            return equal_ignoring_case(h.name, name);
        });
        return found == all_.end() ? std::string_view{} : found->value;
    }
    /// The values of all of them, in their order.
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const {
        std::vector<std::string> values;
        for (const Header& header : all_) {
            if (equal_ignoring_case(header.name, name)) values.emplace_back(header.value);
        }
        return values;
    }
    /// The items of all of them, read as lists with commas.
    [[nodiscard]] std::vector<std::string_view> items(std::string_view name) const {
        std::vector<std::string_view> items;
        for (const Header& header : all_) {
            if (!equal_ignoring_case(header.name, name)) continue;
            std::string_view rest = header.value;
            while (!rest.empty()) {
                const std::size_t comma = std::min(rest.find(','), rest.size());
                const std::string_view item = trimmed(rest.substr(0, comma));
                if (!item.empty()) items.push_back(item);
                rest.remove_prefix(std::min(comma + 1, rest.size()));
            }
        }
        return items;
    }
    [[nodiscard]] bool lists(std::string_view name, std::string_view wanted) const {
        const std::vector<std::string_view> all = items(name);
        return std::any_of(all.begin(), all.end(), [&](std::string_view item) {
            return equal_ignoring_case(item, wanted);
        });
    }

 private:
    std::vector<Header> all_;
};

/// Sixteen bytes in base64: 22 digits, of which the last has four bits to spare, and two marks.
bool is_key(std::string_view key) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (key.size() != 24 || !key.ends_with("==")) return false;
    const std::size_t last = digits.find(key[21]);
    return key.substr(0, 22).find_first_not_of(digits) == std::string_view::npos && last % 16 == 0;
}

std::optional<HttpRefusal> judge_headers(const Headers& headers) {
    if (headers.count("Host") != 1) return bad_request("A request has one Host.");
    const std::string_view length = headers.value("Content-Length");
    if (headers.count("Transfer-Encoding") > 0 || headers.count("Content-Length") > 1 ||
        (!length.empty() && length != "0")) {
        return bad_request("A handshake has no body.");
    }
    if (!headers.lists("Upgrade", "websocket") || !headers.lists("Connection", "upgrade")) {
        return upgrade_required("Here is a chat server that speaks WebSocket.");
    }
    if (headers.count("Sec-WebSocket-Version") != 1 ||
        headers.value("Sec-WebSocket-Version") != "13") {
        return upgrade_required("Here is WebSocket version 13.");
    }
    if (headers.count("Sec-WebSocket-Key") != 1 || !is_key(headers.value("Sec-WebSocket-Key"))) {
        return bad_request("The Sec-WebSocket-Key is not 16 bytes in base64.");
    }
    if (headers.count("Origin") > 1) return bad_request("A request has one Origin at most.");
    return std::nullopt;
}

/// RFC 6455 section 4.2.2, point 5.4.
std::string accept_of(std::string_view key) {
    const std::string text = std::string{key} + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int bytes = 0;
    BRUSIO_ASSERT(
        EVP_Digest(text.data(), text.size(), digest.data(), &bytes, EVP_sha1(), nullptr) == 1);
    std::array<unsigned char, 64> base64{};
    const int length = EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(bytes));
    return {reinterpret_cast<const char*>(base64.data()), static_cast<std::size_t>(length)};
}

}  // namespace

std::optional<HttpRefusal> judge_request_line(std::string_view line) {
    const std::size_t method_end = line.find(' ');
    const std::size_t version_begin = line.rfind(' ');
    if (method_end == std::string_view::npos || version_begin == method_end) {
        return bad_request("This is no HTTP request.");
    }
    const std::string_view method = line.substr(0, method_end);
    const std::string_view version = line.substr(version_begin + 1);
    const std::string_view target = line.substr(method_end + 1, version_begin - method_end - 1);
    if (!is_token(method) || !target.starts_with('/') || !is_visible(target) ||
        !version.starts_with("HTTP/")) {
        return bad_request("This is no HTTP request.");
    }
    if (version != "HTTP/1.1") {
        return HttpRefusal{505, "HTTP Version Not Supported", "WebSocket needs HTTP/1.1."};
    }
    if (method != "GET") return HttpRefusal{405, "Method Not Allowed", "WebSocket needs GET."};
    return std::nullopt;
}

Result<UpgradeRequest, HttpRefusal> parse_upgrade(std::string_view head) {
    BRUSIO_ASSERT(head.size() <= request_head_bytes_max);
    const std::optional<std::string_view> line = take_line(head);
    if (!line) return Err{bad_request("This is no HTTP request.")};
    if (const auto refusal = judge_request_line(*line)) return Err{*refusal};
    std::vector<Header> all;
    if (const auto refusal = read_headers(head, all)) return Err{*refusal};
    const Headers headers{std::move(all)};
    if (const auto refusal = judge_headers(headers)) return Err{*refusal};
    UpgradeRequest request;
    request.key = headers.value("Sec-WebSocket-Key");
    if (headers.count("Origin") > 0) request.origin = headers.value("Origin");
    request.said.x_forwarded_for = headers.values("X-Forwarded-For");
    request.said.forwarded = headers.values("Forwarded");
    request.said.x_forwarded_proto = headers.values("X-Forwarded-Proto");
    for (const std::string_view item : headers.items("Sec-WebSocket-Protocol")) {
        if (!is_token(item)) return Err{bad_request("A subprotocol has no name.")};
        request.protocols.emplace_back(item);
    }
    return request;
}

std::string upgrade_answer(const UpgradeRequest& request, std::string_view protocol) {
    std::string answer =
        "HTTP/1.1 101 Switching Protocols\r\n"
        "Upgrade: websocket\r\n"
        "Connection: Upgrade\r\n"
        "Sec-WebSocket-Accept: ";
    answer += accept_of(request.key);
    if (!protocol.empty()) answer.append("\r\nSec-WebSocket-Protocol: ").append(protocol);
    return answer + "\r\n\r\n";
}

std::string refusal_answer(const HttpRefusal& refusal) {
    std::string answer = "HTTP/1.1 " + std::to_string(refusal.status) + ' ';
    answer.append(refusal.phrase).append("\r\n");
    if (refusal.status == 426) {
        answer += "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n";
    }
    if (refusal.status == 405) answer += "Allow: GET\r\n";
    answer += "Connection: ";
    answer += refusal.status == 426 ? "Upgrade, close\r\n" : "close\r\n";
    answer += "Content-Type: text/plain; charset=utf-8\r\n";
    answer += "Content-Length: " + std::to_string(refusal.sentence.size() + 1) + "\r\n\r\n";
    answer.append(refusal.sentence).append("\n");
    return answer;
}

}  // namespace brusio::filter
