#pragma once

#include <string>
#include <string_view>

#include "core/session/stage.h"

/// The plain protocol of the original report: a name, then text; `{exit}` to leave.
/// docs/protocol.md has its rules.
namespace brusio::plain {

/// Asks for the name. The replies have been begun for `session`.
void greet(session::Stage& stage, session::Session& session);

/// One message of the peer: the name first, then what it says.
void take_text(session::Stage& stage, session::Session& session, std::string_view text);

/// A draft in plain words, one line that ends with a newline: "NAME: text", "NAME joined". What
/// means nothing to a plain user appends nothing.
void encode_plain(const session::Draft& draft, std::string& out);

}  // namespace brusio::plain
