#include "qml-client/desktop/tray_watch.h"

#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusVariant>

namespace brusio::ui {

namespace {

const QString watcher_service = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString watcher_path = QStringLiteral("/StatusNotifierWatcher");

}  // namespace

TrayWatch::TrayWatch(SessionBus& bus, QObject* parent) : QObject(parent), bus_(bus) {
    if (bus_.state() == SessionBus::State::opening) {
        connect(&bus_, &SessionBus::decided, this, &TrayWatch::begin);
    } else {
        begin();
    }
}

void TrayWatch::begin() {
    if (bus_.state() != SessionBus::State::open) return;
    bus_.watch_owner(watcher_service, this,
                     SLOT(on_owner(QString, QString, QString, QDBusMessage)));
    QDBusConnection bus = bus_.connection();
    for (const char* signal : {"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"}) {
        bus.connect(QString(), watcher_path, watcher_service, QString::fromLatin1(signal), this,
                    SLOT(ask()));
    }
    ask();
}

void TrayWatch::ask() {
    QDBusMessage call = QDBusMessage::createMethodCall(
        watcher_service, watcher_path, QStringLiteral("org.freedesktop.DBus.Properties"),
        QStringLiteral("Get"));
    call << watcher_service << QStringLiteral("IsStatusNotifierHostRegistered");
    call.setAutoStartService(false);
    auto* const answer = new QDBusPendingCallWatcher(bus_.connection().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QVariant told = answer->reply().arguments().value(0);
        const bool is_answer = answer->reply().type() == QDBusMessage::ReplyMessage;
        set_there(is_answer && qvariant_cast<QDBusVariant>(told).variant().toBool());
    });
}

void TrayWatch::on_owner(const QString& /*name*/, const QString& /*before*/, const QString& /*now*/,
                         const QDBusMessage& signal) {
    if (is_from_bus(signal.service())) ask();
}

void TrayWatch::set_there(bool there) {
    if (there == there_) return;
    there_ = there;
    emit changed(there);
}

}  // namespace brusio::ui
