#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace brusio {

/// What whoever runs the server wants to read of in its log.
enum class HostEventKind : std::uint8_t {
    login_failed,
    account_made,
    account_changed,
    account_removed,
    oper,
    oper_failed,
    kill,
    ban,
    rehash,
    override_used,
    forced,
    gateway,  // a gateway has said where one of its clients comes from
    gateway_refused,
    account_unverified,
    reset_asked,
    token_wrong,
    mail_sent,
    mail_failed,
    room_shut,
};

/// The word of the log: letters and underscores ("oper_failed").
[[nodiscard]] constexpr std::string_view host_event_name(HostEventKind kind) {
    switch (kind) {
        case HostEventKind::login_failed:
            return "login_failed";
        case HostEventKind::account_made:
            return "account_made";
        case HostEventKind::account_changed:
            return "account_changed";
        case HostEventKind::account_removed:
            return "account_removed";
        case HostEventKind::oper:
            return "oper";
        case HostEventKind::oper_failed:
            return "oper_failed";
        case HostEventKind::kill:
            return "kill";
        case HostEventKind::ban:
            return "ban";
        case HostEventKind::rehash:
            return "rehash";
        case HostEventKind::override_used:
            return "override";
        case HostEventKind::forced:
            return "forced";
        case HostEventKind::gateway:
            return "gateway";
        case HostEventKind::gateway_refused:
            return "gateway_refused";
        case HostEventKind::account_unverified:
            return "account_unverified";
        case HostEventKind::reset_asked:
            return "reset_asked";
        case HostEventKind::token_wrong:
            return "token_wrong";
        case HostEventKind::mail_sent:
            return "mail_sent";
        case HostEventKind::mail_failed:
            return "mail_failed";
        case HostEventKind::room_shut:
            break;
    }
    return "room_shut";
}

/// One thing that happened. Texts may come from peers, unchecked but for their length; none is a
/// secret. Empty ones are left out of the log.
struct HostEvent {
    HostEventKind kind = HostEventKind::login_failed;
    std::string account{};  // whose, or as whom somebody tried to come in
    std::string address{};  // of the peer
    std::string nick{};     // of whoever did it
    std::string subject{};  // to whom or what it was done
    std::string reason{};

    bool operator==(const HostEvent&) const = default;
};

/// What the core may ask of the program around it. Driver's thread; never blocks.
class Host {
 public:
    virtual ~Host() = default;
    /// An operator wants the configuration read again; the answer comes back through
    /// `Engine::handle_reload`.
    virtual void reload_requested() = 0;
    /// For the server's own log.
    virtual void happened(const HostEvent& event) = 0;
    /// A batch could not be made durable. Nothing of it or after it was released; the program
    /// stops and recovers from the store.
    virtual void store_failed() = 0;
};

}  // namespace brusio
