#include "qml-client/models/server_page.h"

#include <utility>

namespace brusio::ui {

namespace {

// The lines of the message of the day come one by one and are one text.
bool is_gathered(client::ServerText kind) { return kind == client::ServerText::motd; }

}  // namespace

ServerPage::ServerPage(QObject* parent)
    : QObject(parent), view_(client::ConversationId{}, PlaceKind::server, title()) {}

// No room and no person can be called so: there is a blank in it.
QString ServerPage::title() { return tr("Server messages"); }

RoomEntry ServerPage::entry() const {
    RoomEntry entry;
    entry.name = view_.name();
    entry.kind = PlaceKind::server;
    entry.unread = unread_;
    entry.preview = preview_;
    return entry;
}

void ServerPage::add(const client::ServerNotice& notice, qint64 unix_ms) {
    constexpr qsizetype gathered_max = 8'000;  // signs in one row
    QString text = QString::fromStdString(notice.text);
    const bool goes_on = is_gathered(notice.kind) && notice.kind == last_kind_ &&
                         !gathered_.isEmpty() && gathered_.size() < gathered_max;
    last_kind_ = notice.kind;
    if (notice.kind == client::ServerText::wallops) {
        text = tr("%1 to all: %2").arg(QString::fromStdString(notice.from), text);
    }
    preview_ = read_message_text(text).plain.simplified();
    if (goes_on) {
        gathered_ += u'\n' + text;
        view_.change_info(gathered_);
        return;
    }
    gathered_ = is_gathered(notice.kind) ? text : QString();
    view_.add_info(text, unix_ms);
    const bool is_news =
        notice.kind == client::ServerText::notice || notice.kind == client::ServerText::wallops;
    if (is_news) ++unread_;
}

bool ServerPage::note_seen() { return std::exchange(unread_, 0) > 0; }

}  // namespace brusio::ui
