// What is told about people: AWAY, ACCOUNT, CHGHOST, SETNAME, WHO.

#include <array>
#include <utility>

#include "core/client/inbound.h"

namespace brusio::client {
namespace {

template <class Change>
void change_member(Brain& brain, Conversation& room, const Folded& nick, Change change) {
    Member* member = room.members.find(nick);
    if (member == nullptr) return;
    change(*member);
    brain.tell(MemberChanged{room.id, member->nick});
}

template <class Change>
void change_everywhere(Inbound& in, Change change) {
    const Folded nick = in.brain.fold(in.nick());
    for (auto& [id, conversation] : in.brain.conversations.all()) {
        change_member(in.brain, conversation, nick, change);
    }
}

void set_own_presence(Brain& brain, Presence presence) {
    if (brain.me.presence == presence) return;
    brain.me.presence = presence;
    brain.tell(OwnPresenceChanged{presence});
}

// IRCv3 away-notify: with a reason they are away, without one they are back.
void receive_away(Inbound& in) {
    const Presence presence = in.param(0).empty() ? Presence::here : Presence::away;
    change_everywhere(in, [presence](Member& member) { member.presence = presence; });
    if (in.is_mine()) set_own_presence(in.brain, presence);
}

// IRCv3 account-notify: "*" is logged out.
void receive_account(Inbound& in) {
    const std::string account = in.param(0) == "*" ? std::string() : in.text(0);
    change_everywhere(in, [&account](Member& member) { member.account = account; });
}

void receive_chghost(Inbound& in) {
    const std::string mask = in.text(0) + "@" + in.text(1);
    change_everywhere(in, [&mask](Member& member) { member.mask = mask; });
}

void receive_setname(Inbound& in) {
    const std::string realname = in.text(0);
    change_everywhere(in, [&realname](Member& member) { member.realname = realname; });
    if (in.is_mine()) in.brain.config.realname = realname;
}

/// What WHO tells about a member; flags start with H (here) or G (gone).
struct WhoRow {
    std::string_view nick;
    std::string mask;
    std::string_view flags;
    std::string_view account;
    std::string realname;
};

void apply_who(Inbound& in, std::size_t room_at, const WhoRow& who) {
    Conversation* room = in.room(room_at);
    if (room == nullptr) return;
    Member* member = room->members.find(in.brain.fold(who.nick));
    if (member == nullptr) return;
    member->presence = who.flags.starts_with('G') ? Presence::away : Presence::here;
    member->mask = who.mask;
    member->realname = who.realname;
    if (!who.account.empty()) {
        member->account = who.account == "0" ? std::string() : to_utf8(who.account);
    }
}

// 352: "<me> <room> <user> <host> <server> <nick> <flags> :<hops> <real name>".
void receive_who(Inbound& in) {
    hand_on(in);
    if (in.line.params_count < 8) return;
    std::string realname = in.text(7);
    const std::size_t space = realname.find(' ');
    realname.erase(0, space == std::string::npos ? realname.size() : space + 1);
    apply_who(in, 1, WhoRow{in.param(5), in.text(2) + "@" + in.text(3), in.param(6), {}, realname});
}

// 354 to our own question, told by its token: "<me> <token> <room> <user> <host> <nick> <flags>
// <account> :<real name>" (IRCv3 WHOX).
void receive_whox(Inbound& in) {
    if (in.param(1) != who_token) return hand_on(in);
    if (in.line.params_count < 9) return;
    apply_who(
        in, 2,
        WhoRow{in.param(5), in.text(3) + "@" + in.text(4), in.param(6), in.param(7), in.text(8)});
}

void receive_who_end(Inbound& in) {
    const Conversation* room = in.room(1);
    if (room != nullptr && room->membership == Membership::inside) {
        in.brain.tell(MembersReset{room->id});
    }
    hand_on(in);
}

void receive_unaway(Inbound& in) { set_own_presence(in.brain, Presence::here); }
void receive_now_away(Inbound& in) { set_own_presence(in.brain, Presence::away); }

constexpr auto member_handler_table = std::to_array<InboundHandler>({
    {"AWAY", 0, receive_away},
    {"ACCOUNT", 1, receive_account},
    {"CHGHOST", 2, receive_chghost},
    {"SETNAME", 1, receive_setname},
    {"305", 0, receive_unaway},
    {"306", 0, receive_now_away},
    {"315", 2, receive_who_end},
    {"352", 2, receive_who},
    {"354", 2, receive_whox},
});

}  // namespace

std::span<const InboundHandler> member_handlers() { return member_handler_table; }

}  // namespace brusio::client
