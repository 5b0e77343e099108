#pragma once

#include <QtCore/QObject>
#include <QtDBus/QDBusConnection>

namespace brusio::ui {

/// The bus of the user's session. It is opened by another thread, so that a bus that does not
/// answer cannot hold the window up; where there is none, nothing happens and nobody is warned.
class SessionBus : public QObject {
    Q_OBJECT

 public:
    enum class State { opening, open, absent };

    /// `address` "" is the session's own.
    explicit SessionBus(const QString& address = {}, QObject* parent = nullptr);
    /// Ends the connection.
    ~SessionBus() override;

    [[nodiscard]] State state() const { return state_; }
    /// Not connected unless the state is `open`. For asynchronous calls only.
    [[nodiscard]] QDBusConnection connection() const { return QDBusConnection(name_); }
    /// Hears when a service begins or ends: `slot` is a SLOT() of `receiver` that takes (name,
    /// owner before, owner now, QDBusMessage).
    void watch_owner(const QString& service, QObject* receiver, const char* slot) const;

 signals:
    /// It is open, or is not going to be.
    void decided();

 private:
    QString name_;
    State state_ = State::opening;
};

/// True if the bus itself said this: anybody on it may say anything under its own name.
[[nodiscard]] bool is_from_bus(const QString& sender);

}  // namespace brusio::ui
