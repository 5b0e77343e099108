#pragma once

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtDBus/QDBusConnection>

namespace brusio::ui::test {

/// A bus of the test's own, with nobody on it and nothing to be started. Not there where there is
/// no dbus-daemon.
class PrivateBus {
 public:
    PrivateBus() {
        QFile config(folder_.filePath("bus.conf"));
        if (!config.open(QIODevice::WriteOnly)) return;
        config.write(
            "<busconfig><type>session</type><listen>unix:dir=" + folder_.path().toUtf8() +
            "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
            "<allow send_destination=\"*\"/><allow receive_sender=\"*\"/><allow own=\"*\"/>"
            "</policy></busconfig>");
        config.close();
        daemon_.start("dbus-daemon", {"--config-file=" + config.fileName(), "--nofork",
                                      "--nopidfile", "--print-address=1"});
        if (daemon_.waitForStarted() && daemon_.waitForReadyRead()) {
            address_ = QString::fromUtf8(daemon_.readLine()).trimmed();
        }
    }
    ~PrivateBus() {
        for (const QString& name : names_) QDBusConnection::disconnectFromBus(name);
        daemon_.kill();
        daemon_.waitForFinished();
    }
    [[nodiscard]] static bool can_be() {
        return !QStandardPaths::findExecutable("dbus-daemon").isEmpty();
    }
    [[nodiscard]] const QString& address() const { return address_; }
    /// Somebody else on the bus.
    [[nodiscard]] QDBusConnection visitor() {
        static int number = 0;
        names_ << QString("visitor-%1").arg(++number);
        return QDBusConnection::connectToBus(address_, names_.last());
    }

 private:
    QTemporaryDir folder_;
    QProcess daemon_;
    QString address_;
    QStringList names_;
};

}  // namespace brusio::ui::test
