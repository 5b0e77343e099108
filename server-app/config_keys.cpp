#include "server-app/config_keys.h"

#include <algorithm>
#include <chrono>

#include "core/base/ip_address.h"
#include "core/session/cloak.h"
#include "core/session/mode_letters.h"
#include "core/wire/case_mapping.h"
#include "server-app/config_key_kinds.h"
#include "transport/filter/websocket_origin.h"

namespace brusio::server {

namespace {

using namespace std::chrono_literals;

ConfigError host_name(const std::string& text) {
    constexpr std::size_t host_bytes_max = 63;
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '.';
    });
    if (!plain || text.find('.') == std::string::npos || text.size() > host_bytes_max) {
        return "it must look like a host name: letters, digits, hyphens and at least one dot, at "
               "most 63 in all";
    }
    const std::string whole = "." + text + ".";
    for (const char* bad : {"..", ".-", "-."}) {
        if (whole.find(bad) == std::string::npos) continue;
        return "no part of it, between the dots, may be empty or begin or end with a hyphen";
    }
    return std::nullopt;
}

ConfigError room_name(const std::string& text) {
    constexpr std::size_t bytes_max = 100;  // of limits.room_name_bytes_max
    if (wire::valid_room_name(text, bytes_max)) return std::nullopt;
    return "the name of a room begins with #, is one word without a comma and at most 100 bytes "
           "long";
}

ConfigError account_name(const std::string& text) {
    constexpr std::size_t bytes_max = 64;
    if (wire::valid_nick(text, bytes_max)) return std::nullopt;
    return "an account is called like a nick: one word of letters and digits";
}
ConfigError room_modes(const std::string& text) {
    std::string known;
    for (const session::RoomFlagLetter& row : session::room_flag_letters()) known += row.mode;
    if (text.find_first_not_of(known) == std::string::npos) return std::nullopt;
    return "it takes the letters " + known + ", or none";
}

ConfigError proxy_peers(const std::string& text) {
    if (IpRange::parse_peers(text)) return std::nullopt;
    return "'" + text + "' is no address, no range of addresses and not the word unix";
}

ConfigError origin(const std::string& text) {
    if (text == "*" || filter::is_origin(text)) return std::nullopt;
    return "'" + text +
           "' is no origin: it looks like \"https://chat.example.org\", without a path";
}

ConfigError motd_text(const std::string& text) {
    if (text.find('\0') == std::string::npos) return std::nullopt;
    return "it must not hold NUL characters";
}

ConfigSection section(std::string_view name, std::string_view doc) {
    return {name, doc, {}, {}, {}, {}};
}

void add_server_keys(std::vector<ConfigKey>& keys) {
    keys.push_back(text_key(
        "server", "name", "The server's name, as clients see it. A host name.",
        [](AppConfig& c) -> std::string& { return c.server.name; }, host_name));
    keys.push_back(text_key(
        "server", "network", "The name of the network, one word.",
        [](AppConfig& c) -> std::string& { return c.server.network; }, at_most(64, one_word)));
    keys.push_back(text_key(
        "server", "description", "What the server says of itself in WHOIS and LINKS.",
        [](AppConfig& c) -> std::string& { return c.server.description; }, at_most(200, one_line)));
    keys.push_back(text_key(
        "server", "motd", "The message of the day; may have several lines. Empty: none.",
        [](AppConfig& c) -> std::string& { return c.motd; }, motd_text));
    keys.push_back(text_key(
        "server", "motd_file",
        "A file that holds the message of the day instead; a relative path starts from the\n"
        "folder of this file. Left out: none.",
        [](AppConfig& c) -> std::string& { return c.motd_file; }, file_name));
    keys.push_back(texts_key(
        "server", "admin", "What ADMIN answers: where the server is, who runs it, an address.",
        [](AppConfig& c) -> std::vector<std::string>& { return c.server.admin; },
        at_most(300, one_line)));
    keys.push_back(text_key(
        "server", "password_hash",
        "The password that clients send with PASS, as 'brusiod hash-password' prints it.\n"
        "Empty: none is asked.",
        [](AppConfig& c) -> std::string& { return c.server.password_hash; }, password_hash));
}

/// What clients are told to look at: a few letters too many would push other tokens out of a line.
ConfigError web_address(const std::string& text) {
    constexpr std::size_t bytes_max = 200;
    const bool plain =
        std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
    const bool is_web = text.starts_with("https://") || text.starts_with("http://");
    if (text.empty() || (plain && is_web && text.size() <= bytes_max)) return std::nullopt;
    return "it is an address that begins with https://, without blanks and at most 200 long";
}

void add_address_keys(std::vector<ConfigKey>& keys) {
    keys.push_back(text_key(
        "server", "icon",
        "A square picture of the network, for clients that show one: an https address, in which\n"
        "{size} stands for the pixels that a client asks for. Empty: none.",
        [](AppConfig& c) -> std::string& { return c.server.icon; }, web_address));
    keys.push_back(text_key(
        "server", "filehost",
        "Where clients upload files, if there is such a service: an https address. Empty: none.",
        [](AppConfig& c) -> std::string& { return c.server.filehost; }, web_address));
}

void add_oper_key(std::vector<ConfigKey>& keys) {
    keys.push_back(flag_key(
        "server", "oper_needs_tls",
        "Whether OPER is taken over TLS or from this machine alone, where nobody reads along.",
        [](AppConfig& c) -> bool& { return c.server.oper_needs_tls; }));
}

ConfigKey listener_flag(std::string_view name, std::string_view doc, bool ListenUrl::*member) {
    ConfigKey key{"listen", name, doc, {}, {}};
    key.read = [member](const ConfigValue& value, AppConfig& config) -> ConfigError {
        const bool* const on = std::get_if<bool>(&value);
        if (on == nullptr) return "this key takes true or false";
        config.listen.back().*member = *on;
        return std::nullopt;
    };
    key.show = [member](const AppConfig& config, std::size_t item) {
        return ConfigValue{config.listen[item].*member};
    };
    return key;
}

ConfigKey file_mode_key() {
    ConfigKey key{
        "listen",
        "mode",
        "Who may connect to a socket of the file system, as chmod writes it: the server's "
        "user and\ngroup (\"0660\"), or everybody (\"0666\").",
        {},
        {}};
    key.read = [](const ConfigValue& value, AppConfig& config) -> ConfigError {
        constexpr std::size_t digits_max = 4;
        const auto* text = std::get_if<std::string>(&value);
        const bool is_octal = text != nullptr && !text->empty() && text->size() <= digits_max &&
                              text->find_first_not_of("01234567") == std::string::npos;
        if (!is_octal) return "this key takes octal digits in quotes, as in \"0660\"";
        std::uint32_t mode = 0;
        for (const char digit : *text) mode = mode * 8 + static_cast<std::uint32_t>(digit - '0');
        if ((mode & ~0666U) != 0 || (mode & 0600U) != 0600U) {
            return "the server's own user reads and writes, nobody executes: \"0600\" to \"0666\"";
        }
        config.listen.back().file_mode = mode;
        return std::nullopt;
    };
    key.show = [](const AppConfig& config, std::size_t item) {
        const std::uint32_t mode = config.listen[item].file_mode;
        std::string text = "0";
        for (const unsigned shift : {6U, 3U, 0U}) {
            text += static_cast<char>('0' + (mode >> shift & 7U));
        }
        return ConfigValue{text};
    };
    return key;
}

void add_listen_keys(std::vector<ConfigKey>& keys) {
    ConfigKey url{
        "listen",
        "url",
        "irc://HOST:PORT, ircs:// (TLS), ws:// (WebSocket), wss:// (both) or plain://; IPv6 in\n"
        "brackets; port 0: any free one. unix://PATH, ws+unix:// and plain+unix:// are sockets of "
        "the\nfile system.",
        {},
        {}};
    url.read = [](const ConfigValue& value, AppConfig& config) -> ConfigError {
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr) return "this key takes a text in quotes";
        const auto parsed = ListenUrl::parse(*text);
        if (!parsed) return parsed.error();
        ListenUrl& listener = config.listen.back();
        const ListenUrl before = listener;  // the keys come in any order
        listener = parsed.value();
        listener.proxy = before.proxy;
        listener.proxy_tls = before.proxy_tls;
        listener.file_mode = before.file_mode;
        return std::nullopt;
    };
    url.show = [](const AppConfig& config, std::size_t item) {
        return ConfigValue{config.listen[item].text()};
    };
    keys.push_back(std::move(url));
    keys.push_back(listener_flag("proxy",
                                 "Whether the PROXY protocol (version 1 or 2) comes first, as "
                                 "HAProxy and nginx send it. Links\n"
                                 "from elsewhere than trusted_proxies are closed.",
                                 &ListenUrl::proxy));
    keys.push_back(listener_flag(
        "proxy_tls",
        "Whether clients come to the trusted proxies over TLS, for proxies that do not say so.",
        &ListenUrl::proxy_tls));
    keys.push_back(file_mode_key());
}

void add_websocket_keys(std::vector<ConfigKey>& keys) {
    keys.push_back(texts_key(
        "websocket", "origins",
        "The web pages that may dial, as browsers name them: \"https://chat.example.org\", or\n"
        "\"*\" for all. Empty: only pages on the reader's own machine. Programs, which name no\n"
        "page, always may.",
        [](AppConfig& c) -> std::vector<std::string>& { return c.websocket_origins; }, origin));
}

void add_transport_keys(std::vector<ConfigKey>& keys) {
    keys.push_back(for_next_start(count_key(
        "transport", "loops",
        "Threads that carry links. One is the fastest for most servers: the thread that decides\n"
        "is the one that reads and writes.",
        {[](AppConfig& c, std::int64_t value) { c.loops = static_cast<std::size_t>(value); },
         [](const AppConfig& c) { return static_cast<std::int64_t>(c.loops); }},
        {1, 7})));
    keys.push_back(for_next_start(texts_key(
        "transport", "exempt_addresses",
        "Addresses and ranges (192.0.2.0/24, 2001:db8::/32) without limits per address.",
        [](AppConfig& c) -> std::vector<std::string>& { return c.exempt_addresses; },
        address_range)));
    keys.push_back(for_next_start(texts_key(
        "transport", "trusted_proxies",
        "Addresses and ranges of reverse proxies whose word is taken about where their clients "
        "come\n"
        "from: by the PROXY protocol (proxy = true), by X-Forwarded-For and Forwarded on ws and "
        "wss.\n"
        "\"unix\": whoever may connect to a socket of the file system.",
        [](AppConfig& c) -> std::vector<std::string>& { return c.trusted_proxies; }, proxy_peers)));
}

void add_room_and_log_keys(std::vector<ConfigKey>& keys) {
    keys.push_back(text_key(
        "rooms", "modes",
        "What a new room begins with: n, no messages from outside; t, operators set the topic;\n"
        "C, M, R, i, m and s as well. Rooms of the server begin without M, R, i and m.",
        [](AppConfig& c) -> std::string& { return c.server.room_modes; }, room_modes));
    keys.push_back(
        flag_key("rooms", "history_for_new_members",
                 "Whether CHATHISTORY shows members what was said before they came.",
                 [](AppConfig& c) -> bool& { return c.server.history_for_new_members; }));
    keys.push_back(for_next_start(texts_key(
        "rooms", "permanent",
        "Rooms that stay when nobody is in them, though they have no founder.",
        [](AppConfig& c) -> std::vector<std::string>& { return c.server.permanent_rooms; },
        room_name)));
    keys.push_back(texts_key(
        "rooms", "operators",
        "Accounts that run the rooms of the server: those that stay, and the plain one. In these\n"
        "nobody is an operator for coming first; server operators may also give ranks there.",
        [](AppConfig& c) -> std::vector<std::string>& { return c.server.room_operators; },
        account_name));
    keys.push_back(text_key(
        "plain", "room", "The room where users of the plain protocol meet.",
        [](AppConfig& c) -> std::string& { return c.server.plain_room; }, room_name));
    keys.push_back(duration_key(
        "plain", "quiet",
        "Bytes without a newline are one message once the link has been quiet for so long.",
        [](AppConfig& c) -> Duration& { return c.server.limits.plain_quiet; }, {1ms, 10s}));
    keys.push_back(choice_key<LogLevel>("log", "level", "debug, info, warning or error.",
                                        {{"debug", LogLevel::debug},
                                         {"info", LogLevel::info},
                                         {"warning", LogLevel::warning},
                                         {"error", LogLevel::error}},
                                        [](AppConfig& c) -> LogLevel& { return c.log_level; }));
    keys.push_back(choice_key<LogFormat>(
        "log", "format", "logfmt (key=value) or json, one line each, on standard error.",
        {{"logfmt", LogFormat::logfmt}, {"json", LogFormat::json}},
        [](AppConfig& c) -> LogFormat& { return c.log_format; }));
}

std::string comment(std::string_view doc) {
    std::string result = "# ";
    for (const char c : doc) {
        result += c;
        if (c == '\n') result += "# ";
    }
    return result + '\n';
}

std::string print_item(const ConfigSection& section, const AppConfig& config, std::size_t item) {
    const bool repeats = static_cast<bool>(section.count);
    std::string text = (repeats ? "[[" : "[") + std::string{section.name} + (repeats ? "]]" : "]");
    text += '\n';
    for (const ConfigKey& key : config_keys()) {
        if (key.section != section.name) continue;
        text += comment(key.doc);
        if (key.is_for_next_start) text += "# A change takes effect at the next start.\n";
        // What a file cannot say, such as no file, is said by leaving the key out.
        AppConfig copy = config;
        const ConfigValue value = key.show(config, item);
        const bool can_be_said = repeats || !key.read(value, copy);
        text += (can_be_said ? "" : "# ") + std::string{key.name} + " = " + toml_text(value) + '\n';
    }
    return text;
}

}  // namespace

const std::vector<ConfigSection>& config_sections() {
    static const std::vector<ConfigSection> sections = [] {
        ConfigSection listen{
            "listen",
            "Where to listen; repeat the section for more places. A reload opens and closes what "
            "changed;\nlinks stay.",
            [](AppConfig& c) { c.listen.emplace_back(); },
            [](const AppConfig& c) -> ConfigError {
                if (!c.listen.back().host.empty()) return std::nullopt;
                return "a [[listen]] section needs its url";
            },
            [](const AppConfig& c) { return c.listen.size(); },
            {}};
        return std::vector<ConfigSection>{
            section("server", "What the server is."),
            std::move(listen),
            section("rooms", "What rooms are like."),
            section("plain", "The plain protocol: text without any framing."),
            operator_class_section(),
            operator_section(),
            gateway_section(),
            section("tls",
                    "What ircs and wss listeners need. SIGHUP and REHASH read the files again."),
            section("websocket", "What ws and wss listeners need."),
            section("accounts", "Names that belong to somebody."),
            section("mail",
                    "How mails leave that verify addresses and reset passwords. Without relay and\n"
                    "program none do."),
            section("cloaks", "What others see of addresses."),
            section("transport", "How links are carried."),
            section("log", "What the server tells of itself."),
            section("limits", "Bounds. Spans of time are written 500ms, 90s, 10m, 2h."),
        };
    }();
    return sections;
}

const std::vector<ConfigKey>& config_keys() {
    static const std::vector<ConfigKey> keys = [] {
        std::vector<ConfigKey> all;
        add_server_keys(all);
        add_oper_key(all);
        add_address_keys(all);
        add_listen_keys(all);
        for (ConfigKey& key : operator_keys()) all.push_back(std::move(key));
        for (ConfigKey& key : gateway_keys()) all.push_back(std::move(key));
        for (ConfigKey& key : tls_keys()) all.push_back(std::move(key));
        add_websocket_keys(all);
        add_transport_keys(all);
        add_room_and_log_keys(all);
        for (ConfigKey& key : account_keys()) all.push_back(std::move(key));
        for (ConfigKey& key : mail_keys()) all.push_back(std::move(key));
        for (ConfigKey& key : cloak_keys()) all.push_back(std::move(key));
        for (ConfigKey& key : limit_keys()) all.push_back(std::move(key));
        return all;
    }();
    return keys;
}

ConfigError check_whole(const AppConfig& config) {
    const Limits& limits = config.server.limits;
    if (limits.message_age_max != Duration{0} && limits.message_age_max < std::chrono::hours{168}) {
        return "limits.message_age_max must be 0s or at least 168h: a client may send again for a "
               "week "
               "what it does not know to be kept";
    }
    if (limits.drop_after <= limits.ping_after) {
        return "limits.drop_after must be longer than limits.ping_after, or no PONG could ever "
               "come "
               "in time";
    }
    if (!config.motd.empty() && !config.motd_file.empty()) {
        return "server.motd and server.motd_file are both set: only one can be the message of the "
               "day";
    }
    const std::size_t cloak_bytes =
        session::cloak_stem_bytes + session::cloak_suffix(config.server).size();
    if (config.server.cloaks.enabled && limits.host_bytes_max < cloak_bytes) {
        return "limits.host_bytes_max must be at least " + std::to_string(cloak_bytes) +
               ", the length of a cloak";
    }
    for (const ListenUrl& url : config.listen) {
        const bool asks = url.proxy || url.proxy_tls;
        if (asks && config.trusted_proxies.empty()) {
            return url.text() + ": proxy and proxy_tls need transport.trusted_proxies";
        }
        if (url.proxy_tls && !url.proxy && !url.is_websocket()) {
            return url.text() + ": proxy_tls goes with proxy = true, or with ws and wss";
        }
    }
    if (config.tls.certificate.empty() != config.tls.key.empty()) {
        return "tls.certificate and tls.key belong together: both are set, or neither";
    }
    if (ConfigError error = check_mail(config)) return error;
    return check_operators(config);
}

std::vector<std::string> keys_for_next_start(const AppConfig& before, const AppConfig& after) {
    std::vector<std::string> names;
    for (const ConfigKey& key : config_keys()) {
        if (!key.is_for_next_start || key.show(before, 0) == key.show(after, 0)) continue;
        names.push_back(std::string{key.section} + '.' + std::string{key.name});
    }
    // What gateways are exempt from is the transport's to know, from its start on.
    const auto& old_ones = before.server.gateways;
    const auto& new_ones = after.server.gateways;
    const bool same_addresses =
        std::equal(old_ones.begin(), old_ones.end(), new_ones.begin(), new_ones.end(),
                   [](const auto& a, const auto& b) { return a.addresses == b.addresses; });
    if (!same_addresses) names.emplace_back("gateway.addresses");
    return names;
}

std::string print_defaults() {
    const AppConfig defaults;
    std::string text =
        "# The configuration of brusiod. Every key is here with its default; a file needs only "
        "what\n"
        "# it changes. 'brusiod check-config' tells whether a file is sound; SIGHUP and REHASH "
        "read\n"
        "# it again.\n";
    for (const ConfigSection& section : config_sections()) {
        text += '\n' + comment(section.doc);
        if (!section.example.empty()) {
            std::string example = comment(section.example);
            example.resize(example.size() - 3);  // what follows the last newline
            text += example;
            continue;
        }
        const std::size_t items = section.count ? section.count(defaults) : 1;
        for (std::size_t item = 0; item < items; ++item) {
            text += print_item(section, defaults, item);
        }
    }
    return text;
}

}  // namespace brusio::server
