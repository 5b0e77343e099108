#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <map>
#include <vector>

#include "qml-client/calls/call_book.h"
#include "qml-client/calls/call_wishes_desk.h"
#include "qml-client/calls/notifier.h"
#include "qml-client/calls/tray_desk.h"
#include "qml-client/models/chat_feed.h"

namespace brusio::ui {

/// Calls the user: hears what is said, asks the CallRules, and tells the Notifier and the window.
/// One notification a conversation, until what it is about has been seen, here or elsewhere.
class Calls : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the chat has the one that calls")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool inSight READ in_sight WRITE set_in_sight NOTIFY sightChanged)
    Q_PROPERTY(
        brusio::ui::Calls::Level roomLevel READ room_level WRITE set_room_level NOTIFY roomChanged)
    Q_PROPERTY(bool roomMuted READ room_muted NOTIFY roomChanged)
    Q_PROPERTY(QString roomMutedUntil READ room_muted_until NOTIFY roomChanged)
    Q_PROPERTY(QStringList silent READ silent NOTIFY silentChanged)
    Q_PROPERTY(brusio::ui::CallWishesDesk* wishes READ wishes CONSTANT)
    Q_PROPERTY(brusio::ui::TrayDesk* tray READ tray CONSTANT)

 public:
    enum class Level { All, Mentions, None };
    Q_ENUM(Level)

    /// All must outlive it.
    Calls(BrainDriver& driver, const ClientSettings& settings, ChatFeed& feed,
          QObject* parent = nullptr);
    ~Calls() override;

    /// Who shows notifications; null if nobody does. It must outlive this or be taken away.
    void set_notifier(Notifier* notifier);
    [[nodiscard]] CallWishesDesk* wishes() { return &wishes_; }
    [[nodiscard]] TrayDesk* tray() { return &tray_; }

    /// Messages for the user that nobody has seen yet.
    [[nodiscard]] int count() const { return count_; }
    /// Whether the pane of the open room can be seen, if the window can.
    [[nodiscard]] bool in_sight() const { return in_sight_; }
    void set_in_sight(bool in_sight);
    /// Whether the window has the focus.
    void set_active(bool active);

    /// The conversations that do not call, by name: muted now, or never to call.
    [[nodiscard]] const QStringList& silent() const { return silent_; }

    /// Of the open conversation.
    [[nodiscard]] Level room_level() const;
    void set_room_level(Level level);
    [[nodiscard]] bool room_muted() const;
    /// The time at which it ends; "" if it is not muted, or for good.
    [[nodiscard]] QString room_muted_until() const;
    /// For so long; 0 or less is for good.
    Q_INVOKABLE void muteRoom(int minutes);
    Q_INVOKABLE void unmuteRoom();

    /// We are going to a place (Destination::place).
    void enter(const QString& place) { change_place(place, CallBook::Choices::of_place); }
    /// We are somebody else at the same server: what was chosen goes along.
    void move_to(const QString& place) { change_place(place, CallBook::Choices::go_along); }
    /// Forgets all calls and takes their notifications away.
    void clear();
    /// The same, and what was chosen for the conversations of this place.
    void forget_place();

 signals:
    void countChanged();
    void silentChanged();
    void sightChanged();
    void roomChanged();
    /// There is a call: the window asks to be looked at.
    void urgent();
    /// The user wants the window.
    void windowAsked();
    /// The user wants that conversation in the window.
    void openAsked(const QString& name);
    /// The same, to write there; `text` is what is to be said, "" if it is not written yet.
    void replyAsked(const QString& name, const QString& text);

 private:
    struct Call {
        client::MessageId id;
        QString nick;
        QString text;
    };
    /// What calls from one conversation, until it has been read.
    struct Due {
        std::vector<Call> calls;
        client::MessageId dismissed;  // with everything before it: not to be shown again
        bool shown = false;
        bool changed = false;
        bool loud = false;
    };

    void take(const std::vector<client::ClientEvent>& events);
    void on(const client::MessageAdded& event);
    void on(const client::MessageChanged& event);
    void on(const client::UnreadChanged& event);
    void on(const client::ConversationOpened& event);
    void on(const client::ConversationClosed& event);
    void on(const client::ConversationRenamed& event);
    template <class Other>
    void on(const Other&) {}

    [[nodiscard]] bool is_seen(client::ConversationId id) const;
    [[nodiscard]] CallPlace place_of(const client::Conversation& state) const;
    void drop(quint64 tag);
    void hide(quint64 tag, Due& due);
    void forget_read(client::ConversationId id);
    void forget_unwanted();
    [[nodiscard]] QString room() const;
    void mute_room_until(qint64 unix_ms);
    void look();
    void flush_soon();
    void flush();
    [[nodiscard]] CallNote note(quint64 tag, const client::Conversation& state,
                                const Due& due) const;
    void change_place(const QString& place, CallBook::Choices choices);
    void on_choice();
    void count(client::ConversationId id);
    void count_all();
    [[nodiscard]] int waiting(const client::Conversation& state) const;
    void set_count(quint64 tag, int waiting);
    void mark_read(quint64 tag);
    void dismiss(quint64 tag);
    void reply(quint64 tag, const QString& text);
    [[nodiscard]] const client::Conversation* state_of(quint64 tag) const;

    BrainDriver& driver_;
    ChatFeed& feed_;
    CallBook book_;
    CallRules rules_;
    QPointer<Notifier> notifier_;
    CallWishesDesk wishes_{book_};
    TrayDesk tray_{book_};
    std::map<quint64, Due> due_;  // by conversation, as the counts
    std::map<quint64, int> counts_;
    std::map<quint64, QString> names_;
    QTimer flusher_;
    QTimer unmuter_;
    QElapsedTimer since_flush_;
    QStringList silent_;
    int count_ = 0;
    bool active_ = false;
    bool in_sight_ = false;
};

}  // namespace brusio::ui
