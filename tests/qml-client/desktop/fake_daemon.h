#pragma once

#include <QtCore/QVariantMap>
#include <QtDBus/QDBusContext>

#include "tests/qml-client/desktop/private_bus.h"

namespace brusio::ui::test {

/// A desktop's service for notifications, which tells the test what it was asked.
class FakeDaemon : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

 public:
    struct Asked {
        uint id = 0;
        uint replaces = 0;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    FakeDaemon(PrivateBus& bus, QStringList can_do)
        : capabilities(std::move(can_do)), bus_(bus.visitor()) {
        bus_.registerObject("/org/freedesktop/Notifications", this,
                            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        bus_.registerService("org.freedesktop.Notifications");
    }
    ~FakeDaemon() override { bus_.unregisterService("org.freedesktop.Notifications"); }

    QStringList capabilities;
    QList<Asked> asked;
    QList<uint> closed;
    QList<uint> shown;
    int capabilities_asked = 0;
    bool silent = false;  // takes calls and does not answer them

 public slots:
    QStringList GetCapabilities() {
        ++capabilities_asked;
        if (silent) setDelayedReply(true);
        return capabilities;
    }
    uint Notify(const QString&, uint replaces, const QString&, const QString& summary,
                const QString& body, const QStringList& actions, const QVariantMap& hints, int) {
        const uint id = replaces != 0 ? replaces : ++last_;
        asked << Asked{id, replaces, summary, body, actions, hints};
        if (!shown.contains(id)) shown << id;
        if (silent) setDelayedReply(true);
        return id;
    }
    void CloseNotification(uint id) {
        closed << id;
        shown.removeAll(id);
        emit NotificationClosed(id, 3);
    }

 signals:
    void ActionInvoked(uint id, const QString& action);
    void NotificationReplied(uint id, const QString& text);
    void NotificationClosed(uint id, uint reason);

 private:
    QDBusConnection bus_;
    uint last_ = 40;
};

/// What holds the items of a tray, as a desktop has it.
class FakeTray : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ has_host)

 public:
    explicit FakeTray(PrivateBus& bus) : bus_(bus.visitor()) {
        bus_.registerObject(
            "/StatusNotifierWatcher", this,
            QDBusConnection::ExportAllProperties | QDBusConnection::ExportAllSignals);
        bus_.registerService("org.kde.StatusNotifierWatcher");
    }
    ~FakeTray() override { bus_.unregisterService("org.kde.StatusNotifierWatcher"); }
    [[nodiscard]] bool has_host() const { return host; }
    bool host = true;

 signals:
    void StatusNotifierHostRegistered();
    void StatusNotifierHostUnregistered();

 private:
    QDBusConnection bus_;
};

}  // namespace brusio::ui::test
