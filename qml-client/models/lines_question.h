#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <optional>

#include "qml-client/models/composer_input.h"

namespace brusio::ui {

/// A text of many lines that somebody is about to say.
struct ManyLines {
    QString place;      ///< the room or the person that was open
    Wish wish;          ///< to say them, to act them, or to say them to `target`
    QString target;     ///< "" for `place`
    QString as_one;     ///< what says it in one message; "" if nothing does
    QStringList lines;  ///< what says it line by line
};

/// Asks before many lines are said, which may have been pasted by mistake: all in one message, each
/// for itself, or not at all. Until it is answered the text stays in the composer.
class LinesQuestion : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the chat has the one question")
    Q_PROPERTY(bool open READ is_open NOTIFY changed)
    Q_PROPERTY(int lineCount READ line_count NOTIFY changed)
    Q_PROPERTY(bool oneOffered READ one_offered NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QString sample READ sample NOTIFY changed)

 public:
    using QObject::QObject;

    [[nodiscard]] bool is_open() const { return asked_.has_value(); }
    /// How many messages line by line is; 0 if nothing is asked.
    [[nodiscard]] int line_count() const;
    /// Whether it can be said in one message.
    [[nodiscard]] bool one_offered() const;
    [[nodiscard]] QString place() const;
    /// The first lines, to see what it is.
    [[nodiscard]] QString sample() const;

    void ask(ManyLines lines);
    Q_INVOKABLE void sayAsOne();
    Q_INVOKABLE void sayEachLine();
    Q_INVOKABLE void dismiss();

 signals:
    void changed();
    /// Say these, in this order, in place of what stands in the composer.
    void answered(const brusio::ui::ManyLines& asked, const QStringList& texts);

 private:
    std::optional<ManyLines> asked_;
};

}  // namespace brusio::ui
