#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/session/capability_offer.h"
#include "core/session/commands/commands.h"
#include "core/session/metadata.h"
#include "core/session/welcome.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

using wire::Capability;
using wire::CapabilitySet;

/// The line `CAP <nick> <subcommand> [*] :<list>` is kept below this many bytes of list.
constexpr std::size_t list_bytes_max = 400;

void send_cap(CommandContext& context, std::string_view subcommand, std::string_view list,
              bool more_follows) {
    Draft draft = context.stage.from_server("CAP");
    draft.add(context.replies().nick()).add(subcommand);
    if (more_follows) draft.add("*");
    context.replies().add(draft.text(list));
}

/// IRCv3 capability-negotiation, "Multiline replies to CAP LS and CAP LIST": only for 302. Others
/// get one line, and the names that it has no room for can still be requested.
void send_list(CommandContext& context, std::string_view subcommand,
               const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        const bool full = list.size() + name.size() + 1 > list_bytes_max;
        if (full) {
            if (context.session.cap_version < 302) break;
            send_cap(context, subcommand, list, true);
            list.clear();
        }
        if (!list.empty()) list += ' ';
        list += name;
    }
    send_cap(context, subcommand, list, false);
}

/// IRCv3 capability-negotiation, "The CAP LS subcommand": a number, of which 302 is the highest
/// that means something here.
std::uint16_t version_of(std::string_view text) {
    constexpr std::uint16_t least = 301;
    constexpr std::uint16_t most = 302;
    std::uint32_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') break;
        number = std::min<std::uint32_t>(number * 10 + static_cast<std::uint32_t>(c - '0'), most);
    }
    return number == most ? most : least;
}

void list_offered(CommandContext& context) {
    Session& session = context.session;
    session.cap_version = std::max(session.cap_version, version_of(context.param(1)));
    // 302 brings cap-notify along (IRCv3 capability-negotiation, "cap-notify").
    if (session.cap_version >= 302) session.caps.add(Capability::cap_notify);
    std::vector<std::string> names;
    for (const Offer& offer : offers_for(context.state().config, session)) {
        if (!is_for_version(offer, session.cap_version)) continue;
        names.push_back(offer.text(session.cap_version));
    }
    send_list(context, "LS", names);
}

void list_enabled(CommandContext& context) {
    std::vector<std::string> names;
    for (const wire::CapabilityRow& row : wire::capability_rows()) {
        if (context.session.has(row.capability)) names.emplace_back(row.name);
    }
    send_list(context, "LIST", names);
}

/// The set after the request, or nothing if a name is unknown or may not be taken away.
std::optional<CapabilitySet> requested(const ServerConfig& config, const Session& session,
                                       std::string_view names) {
    CapabilitySet caps = session.caps;
    while (!names.empty()) {
        const std::size_t space = names.find(' ');
        std::string_view name = names.substr(0, space);
        names = space == std::string_view::npos ? std::string_view{} : names.substr(space + 1);
        if (name.empty()) continue;
        const bool remove = name.front() == '-';
        if (remove) name.remove_prefix(1);
        const std::optional<Capability> capability = wire::find_capability(name);
        if (!capability) return std::nullopt;
        if (!remove) {
            if (!is_offered(config, session, *capability)) return std::nullopt;
            caps.add(*capability);
        } else if (*capability == Capability::cap_notify && session.cap_version >= 302) {
            return std::nullopt;
        } else {
            caps.remove(*capability);
        }
    }
    // IRCv3 draft/metadata-3: no more than one of the two.
    if (caps.has_all({Capability::metadata, Capability::metadata_3})) return std::nullopt;
    return caps;
}

void request(CommandContext& context) {
    const std::string_view names = context.param(1);
    const std::optional<CapabilitySet> caps =
        requested(context.state().config, context.session, names);
    if (!caps) return send_cap(context, "NAK", names, false);
    const CapabilitySet before = std::exchange(context.session.caps, *caps);
    forget_subscriptions_if_deaf(context.session, before);
    if (context.session.registered()) context.state().roster.touch(context.user());
    send_cap(context, "ACK", names, false);
}

void end(CommandContext& context) {
    Session& session = context.session;
    if (session.phase != Phase::negotiating) return;
    const Introduction& said = *session.introduction;
    const bool complete = !said.nick.empty() && !said.username.empty();
    register_step(
        context.stage, session,
        complete ? RegistrationInput::cap_ended_complete : RegistrationInput::cap_ended_incomplete);
}

}  // namespace

Outcome cap(CommandContext& context) {
    std::string subcommand{context.param(0)};
    for (char& letter : subcommand) letter = wire::fold_char(letter);
    const bool opens = subcommand == "ls" || subcommand == "req";
    if (opens) register_step(context.stage, context.session, RegistrationInput::cap_opened);
    if (subcommand == "ls") {
        list_offered(context);
    } else if (subcommand == "list") {
        list_enabled(context);
    } else if (subcommand == "req") {
        request(context);
    } else if (subcommand == "end") {
        end(context);
    } else {
        return Reply::of(wire::Numeric::err_invalidcapcmd, {std::string{context.param(0)}});
    }
    return done;
}

}  // namespace brusio::session::commands
