#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQuick/QQuickItem>
#include <optional>

#include "qml-client/models/chat_feed.h"
#include "qml-client/models/command_desk.h"

namespace brusio::ui {

/// One person at a time: what is known of it, what WHOIS tells, and what we may do.
class PersonDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the chat has the one desk")
    Q_PROPERTY(QString nick READ nick NOTIFY changed)
    Q_PROPERTY(int hue READ hue NOTIFY changed)
    Q_PROPERTY(bool self READ is_self NOTIFY changed)
    Q_PROPERTY(bool asking READ is_asking NOTIFY changed)
    Q_PROPERTY(bool ignored READ is_ignored NOTIFY changed)
    Q_PROPERTY(QStringList facts READ facts NOTIFY changed)
    Q_PROPERTY(QString commonWords READ common_words NOTIFY changed)
    Q_PROPERTY(bool mayRank READ may_rank NOTIFY changed)
    Q_PROPERTY(bool mayOp READ may_op NOTIFY changed)
    Q_PROPERTY(bool isOp READ is_op NOTIFY changed)
    Q_PROPERTY(bool isVoiced READ is_voiced NOTIFY changed)

 public:
    enum class Deed { Op, Deop, Voice, Devoice, Kick, Ban, Unban, Ignore, Unignore };
    Q_ENUM(Deed)

    /// All must outlive it.
    PersonDesk(BrainDriver& driver, ChatFeed& feed, CommandDesk& commands,
               QObject* parent = nullptr);

    [[nodiscard]] const QString& nick() const { return nick_; }
    [[nodiscard]] int hue() const;
    [[nodiscard]] bool is_self() const;
    /// The server has not answered yet.
    [[nodiscard]] bool is_asking() const { return asking_; }
    [[nodiscard]] bool is_ignored() const;
    /// What is known, one thing a line.
    [[nodiscard]] QStringList facts() const;
    /// The rooms where both of us are.
    [[nodiscard]] QStringList common() const;
    [[nodiscard]] QString common_words() const { return common().join(QStringLiteral(", ")); }
    /// Whether we may give voice and put out in the open room, where the person is too; and make
    /// operators.
    [[nodiscard]] bool may_rank() const;
    [[nodiscard]] bool may_op() const;
    [[nodiscard]] bool is_op() const { return has_rank('@'); }
    [[nodiscard]] bool is_voiced() const { return has_rank('+'); }

    /// From now on it is about this person; the menu asks for no more.
    Q_INVOKABLE void look(const QString& nick);
    /// The same, and the server is asked who it is; `cardAsked` shows it.
    Q_INVOKABLE void show(const QString& nick);
    /// The same as look(), and `menuAsked` shows what can be done: beside an item, or, if that is
    /// null, at the pointer.
    Q_INVOKABLE void askMenu(const QString& nick, QQuickItem* beside);
    Q_INVOKABLE void act(brusio::ui::PersonDesk::Deed deed);

 signals:
    void changed();
    void cardAsked();
    void menuAsked(QQuickItem* beside);

 private:
    [[nodiscard]] const client::Member* member(const QString& nick) const;
    [[nodiscard]] bool has_rank(char sign) const;
    [[nodiscard]] bool we_are_at_least(char sign) const;
    [[nodiscard]] QString account() const;

    BrainDriver& driver_;
    ChatFeed& feed_;
    CommandDesk& commands_;
    QString nick_;
    bool asking_ = false;
    std::optional<client::WhoisAnswer> whois_;
};

}  // namespace brusio::ui
