#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include "qml-client/models/answer_words.h"
#include "qml-client/models/chat_feed.h"
#include "qml-client/models/command_desk.h"

namespace brusio::ui {

/// The card of the open room: how it is set up, whom it keeps out, and what we may change.
class RoomDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the chat has the one desk")
    Q_PROPERTY(QString room READ room NOTIFY changed)
    Q_PROPERTY(QString topic READ topic NOTIFY changed)
    Q_PROPERTY(bool mayTopic READ may_topic NOTIFY changed)
    Q_PROPERTY(bool mayBan READ may_ban NOTIFY changed)
    Q_PROPERTY(bool inside READ is_inside NOTIFY changed)
    Q_PROPERTY(int memberCount READ member_count NOTIFY changed)
    Q_PROPERTY(QString key READ key NOTIFY changed)
    Q_PROPERTY(QStringList modes READ modes NOTIFY changed)
    Q_PROPERTY(QStringList bans READ bans NOTIFY changed)
    Q_PROPERTY(bool bansKnown READ bans_known NOTIFY changed)

 public:
    /// Entries of the list of bans kept at most.
    static constexpr qsizetype bans_max = 200;

    /// All must outlive it.
    RoomDesk(BrainDriver& driver, ChatFeed& feed, CommandDesk& commands, QObject* parent = nullptr);

    [[nodiscard]] const QString& room() const { return room_; }
    /// As it was set, with its formatting codes.
    [[nodiscard]] QString topic() const;
    [[nodiscard]] bool may_topic() const;
    [[nodiscard]] bool may_ban() const;
    [[nodiscard]] bool is_inside() const;
    [[nodiscard]] int member_count() const;
    /// What lets one in; "" if nothing is needed or we do not know it.
    [[nodiscard]] QString key() const;
    /// Each explained.
    [[nodiscard]] QStringList modes() const;
    /// Who is kept out, each in words.
    [[nodiscard]] QStringList bans() const;
    /// The whole list has come.
    [[nodiscard]] bool bans_known() const { return bans_known_; }

    /// Asks the server about the open room; `cardAsked` shows it.
    Q_INVOKABLE void show();
    Q_INVOKABLE void changeTopic(const QString& text);
    Q_INVOKABLE void invite(const QString& nick);
    /// Takes the ban in this row back.
    Q_INVOKABLE void removeBan(int row);

 signals:
    void changed();
    void cardAsked();

 private:
    [[nodiscard]] const client::Conversation* state() const;
    [[nodiscard]] bool has_mode(QChar letter) const;
    [[nodiscard]] bool is_operator() const;
    void ask_modes();
    void ask_bans();
    void run(const QString& typed);

    BrainDriver& driver_;
    ChatFeed& feed_;
    CommandDesk& commands_;
    QString room_;
    QString told_key_;
    QList<ModeWords> modes_;
    QList<MaskEntry> bans_;
    bool bans_known_ = false;
    quint64 round_ = 0;  // answers to an earlier show() are nobody's
};

}  // namespace brusio::ui
