#include "core/session/isupport.h"

#include <string>

#include "core/base/assert.h"
#include "core/session/line_budget.h"
#include "core/session/numeric_draft.h"
#include "core/wire/isupport.h"

namespace brusio::session {

using wire::Capability;
using wire::Numeric;

void send_isupport(Stage& stage, const Session& session) {
    send_isupport(stage, session, stage.state.isupport);
}

void send_isupport(Stage& stage, const Session& session, std::span<const std::string> tokens) {
    BRUSIO_ASSERT(!tokens.empty());
    // IRCv3 draft/extended-isupport: with both, never a line outside of a batch.
    const bool batched = session.has(Capability::extended_isupport);
    if (batched) stage.replies.open_batch("draft/isupport");
    const std::string_view sentence = wire::numeric_text(Numeric::rpl_isupport);
    const std::size_t bytes_max = numeric_text_bytes_left(stage) - sentence.size();
    for (const auto& line : wire::pack_isupport(tokens, bytes_max)) {
        Draft draft = numeric_draft(stage, Numeric::rpl_isupport);
        for (const std::string& token : line) draft.add(token);
        stage.replies.add(draft.text(sentence));
    }
    if (batched) stage.replies.close_batch();
}

}  // namespace brusio::session
