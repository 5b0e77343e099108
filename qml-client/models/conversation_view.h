#pragma once

#include <QtCore/QSet>
#include <QtCore/QStringList>

#include "core/client/conversation.h"
#include "qml-client/models/event_words.h"
#include "qml-client/models/nick_completer.h"
#include "qml-client/models/room_list_model.h"
#include "qml-client/models/timeline_model.h"

namespace brusio::ui {

/// Whether there may be unread messages before the oldest one that is here.
[[nodiscard]] bool has_more_unread(const client::Conversation& conversation);

/// One conversation of the brain as the window shows it: its rows, who spoke to whom lately, and
/// its line in the room list.
class ConversationView : public QObject {
    Q_OBJECT

 public:
    ConversationView(client::ConversationId id, PlaceKind kind, const QString& name,
                     QObject* parent = nullptr);

    [[nodiscard]] client::ConversationId id() const { return id_; }
    [[nodiscard]] PlaceKind kind() const { return kind_; }
    [[nodiscard]] const QString& name() const { return name_; }
    void set_name(const QString& name) { name_ = name; }
    [[nodiscard]] TimelineModel& timeline() { return timeline_; }

    /// Shows a message of the brain that is new, or as it stands now.
    void add(const client::Message& message, const QString& own_nick);
    void change(const client::Message& message);
    /// Shows messages from before the oldest one; oldest first.
    void add_older(const std::vector<client::MessagePtr>& messages, const QString& own_nick);
    /// The brain has forgotten a message.
    void drop(client::MessageId message);
    /// Says what is above the oldest row.
    void show_past(client::OlderRows older);
    /// Empties the screen; what is not sent yet stays. Until restore() nothing older is to be asked
    /// for.
    void clear_screen();
    [[nodiscard]] bool is_cleared() const { return cleared_; }
    /// Shows what the brain has, again, if the screen was emptied.
    void restore(const client::Conversation& conversation, const QString& own_nick);
    /// Shows a text of our own making (help, an answer to whois).
    void add_info(const QString& text, qint64 unix_ms);
    /// The last of these says something else.
    void change_info(const QString& text);

    /// Fills in what the room list shows of this conversation; the counts are the brain's.
    [[nodiscard]] RoomEntry entry(const client::Conversation& conversation, bool has_draft) const;
    /// Whom Tab offers here.
    [[nodiscard]] NickCandidates candidates(const client::Conversation& conversation,
                                            const QString& own_nick) const;
    /// The key of the newest row that the brain knows, at `row` or older; 0 if there is none.
    [[nodiscard]] quint64 brain_key_at(int row) const;

 private:
    void add_gap(const client::Message& behind);
    void add_event(const client::Message& message);
    void add_speech(const client::Message& message, const QString& own_nick);
    void follow(const client::Message& message);
    [[nodiscard]] MessageRow speech_row(const client::Message& message,
                                        const QString& own_nick) const;
    void preview(const MessageRow& row);

    client::ConversationId id_;
    PlaceKind kind_;
    QString name_;
    TimelineModel timeline_;
    PresenceFold fold_;
    quint64 fold_key_ = 0;  // the row that fold_ writes, while it is the newest; else 0
    quint64 info_count_ = 0;
    bool cleared_ = false;
    client::MessagePtr front_gap_;  // the oldest row, if it comes after a gap
    QSet<quint64> unsent_;
    QStringList addressed_;
    QStringList spoken_;
    QString preview_;
    qint64 preview_ms_ = 0;
};

}  // namespace brusio::ui
