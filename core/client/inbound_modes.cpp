// MODE: ranks of members; the other changes are shown as they are.

#include <array>
#include <utility>

#include "core/client/inbound.h"
#include "core/client/rows.h"
#include "core/wire/mode_text.h"

namespace brusio::client {
namespace {

// The ranks of somebody, highest first, with one more or one fewer.
std::string changed_ranks(const Isupport& isupport, std::string_view ranks, char sign_char,
                          wire::ModeSign sign) {
    std::string changed;
    for (const char rank : isupport.rank_signs()) {
        const bool has = ranks.find(rank) != std::string_view::npos;
        if (rank == sign_char ? sign == wire::ModeSign::plus : has) changed += rank;
    }
    return changed;
}

void change_rank(Inbound& in, Conversation& room, const wire::ModeChange& change) {
    const Isupport& isupport = in.brain.isupport;
    const std::size_t at = isupport.rank_letters().find(change.letter);
    if (at == std::string_view::npos || change.request != wire::ModeRequest::change) return;
    Member* member = room.members.find(in.brain.fold(change.argument));
    if (member == nullptr) return;
    member->ranks = changed_ranks(isupport, member->ranks, isupport.rank_signs()[at], change.sign);
    in.brain.tell(MemberChanged{room.id, member->nick});
}

void apply_ranks(Inbound& in, Conversation& room) {
    const std::string modes = in.brain.isupport.value("CHANMODES").value_or("beI,k,l,imnpst");
    const std::string ranks = "(" + std::string(in.brain.isupport.rank_letters()) + ")" +
                              std::string(in.brain.isupport.rank_signs());
    const wire::ModeSyntax syntax = wire::mode_syntax_from(modes, ranks);
    for (const auto& change : wire::parse_mode_changes(syntax, in.line.params().subspan(1))) {
        change_rank(in, room, change);
    }
}

void receive_mode(Inbound& in) {
    Conversation* room = in.room(0);
    if (room == nullptr) return;
    apply_ranks(in, *room);
    Message row = in.row(MessageKind::mode_changed);
    for (std::size_t i = 1; i < in.line.params_count; ++i) {
        if (i > 1) row.text += ' ';
        row.text += in.text(i);
    }
    row.target = room->name;
    add_row(in.brain, *room, std::move(row));
}

constexpr auto mode_handler_table = std::to_array<InboundHandler>({
    {"MODE", 2, receive_mode},
});

}  // namespace

std::span<const InboundHandler> mode_handlers() { return mode_handler_table; }

}  // namespace brusio::client
