#include "server-app/smtp.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <memory>
#include <mutex>
#include <string_view>

namespace brusio::server {

namespace {

constexpr std::string_view plain_scheme = "smtp://";
constexpr std::string_view tls_scheme = "smtps://";

struct Rest {
    std::string_view text;
};

std::size_t give_text(char* place, std::size_t size, std::size_t count, void* user) {
    auto& rest = *static_cast<Rest*>(user);
    const std::size_t bytes = std::min(size * count, rest.text.size());
    std::memcpy(place, rest.text.data(), bytes);
    rest.text.remove_prefix(bytes);
    return bytes;
}

/// libcurl asks at least once a second; anything but 0 ends it.
int ask_stop(void* user, curl_off_t /*down*/, curl_off_t /*downloaded*/, curl_off_t /*up*/,
             curl_off_t /*uploaded*/) {
    return static_cast<const std::stop_token*>(user)->stop_requested() ? 1 : 0;
}

std::string_view host_of(std::string_view url) {
    url.remove_prefix(url.starts_with(tls_scheme) ? tls_scheme.size() : plain_scheme.size());
    if (url.starts_with('[')) return url.substr(0, std::min(url.find(']') + 1, url.size()));
    return url.substr(0, url.find(':'));
}

bool is_near(const std::string& url) {
    const std::string_view host = host_of(url);
    return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

struct EasyEnd {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct ListEnd {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

long tls_of(const SmtpRelay& relay) {
    if (!relay.ca_file.empty()) return CURLUSESSL_ALL;
    if (is_near(relay.url)) return CURLUSESSL_NONE;
    return relay.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL;
}

void set_relay(CURL* easy, const SmtpRelay& relay) {
    // What follows the host is the name for EHLO.
    const std::string url = relay.url + "/" + relay.client_name;
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(easy, CURLOPT_PROXY, "");  // whatever the environment says
    curl_easy_setopt(easy, CURLOPT_USE_SSL, tls_of(relay));
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!relay.ca_file.empty()) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, relay.ca_file.c_str());
        curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);  // the system's, besides
    }
    if (relay.user.empty()) return;
    curl_easy_setopt(easy, CURLOPT_USERNAME, relay.user.c_str());
    curl_easy_setopt(easy, CURLOPT_PASSWORD, relay.password.c_str());
}

std::string sentence(CURLcode code, const char* detail, const std::stop_token& stop) {
    if (code == CURLE_OK) return {};
    if (stop.stop_requested()) return "the server stops";
    std::string why = *detail == '\0' ? curl_easy_strerror(code) : detail;
    std::replace_if(
        why.begin(), why.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
    return "the relay did not take the mail: " + why;
}

}  // namespace

bool valid_relay_url(const std::string& url) {
    if (!url.starts_with(plain_scheme) && !url.starts_with(tls_scheme)) return false;
    const std::string_view host = host_of(url);
    const bool is_ipv6 = host.starts_with('[');
    const auto fits = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || (is_ipv6 ? c == ':' || c == '[' || c == ']' : c == '-');
    };
    if (host.empty() || !std::all_of(host.begin(), host.end(), fits)) return false;
    if (is_ipv6 && !host.ends_with(']')) return false;
    const std::string_view rest{
        host.data() + host.size(),
        static_cast<std::size_t>(url.data() + url.size() - (host.data() + host.size()))};
    if (rest.empty()) return true;
    unsigned port = 0;
    constexpr unsigned port_max = 65'535;
    const char* const end = rest.data() + rest.size();
    const auto [stop, error] = std::from_chars(rest.data() + 1, end, port);
    return rest.front() == ':' && rest.size() > 1 && error == std::errc{} && stop == end &&
           port > 0 && port <= port_max;
}

std::string send_by_smtp(const SmtpRelay& relay, const SmtpMail& mail, Duration time_max,
                         const std::stop_token& stop) {
    static std::once_flag begun;
    std::call_once(begun, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const std::unique_ptr<CURL, EasyEnd> easy{curl_easy_init()};
    const std::unique_ptr<curl_slist, ListEnd> to{
        curl_slist_append(nullptr, ("<" + mail.to + ">").c_str())};
    if (easy == nullptr || to == nullptr) return "there is not enough memory for a mail";
    set_relay(easy.get(), relay);
    Rest rest{mail.text};
    std::array<char, CURL_ERROR_SIZE> detail{};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(time_max);
    curl_easy_setopt(easy.get(), CURLOPT_MAIL_FROM, ("<" + mail.from + ">").c_str());
    curl_easy_setopt(easy.get(), CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(easy.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_READFUNCTION, give_text);
    curl_easy_setopt(easy.get(), CURLOPT_READDATA, &rest);
    curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
    curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy.get(), CURLOPT_XFERINFOFUNCTION, ask_stop);
    curl_easy_setopt(easy.get(), CURLOPT_XFERINFODATA, &stop);
    curl_easy_setopt(easy.get(), CURLOPT_ERRORBUFFER, detail.data());
    return sentence(curl_easy_perform(easy.get()), detail.data(), stop);
}

}  // namespace brusio::server
