#pragma once

#include <QtCore/QString>

namespace brusio::ui {

/// A message's text made ready to show, computed once when the row is made.
struct MessageText {
    QString plain;  ///< without formatting codes and other control characters
    QString html;   ///< the StyledText form, fully escaped; empty when `plain` says it all
};

/// Reads IRC formatting (bold 0x02, italic 0x1D, underline 0x1F, strike 0x1E, reset 0x0F) and
/// makes addresses and rooms into links (link_text.h), of which `href` is what opens. Colours
/// (0x03, 0x04) are dropped: the theme owns them; so is monospace (0x11), which StyledText cannot
/// show. Other control characters are made visible. Whatever the input, `html` contains no tag that
/// this function did not write. See https://modern.ircdocs.horse/formatting.html
[[nodiscard]] MessageText read_message_text(const QString& raw);

}  // namespace brusio::ui
