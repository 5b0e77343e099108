#pragma once

#include "core/client/client_events.h"
#include "qml-client/models/conversation_view.h"

namespace brusio::ui {

/// What the server itself says to us and belongs to no room: its message of the day, notices, and
/// WALLOPS. A place of the room list in which nobody can speak.
class ServerPage : public QObject {
    Q_OBJECT

 public:
    explicit ServerPage(QObject* parent = nullptr);

    [[nodiscard]] ConversationView& view() { return view_; }
    /// Its line in the room list. Notices count as unread until they are seen, the message of the
    /// day does not.
    [[nodiscard]] RoomEntry entry() const;

    void add(const client::ServerNotice& notice, qint64 unix_ms);
    /// Somebody looks at it. Whether that changed its line in the list.
    bool note_seen();
    /// Takes its name anew after a change of language.
    void retranslate() { view_.set_name(title()); }

 private:
    [[nodiscard]] static QString title();

    ConversationView view_;
    client::ServerText last_kind_ = client::ServerText::notice;
    QString gathered_;  // lines of one kind that share the newest row
    int unread_ = 0;
    QString preview_;
};

}  // namespace brusio::ui
