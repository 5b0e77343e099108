#include "qml-client/desktop/session_bus.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QFileInfo>
#include <QtCore/QTimer>

namespace brusio::ui {

namespace {

const char* bus_service = "org.freedesktop.DBus";

// Asked before there is one: the library would start a bus of its own where there is none.
bool session_has_bus() {
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) return true;
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !folder.isEmpty() && QFileInfo::exists(folder + QStringLiteral("/bus"));
}

QString fresh_name() {
    static int number = 0;
    return QStringLiteral("brusio-session-%1").arg(++number);
}

}  // namespace

SessionBus::SessionBus(const QString& address, QObject* parent)
    : QObject(parent), name_(fresh_name()) {
    if (address.isEmpty() && !session_has_bus()) {
        state_ = State::absent;
        QTimer::singleShot(0, this, &SessionBus::decided);
        return;
    }
    const auto open = [address, name = name_] {
        const QDBusConnection made =
            address.isEmpty() ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, name)
                              : QDBusConnection::connectToBus(address, name);
        return made.isConnected();
    };
    QtConcurrent::run(open).then(this, [this](bool connected) {
        state_ = connected ? State::open : State::absent;
        emit decided();
    });
}

SessionBus::~SessionBus() { QDBusConnection::disconnectFromBus(name_); }

// Signals are heard from whoever sends them and their sender is looked at: to hear them of a
// service alone, Qt asks the bus for its owner and waits for the answer.
void SessionBus::watch_owner(const QString& service, QObject* receiver, const char* slot) const {
    connection().connect(QString(), QStringLiteral("/org/freedesktop/DBus"),
                         QString::fromLatin1(bus_service), QStringLiteral("NameOwnerChanged"),
                         {service}, QString(), receiver, slot);
}

bool is_from_bus(const QString& sender) { return sender == QLatin1String(bus_service); }

}  // namespace brusio::ui
