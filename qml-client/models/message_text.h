#pragma once

#include <QtCore/QString>

namespace brusio::ui {

/// A message's text made ready to show, computed once when the row is made.
struct MessageText {
    QString plain;  ///< without formatting codes and other control characters
    /// The same with its formatting, fully escaped; empty when `plain` says it all. StyledText, or
    /// RichText if MessagePaint::isRich(); MessagePaint::painted() puts in the colours of the
    /// theme.
    QString html;
};

/// Reads IRC formatting (bold 0x02, italic 0x1D, underline 0x1F, strike 0x1E, monospace 0x11,
/// reverse 0x16, colours 0x03 and 0x04, reset 0x0F) and makes addresses and rooms into links
/// (link_text.h), of which `href` is what opens. Other control characters are made visible.
/// Whatever the input, `html` contains no tag that this function did not write. See
/// https://modern.ircdocs.horse/formatting.html
[[nodiscard]] MessageText read_message_text(const QString& raw);

}  // namespace brusio::ui
