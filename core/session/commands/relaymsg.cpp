#include <string>

#include "core/base/assert.h"
#include "core/room/admission.h"
#include "core/session/commands/commands.h"
#include "core/session/exactly_once.h"
#include "core/session/speech.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"
#include "core/wire/tags.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

/// A name that no user can have: a nick but for the separator in it.
bool is_relayed_name(std::string_view name, std::size_t bytes_max) {
    std::string without{name};
    bool separated = false;
    for (char& c : without) {
        if (c != wire::relayed_name_separator) continue;
        separated = true;
        c = '_';
    }
    const bool at_an_end = name.starts_with(wire::relayed_name_separator) ||
                           name.ends_with(wire::relayed_name_separator);
    return separated && !at_an_end && wire::valid_nick(without, bytes_max);
}

/// Room operators alone put words into other people's mouths, and the bridge is in the room.
Outcome refusal_of(const CommandContext& context, const room::Room& room) {
    const room::Member* member = room.find_member(context.user().id());
    if (member == nullptr) return Reply::of(Numeric::err_notonchannel, {room.name()});
    if (member->ranks.at_least(room::Rank::room_operator)) return done;
    return Reply::of(Numeric::err_chanoprivsneeded, {room.name()});
}

/// Those behind a bridge can be banned by the names that they have here.
bool is_banned(const room::Room& room, std::string_view source) {
    const std::string folded = wire::fold(source).text;
    return room::is_banned(room, room::Visitor{folded}, room::MaskReach::speech);
}

Outcome say_as(CommandContext& context, room::Room& room, const std::string& source,
               std::string_view tags) {
    Saying saying{RecordKind::message, "PRIVMSG", context.param(2), tags};
    saying.relayed_as = source;
    const auto client_id = client_message_id(context);
    if (!client_id.ok()) return client_id.error();
    if (client_id.value()) {
        if (begin_once(context, *client_id.value(), saying) == OnceStep::waiting) return done;
        saying.client_id = &*client_id.value();
    }
    return say_to_room(context.stage, context.user(), room, saying);
}

}  // namespace

/// RELAYMSG <room> <name> <text>: IRCv3 draft/relaymsg. A bridge says what somebody elsewhere has
/// said, under that one's name; the tag tells everybody who has relayed it.
Outcome relaymsg(CommandContext& context) {
    if (!context.session.has(wire::Capability::relaymsg)) {
        return Reply::fail("RELAYMSG", "CAPABILITY_REQUIRED", {},
                           "Negotiate draft/relaymsg first: CAP REQ draft/relaymsg");
    }
    const room::User& user = context.user();
    room::Room* room = find_visible_room(context.state(), user, context.param(0));
    if (room == nullptr) return Reply::no_such_channel(context.param(0));
    if (Outcome refusal = refusal_of(context, *room)) return refusal;
    const std::string_view name = context.param(1);
    if (!is_relayed_name(name, context.state().config.limits.nick_bytes_max)) {
        return Reply::fail("RELAYMSG", "INVALID_NICK", {std::string{name}},
                           "The name must be like a nick with a slash in it, as in ann/discord");
    }
    if (context.param(2).empty()) return Reply::of(Numeric::err_notexttosend);
    const std::string source = std::string{name} + "!relay@" + user.profile.host;
    if (is_banned(*room, source)) {
        return Reply::with_text(Numeric::err_cannotsendtochan, {room->name()},
                                "That name is banned from the channel (+b)");
    }
    std::string tags = "draft/relaymsg=" + wire::escape_tag_value(user.nick());
    const std::string own = relayed_tags(context);
    if (!own.empty()) tags += ';' + own;
    return say_as(context, *room, source, tags);
}

}  // namespace brusio::session::commands
