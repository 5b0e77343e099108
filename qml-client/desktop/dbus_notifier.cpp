#include "qml-client/desktop/dbus_notifier.h"

#include <QtCore/QCoreApplication>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <functional>

namespace brusio::ui {

namespace {

const QString notifications_service = QStringLiteral("org.freedesktop.Notifications");
const QString notifications_path = QStringLiteral("/org/freedesktop/Notifications");

// The name of the program's .desktop file, and of its icon.
const QString desktop_entry = QStringLiteral("org.brusio.Brusio");

const QString default_action = QStringLiteral("default");
const QString reply_action = QStringLiteral("reply");
const QString inline_reply_action = QStringLiteral("inline-reply");
const QString read_action = QStringLiteral("mark-read");

QDBusMessage call_of(const char* method) {
    return QDBusMessage::createMethodCall(notifications_service, notifications_path,
                                          notifications_service, QString::fromLatin1(method));
}

void when_answered(const QDBusConnection& bus, const QDBusMessage& call, QObject* receiver,
                   const std::function<void(const QDBusMessage&)>& take) {
    auto* const watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), receiver);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, receiver, [watcher, take] {
        watcher->deleteLater();
        take(watcher->reply());
    });
}

}  // namespace

DbusNotifier::DbusNotifier(SessionBus& bus, QObject* parent) : Notifier(parent), bus_(bus) {
    if (bus_.state() == SessionBus::State::opening) {
        connect(&bus_, &SessionBus::decided, this, &DbusNotifier::begin);
    } else {
        begin();
    }
}

DbusNotifier::~DbusNotifier() {
    for (const auto& [tag, shown] : shown_) {
        if (shown.id != 0) close(shown.id);
    }
}

void DbusNotifier::begin() {
    if (bus_.state() != SessionBus::State::open) {
        waiting_.clear();
        return;
    }
    QDBusConnection bus = bus_.connection();
    const auto hear = [&](const char* signal, const char* slot) {
        bus.connect(QString(), notifications_path, notifications_service,
                    QString::fromLatin1(signal), this, slot);
    };
    hear("ActionInvoked", SLOT(on_action(uint, QString, QDBusMessage)));
    hear("NotificationReplied", SLOT(on_reply(uint, QString, QDBusMessage)));
    hear("NotificationClosed", SLOT(on_closed(uint, uint, QDBusMessage)));
    bus_.watch_owner(notifications_service, this,
                     SLOT(on_owner(QString, QString, QString, QDBusMessage)));
    if (!waiting_.empty()) ask_capabilities();
}

void DbusNotifier::ask_capabilities() {
    if (knowledge_ == Knowledge::asked) return;
    knowledge_ = Knowledge::asked;
    when_answered(bus_.connection(), call_of("GetCapabilities"), this,
                  [this](const QDBusMessage& answer) {
                      const bool known = answer.type() == QDBusMessage::ReplyMessage;
                      knowledge_ = known ? Knowledge::known : Knowledge::none;
                      if (!known) return waiting_.clear();  // nobody shows them
                      const QStringList told = answer.arguments().value(0).toStringList();
                      capabilities_ = QSet<QString>(told.begin(), told.end());
                      service_ = answer.service();
                      show_waiting();
                  });
}

void DbusNotifier::show_waiting() {
    for (const auto& [tag, note] : std::exchange(waiting_, {})) send(note);
}

void DbusNotifier::show(const CallNote& note) {
    if (bus_.state() == SessionBus::State::absent) return;
    if (knowledge_ == Knowledge::known) return send(note);
    waiting_[note.tag] = note;
    if (bus_.state() == SessionBus::State::open) ask_capabilities();
}

void DbusNotifier::withdraw(quint64 tag) {
    waiting_.erase(tag);
    const auto at = shown_.find(tag);
    if (at == shown_.end()) return;
    if (at->second.asked) {
        at->second.withdrawn = true;
        at->second.next.reset();
        return;
    }
    close(at->second.id);
    shown_.erase(at);
}

void DbusNotifier::close(quint32 id) {
    QDBusMessage call = call_of("CloseNotification");
    call << id;
    call.setAutoStartService(false);
    bus_.connection().send(call);
}

// The body is markup where the service says so (chapter "Markup"): an <img> would be fetched.
QString DbusNotifier::body_of(const CallNote& note) const {
    const bool is_markup = capabilities_.contains(QStringLiteral("body-markup"));
    return is_markup ? note.body.toHtmlEscaped() : note.body;
}

QStringList DbusNotifier::actions_of(const CallNote& note) const {
    if (!capabilities_.contains(QStringLiteral("actions"))) return {};
    const bool can_write = capabilities_.contains(inline_reply_action);
    return {default_action,   note.open_words, can_write ? inline_reply_action : reply_action,
            note.reply_words, read_action,     note.read_words};
}

void DbusNotifier::send(const CallNote& note) {
    Shown& shown = shown_[note.tag];
    if (shown.asked) {
        shown.withdrawn = false;
        shown.next = note;
        return;
    }
    shown.asked = true;
    QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(uchar{1})},
                      {QStringLiteral("category"), QStringLiteral("im.received")},
                      {QStringLiteral("desktop-entry"), desktop_entry}};
    if (note.loud) {
        hints[QStringLiteral("sound-name")] = QStringLiteral("message-new-instant");
    } else {
        hints[QStringLiteral("suppress-sound")] = true;
    }
    constexpr qint32 as_long_as_usual = -1;
    QDBusMessage call = call_of("Notify");
    call << QStringLiteral("Brusio") << shown.id << desktop_entry << note.summary << body_of(note)
         << actions_of(note) << hints << as_long_as_usual;
    when_answered(bus_.connection(), call, this,
                  [this, tag = note.tag](const QDBusMessage& answer) { on_shown(tag, answer); });
}

void DbusNotifier::on_shown(quint64 tag, const QDBusMessage& answer) {
    const auto at = shown_.find(tag);
    if (at == shown_.end()) return;
    if (answer.type() != QDBusMessage::ReplyMessage) {
        shown_.erase(at);
        return;
    }
    Shown& shown = at->second;
    service_ = answer.service();
    shown.id = answer.arguments().value(0).toUInt();
    shown.asked = false;
    if (shown.withdrawn) {
        close(shown.id);
        shown_.erase(at);
    } else if (const auto next = std::exchange(shown.next, std::nullopt)) {
        send(*next);
    }
}

std::optional<quint64> DbusNotifier::tag_of(quint32 id, const QDBusMessage& signal) const {
    if (service_.isEmpty() || signal.service() != service_) return std::nullopt;
    for (const auto& [tag, shown] : shown_) {
        if (shown.id == id && id != 0) return tag;
    }
    return std::nullopt;
}

void DbusNotifier::on_action(uint id, const QString& action, const QDBusMessage& signal) {
    const auto tag = tag_of(id, signal);
    if (!tag) return;
    if (action == default_action) emit opened(*tag);
    if (action == reply_action || action == inline_reply_action) emit replied(*tag, {});
    if (action == read_action) emit readMarked(*tag);
}

void DbusNotifier::on_reply(uint id, const QString& text, const QDBusMessage& signal) {
    if (const auto tag = tag_of(id, signal)) emit replied(*tag, text);
}

void DbusNotifier::on_closed(uint id, uint /*reason*/, const QDBusMessage& signal) {
    const auto tag = tag_of(id, signal);
    if (!tag) return;
    Shown& shown = shown_[*tag];
    shown.id = 0;
    if (shown.asked) return;  // it comes back
    shown_.erase(*tag);
    emit dismissed(*tag);
}

// The service ends, or another takes its place: what was shown is gone with it.
void DbusNotifier::on_owner(const QString& name, const QString& /*before*/, const QString& /*now*/,
                            const QDBusMessage& signal) {
    if (name != notifications_service || !is_from_bus(signal.service())) return;
    std::erase_if(shown_, [](const auto& one) { return !one.second.asked; });
    for (auto& [tag, shown] : shown_) shown.id = 0;
    if (knowledge_ == Knowledge::known) knowledge_ = Knowledge::none;
    service_.clear();
}

}  // namespace brusio::ui
