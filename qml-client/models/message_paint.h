#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <QtGui/QColor>

namespace brusio::ui {

/// The colour that people write as `code` (0 to 98; https://modern.ircdocs.horse/formatting.html);
/// not valid for any other.
[[nodiscard]] QColor irc_colour(int code);

/// How well one tells two colours apart (WCAG 2.1, "contrast ratio"): 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

/// The colour nearest to `wanted` (of its hue, lighter or darker) that can be read on all of
/// `grounds`: with a contrast of 4.5 at least. There is one if they are all light or all dark.
[[nodiscard]] QColor readable_ink(const QColor& wanted, const QList<QColor>& grounds);

/// Puts colours of the theme into what read_message_text() made: there they are still those that
/// the writer wanted, by number.
class MessagePaint : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

 public:
    using QObject::QObject;

    /// Whether StyledText is too little for this and it is RichText.
    Q_INVOKABLE [[nodiscard]] bool isRich(const QString& html) const;
    /// `grounds` are all that it may stand on, the usual one first; `ink` is what is written with,
    /// `link` what is a link, which Text does not colour by itself in RichText.
    Q_INVOKABLE [[nodiscard]] QString painted(const QString& html, const QColor& ink,
                                              const QColor& link,
                                              const QList<QColor>& grounds) const;
};

}  // namespace brusio::ui
