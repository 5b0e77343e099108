#include "server-app/listeners.h"

#include <algorithm>
#include <utility>

#include "transport/filter/http_upgrade.h"

namespace brusio::server {

namespace {

std::string refusal_text(LinkKind kind, Carrier carrier) {
    if (carrier == Carrier::websocket) {
        return filter::refusal_answer(
            {429, "Too Many Requests", "Too many links from your address."});
    }
    if (carrier != Carrier::tcp) return {};  // nothing that the peer could read before a handshake
    return kind == LinkKind::irc ? "ERROR :Closing link: too many links from your address\r\n"
                                 : "Too many connections from your address, try again later\n";
}

ListenUrl with_port(ListenUrl url, std::uint16_t port) {
    url.port = port;
    return url;
}

}  // namespace

Result<Done, std::string> Listeners::change(const std::vector<ListenUrl>& wanted) {
    const std::vector<Open> before = open_;
    std::vector<Open> leaving;
    for (const Open& listener : before) {
        const bool stays = std::find(wanted.begin(), wanted.end(), listener.asked) != wanted.end();
        if (!stays) leaving.push_back(listener);
    }
    const auto waits = [&](const ListenUrl& url) {  // for a socket that is about to be closed
        return std::any_of(leaving.begin(), leaving.end(), [&](const Open& it) {
            const bool same_file = it.asked.host == url.host;
            return it.port == url.port && (!url.is_file || same_file);
        });
    };
    for (const bool after_closing : {false, true}) {
        if (after_closing)
            std::for_each(leaving.begin(), leaving.end(), [&](auto& it) { close(it); });
        for (const ListenUrl& url : wanted) {
            if (is_open(url) || waits(url) != after_closing) continue;
            if (auto opened = open(url); !opened) {
                restore(before);
                return opened;
            }
        }
    }
    return Done{};
}

std::vector<ListenUrl> Listeners::places() const {
    std::vector<ListenUrl> places;
    for (const Open& listener : open_) places.push_back(with_port(listener.asked, listener.port));
    return places;
}

Result<Done, std::string> Listeners::open(const ListenUrl& url) {
    ListenerSpec spec;
    spec.kind = url.kind;
    spec.host = url.host;
    spec.port = url.port;
    if (url.is_file) spec.path = url.host;
    spec.path_mode = url.file_mode;
    spec.filters = filters_.maker(url);
    if (!url.proxy) spec.refusal_text = refusal_text(url.kind, url.carrier);
    if (url.proxy || url.is_websocket()) spec.proxies = trusted_proxies_;
    spec.proxies_alone = url.proxy;
    const auto port = transport_.listen(spec);
    if (!port) return Err{port.error()};
    open_.push_back({url, port.value()});
    log_change("listening", open_.back());
    return Done{};
}

void Listeners::close(const Open& listener) {
    log_change("listening_no_more", listener);
    transport_.stop_listening(listener.asked.host, listener.port);
    std::erase_if(open_, [&](const Open& it) { return it.asked == listener.asked; });
}

void Listeners::restore(const std::vector<Open>& before) {
    const auto among = [](const std::vector<Open>& list, const Open& listener) {
        return std::any_of(list.begin(), list.end(),
                           [&](const Open& it) { return it.asked == listener.asked; });
    };
    const std::vector<Open> now = open_;
    for (const Open& listener : now) {
        if (!among(before, listener)) close(listener);
    }
    for (const Open& listener : before) {
        if (among(now, listener)) continue;
        if (auto opened = open(listener.asked); !opened) {
            log_.write(LogLevel::error, "listener_lost", {{"reason", opened.error()}});
        }
    }
}

bool Listeners::is_open(const ListenUrl& url) const {
    return std::any_of(open_.begin(), open_.end(), [&](const Open& it) { return it.asked == url; });
}

void Listeners::log_change(std::string_view event, const Open& listener) {
    log_.write(LogLevel::info, event, {{"url", with_port(listener.asked, listener.port).text()}});
}

}  // namespace brusio::server
