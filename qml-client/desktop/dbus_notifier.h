#pragma once

#include <QtCore/QSet>
#include <QtDBus/QDBusMessage>
#include <map>
#include <optional>

#include "qml-client/calls/notifier.h"
#include "qml-client/desktop/session_bus.h"

namespace brusio::ui {

/// Notifications by the desktop's own service (Desktop Notifications Specification 1.2,
/// org.freedesktop.Notifications). All calls are asynchronous; without a bus or a service nothing
/// is shown. What the service can do is asked for before the first one.
class DbusNotifier final : public Notifier {
    Q_OBJECT

 public:
    /// `bus` must outlive it.
    explicit DbusNotifier(SessionBus& bus, QObject* parent = nullptr);
    /// Takes away what is shown: nobody would hear its buttons any more.
    ~DbusNotifier() override;

    void show(const CallNote& note) override;
    void withdraw(quint64 tag) override;

 private slots:
    void on_action(uint id, const QString& action, const QDBusMessage& signal);
    void on_reply(uint id, const QString& text, const QDBusMessage& signal);
    void on_closed(uint id, uint reason, const QDBusMessage& signal);
    void on_owner(const QString& name, const QString& before, const QString& now,
                  const QDBusMessage& signal);

 private:
    enum class Knowledge { none, asked, known };
    struct Shown {
        quint32 id = 0;                // of the service; 0 before its first answer
        bool asked = false;            // an answer is on its way
        bool withdrawn = false;        // meanwhile
        std::optional<CallNote> next;  // to be shown instead when it is there
    };

    void begin();
    void ask_capabilities();
    void show_waiting();
    void send(const CallNote& note);
    void on_shown(quint64 tag, const QDBusMessage& answer);
    void close(quint32 id);
    [[nodiscard]] QString body_of(const CallNote& note) const;
    [[nodiscard]] QStringList actions_of(const CallNote& note) const;
    /// The tag of a notification that is ours, if the service itself speaks of it.
    [[nodiscard]] std::optional<quint64> tag_of(quint32 id, const QDBusMessage& signal) const;

    SessionBus& bus_;
    Knowledge knowledge_ = Knowledge::none;
    QSet<QString> capabilities_;
    QString service_;                      // its unique name
    std::map<quint64, CallNote> waiting_;  // for the bus, or for what the service can do
    std::map<quint64, Shown> shown_;
};

}  // namespace brusio::ui
