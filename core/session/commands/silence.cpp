#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/session/commands/commands.h"
#include "core/session/contact_rules.h"
#include "core/session/extended_mask.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"
#include "core/wire/split.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

void show(CommandContext& context) {
    const room::User& user = context.user();
    if (const Contacts* contacts = contacts_of(context.state(), user)) {
        for (const room::MaskEntry& entry : contacts->silenced) {
            context.replies().numeric(Numeric::rpl_silelist, {user.nick(), entry.mask}, {});
        }
    }
    context.replies().numeric(Numeric::rpl_endofsilelist);
}

/// A nick alone means the account of whoever has it now, if there is one.
std::optional<room::MaskEntry> read(const CommandContext& context, std::string_view text) {
    constexpr std::size_t mask_bytes_max = 200;
    if (text.empty() || text.size() > mask_bytes_max || text.front() == ':' ||
        text.find(' ') != std::string_view::npos) {
        return std::nullopt;
    }
    if (const room::User* user = find_user(context.state(), text)) {
        const std::string& account = user->profile.account;
        if (!account.empty()) return read_mask(std::string{"~a:"} + account);
    }
    auto entry = read_mask(text);
    if (entry && entry->reach == room::MaskReach::speech) return std::nullopt;
    return entry;
}

/// All sessions of the user see its list change.
void tell(CommandContext& context, char sign, const std::string& mask) {
    const room::User& user = context.user();
    save_contacts(context.stage, user);
    const std::string source = source_of(user);
    const std::string words = sign + mask;
    Draft draft = from_user(user, source, "SILENCE");
    context.fanout().to_user(user, draft.add(words));
}

Outcome change(CommandContext& context, std::string_view item) {
    const bool takes = item.starts_with('-');
    if (takes || item.starts_with('+')) item.remove_prefix(1);
    std::optional<room::MaskEntry> wanted = read(context, item);
    if (!wanted) {
        return Reply::fail("SILENCE", "INVALID_MASK", {},
                           "A mask is one word: a nick, nick!user@host or ~a:account");
    }
    std::vector<room::MaskEntry>& silenced =
        change_contacts(context.state(), context.user()).silenced;
    const auto entry = std::find_if(silenced.begin(), silenced.end(),
                                    [&](const auto& one) { return one.folded == wanted->folded; });
    const std::string mask = entry == silenced.end() ? wanted->mask : entry->mask;
    if (takes == (entry == silenced.end())) return done;
    if (!takes && silenced.size() >= context.state().config.limits.silence_entries_max) {
        return Reply::of(Numeric::err_silelistfull, {mask});
    }
    if (takes) {
        silenced.erase(entry);
    } else {
        silenced.push_back(*std::move(wanted));
    }
    tell(context, takes ? '-' : '+', mask);
    return done;
}

}  // namespace

/// SILENCE +mask,-mask (ircu, InspIRCd and others): whom the user hears nothing of in private.
Outcome silence(CommandContext& context) {
    const std::string_view items = context.param(0);
    if (items.empty() || wire::fold(items) == context.user().key()) {
        show(context);
        return done;
    }
    if (Outcome refusal = contacts_refusal(context.stage, context.user(), "SILENCE"))
        return refusal;
    for (const std::string_view item : wire::Split{items, ','}) {
        if (const Outcome refusal = change(context, item)) context.replies().reply(*refusal);
    }
    return done;
}

}  // namespace brusio::session::commands
