#pragma once

#include <QtCore/QObject>
#include <QtDBus/QDBusMessage>

#include "qml-client/desktop/session_bus.h"

namespace brusio::ui {

/// Whether the desktop has a tray now: a host that shows what is registered with its watcher
/// (StatusNotifierItem, org.kde.StatusNotifierWatcher). Asynchronous.
class TrayWatch : public QObject {
    Q_OBJECT

 public:
    /// `bus` must outlive it.
    explicit TrayWatch(SessionBus& bus, QObject* parent = nullptr);

    [[nodiscard]] bool is_there() const { return there_; }

 signals:
    void changed(bool there);

 private slots:
    void on_owner(const QString& name, const QString& before, const QString& now,
                  const QDBusMessage& signal);
    void ask();

 private:
    void begin();
    void set_there(bool there);

    SessionBus& bus_;
    bool there_ = false;
};

}  // namespace brusio::ui
