#include "qml-client/models/event_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include "qml-client/models/qt_text.h"

namespace brusio::ui {

/// The translations' context of these sentences.
struct EventWords {
    Q_DECLARE_TR_FUNCTIONS(brusio::ui::EventWords)
};

namespace {

using client::MessageKind;

// "ada, bob, eve and 4 more": a netsplit must not fill the screen.
QString names(const QStringList& nicks) {
    constexpr qsizetype named_max = 6;
    if (nicks.size() <= named_max) return nicks.join(QStringLiteral(", "));
    return EventWords::tr("%1 and %2 more")
        .arg(nicks.mid(0, named_max).join(QStringLiteral(", ")),
             QString::number(nicks.size() - named_max));
}

QString room_renamed_sentence(const client::Message& message) {
    const QString sentence =
        EventWords::tr("%1 renamed the room from %2 to %3")
            .arg(text_of(message.sender), text_of(message.subject), text_of(message.target));
    return message.text.empty() ? sentence
                                : sentence + QStringLiteral(": ") + text_of(message.text);
}

}  // namespace

bool PresenceFold::takes(MessageKind kind) {
    return kind == MessageKind::joined || kind == MessageKind::parted ||
           kind == MessageKind::quit || kind == MessageKind::net_split ||
           kind == MessageKind::net_join;
}

void PresenceFold::add(const client::Message& message) {
    const bool in = message.kind == MessageKind::joined || message.kind == MessageKind::net_join;
    const bool many =
        message.kind == MessageKind::net_split || message.kind == MessageKind::net_join;
    const QString who = text_of(many ? message.text : message.sender);
    const QStringList nicks = many ? who.split(u' ', Qt::SkipEmptyParts) : QStringList{who};
    for (const QString& nick : nicks) add(nick, in ? Move::in : Move::out);
}

void PresenceFold::add(const QString& nick, Move move) {
    for (Person& person : people_) {
        if (person.nick != nick) continue;
        person.last = move;
        return;
    }
    people_.append({nick, move, move});
}

QString PresenceFold::sentence() const {
    QStringList joined;
    QStringList left;
    QStringList passed;
    QStringList returned;
    for (const Person& person : people_) {
        if (person.first == Move::in) (person.last == Move::in ? joined : passed) << person.nick;
        if (person.first == Move::out) (person.last == Move::out ? left : returned) << person.nick;
    }
    QStringList parts;
    if (!joined.isEmpty()) parts << EventWords::tr("%1 joined").arg(names(joined));
    if (!left.isEmpty()) parts << EventWords::tr("%1 left").arg(names(left));
    if (!passed.isEmpty()) parts << EventWords::tr("%1 came and went").arg(names(passed));
    if (!returned.isEmpty()) parts << EventWords::tr("%1 left and came back").arg(names(returned));
    return parts.join(QStringLiteral(" · "));
}

QString event_sentence(const client::Message& message) {
    const QString sender = text_of(message.sender);
    const QString subject = text_of(message.subject);
    const QString text = text_of(message.text);
    switch (message.kind) {
        case MessageKind::kicked:
            return text.isEmpty() ? EventWords::tr("%1 removed %2").arg(sender, subject)
                                  : EventWords::tr("%1 removed %2: %3").arg(sender, subject, text);
        case MessageKind::renamed:
            return EventWords::tr("%1 is now %2").arg(sender, subject);
        case MessageKind::room_renamed:
            return room_renamed_sentence(message);
        case MessageKind::topic_changed:
            return text.isEmpty() ? EventWords::tr("%1 cleared the topic").arg(sender)
                                  : EventWords::tr("%1 set the topic: %2").arg(sender, text);
        case MessageKind::mode_changed:
            return EventWords::tr("%1 set %2").arg(sender, text);
        case MessageKind::invited:
            return EventWords::tr("%1 invited %2").arg(sender, subject);
        default:
            return text;
    }
}

QString redacted_sentence(const client::Message& message) {
    const bool by_itself = message.subject.empty() || message.subject == message.sender;
    const QString sentence =
        by_itself ? EventWords::tr("Message taken back")
                  : EventWords::tr("Message taken back by %1").arg(text_of(message.subject));
    return message.text.empty() ? sentence
                                : sentence + QStringLiteral(": ") + text_of(message.text);
}

QString gap_sentence() {
    return EventWords::tr("Something may have been said here that is not known");
}

QString failure_words(const client::Message& message) {
    switch (message.failure) {
        case client::MessageFailure::none:
            return QString();
        case client::MessageFailure::refused:
            return message.failure_text.empty() ? EventWords::tr("refused by the server")
                                                : text_of(message.failure_text);
        case client::MessageFailure::unknown:
            return EventWords::tr("the connection broke; it may have arrived");
        case client::MessageFailure::outbox_full:
            return EventWords::tr("too many messages are waiting");
    }
    return QString();
}

}  // namespace brusio::ui
