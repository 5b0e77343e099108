#include "qml-client/models/client_settings.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <algorithm>
#include <cmath>

#include "qml-client/models/settings_key.h"

namespace brusio::ui {

namespace {

const QStringList themes{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
const QStringList languages{QStringLiteral("it"), QStringLiteral("en")};

QString seen_key(const QString& place, const QString& name) {
    return QStringLiteral("seen/%1/%2").arg(settings_key(place), settings_key(name));
}

QString trust_key(const QString& place) { return QStringLiteral("trusted/") + settings_key(place); }

// Before anything is written: a file that is there keeps its mode when QSettings replaces it.
void close_to_others(const QString& path) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.exists() && !file.open(QIODevice::WriteOnly)) return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

QSettings::Format format() { return QSettings::IniFormat; }

}  // namespace

ClientSettings::ClientSettings(const QString& path, QObject* parent)
    : QObject(parent),
      store_(path.isEmpty() ? QSettings(format(), QSettings::UserScope, QStringLiteral("brusio"),
                                        QStringLiteral("brusio"))
                                  .fileName()
                            : path,
             format()) {
    close_to_others(store_.fileName());
}

QString ClientSettings::theme() const {
    const QString theme = store_.value("window/theme").toString();
    return themes.contains(theme) ? theme : themes.first();
}

void ClientSettings::set_theme(const QString& theme) {
    if (theme == this->theme() || !themes.contains(theme)) return;
    store_.setValue("window/theme", theme);
    emit themeChanged();
}

QString ClientSettings::language() const {
    const QString chosen = store_.value("window/language").toString();
    if (languages.contains(chosen)) return chosen;
    const QString system = QLocale::system().name().left(2);
    return languages.contains(system) ? system : QStringLiteral("en");
}

void ClientSettings::set_language(const QString& language) {
    if (!languages.contains(language) || language == this->language()) return;
    store_.setValue("window/language", language);
    emit languageChanged();
}

double ClientSettings::scale() const {
    return std::clamp(store_.value("window/scale", 1.0).toDouble(), scale_min, scale_max);
}

void ClientSettings::set_scale(double scale) {
    const double kept = std::clamp(std::round(scale * 10) / 10, scale_min, scale_max);
    if (qFuzzyCompare(kept, this->scale())) return;
    store_.setValue("window/scale", kept);
    emit scaleChanged();
}

bool ClientSettings::members_shown() const {
    return store_.value("window/members_shown", true).toBool();
}

void ClientSettings::set_members_shown(bool shown) {
    if (shown == members_shown()) return;
    store_.setValue("window/members_shown", shown);
    emit membersShownChanged();
}

bool ClientSettings::reduced_motion() const {
    return store_.value("window/reduced_motion", desktop_reduces_motion_).toBool();
}

void ClientSettings::set_desktop_reduces_motion(bool reduces) {
    const bool before = reduced_motion();
    desktop_reduces_motion_ = reduces;
    if (reduced_motion() != before) emit reducedMotionChanged();
}

void ClientSettings::set_reduced_motion(bool reduced) {
    if (reduced == reduced_motion()) return;
    store_.setValue("window/reduced_motion", reduced);
    emit reducedMotionChanged();
}

bool ClientSettings::speak_messages() const {
    return store_.value("window/speak_messages", true).toBool();
}

void ClientSettings::set_speak_messages(bool speak) {
    if (speak == speak_messages()) return;
    store_.setValue("window/speak_messages", speak);
    emit speakMessagesChanged();
}

bool ClientSettings::maximized() const { return store_.value("window/maximized", false).toBool(); }

void ClientSettings::set_maximized(bool maximized) {
    if (maximized != this->maximized()) store_.setValue("window/maximized", maximized);
}

bool ClientSettings::typing_told() const { return store_.value("typing_told", true).toBool(); }

void ClientSettings::set_typing_told(bool told) {
    if (told == typing_told()) return;
    store_.setValue("typing_told", told);
    emit typingToldChanged();
}

QString ClientSettings::server_host() const {
    return store_.value("server/host", QStringLiteral("127.0.0.1")).toString();
}

int ClientSettings::server_port() const {
    return std::clamp(store_.value("server/port", 6667).toInt(), 1, 65535);
}

bool ClientSettings::server_encrypted() const {
    return store_.value("server/encrypted", false).toBool();
}

QByteArray ClientSettings::trusted_fingerprint(const QString& place) const {
    return store_.value(trust_key(place.toLower())).toByteArray();
}

void ClientSettings::trust(const QString& place, const QByteArray& fingerprint) {
    store_.setValue(trust_key(place.toLower()), fingerprint);
}

QString ClientSettings::nick() const { return store_.value("server/nick").toString(); }

QString ClientSettings::entry() const { return word_of(destination().entry); }

QString ClientSettings::account() const { return store_.value("server/account").toString(); }

bool ClientSettings::remember() const { return store_.value("server/remember", false).toBool(); }

Destination ClientSettings::destination() const {
    Destination destination;
    destination.host = server_host();
    destination.port = server_port();
    destination.encrypted = server_encrypted();
    destination.nick = nick();
    destination.account = account();
    destination.remember = remember();
    const bool logs_in = entry_of(store_.value("server/entry").toString()) == Entry::log_in;
    destination.entry = logs_in ? Entry::log_in : Entry::guest;
    return destination;
}

void ClientSettings::set_destination(const Destination& destination) {
    // Rooms belong to a server: another one starts with none.
    if (destination.host != server_host() || destination.port != server_port()) {
        set_places({}, {});
    }
    store_.setValue("server/host", destination.host);
    store_.setValue("server/port", destination.port);
    store_.setValue("server/encrypted", destination.encrypted);
    store_.setValue("server/nick", destination.nick);
    store_.setValue("server/entry", word_of(destination.entry));
    store_.setValue("server/account", destination.account);
    store_.setValue("server/remember", destination.remember);
    emit serverChanged();
}

PasswordFile ClientSettings::password_file() const {
    const QFileInfo file(store_.fileName());
    return PasswordFile(file.dir().filePath(file.completeBaseName() + ".passwords"));
}

QString ClientSettings::password() const {
    const Destination to = destination();
    return password_file().find(to.url() + u'/' + to.account_name());
}

bool ClientSettings::keep_password(const QString& password) {
    const Destination to = destination();
    const bool kept = password_file().keep(to.url() + u'/' + to.account_name(), password);
    emit serverChanged();
    return kept;
}

bool ClientSettings::stay_online() const { return store_.value("server/online", false).toBool(); }

void ClientSettings::set_stay_online(bool stay) { store_.setValue("server/online", stay); }

int ClientSettings::window_width() const {
    return std::clamp(store_.value("window/width", 1180).toInt(), 320, 10000);
}

int ClientSettings::window_height() const {
    return std::clamp(store_.value("window/height", 760).toInt(), 320, 10000);
}

void ClientSettings::set_window_width(int width) { store_.setValue("window/width", width); }

void ClientSettings::set_window_height(int height) { store_.setValue("window/height", height); }

std::optional<QPoint> ClientSettings::window_position() const {
    const QVariant kept = store_.value("window/position");
    if (!kept.canConvert<QPoint>()) return std::nullopt;
    return kept.toPoint();
}

void ClientSettings::set_window_position(QPoint position) {
    store_.setValue("window/position", position);
}

QStringList ClientSettings::rooms() const { return store_.value("server/rooms").toStringList(); }

QStringList ClientSettings::people() const { return store_.value("server/people").toStringList(); }

void ClientSettings::set_places(const QStringList& rooms, const QStringList& people) {
    store_.setValue("server/rooms", rooms);
    store_.setValue("server/people", people);
}

qint64 ClientSettings::heard_until_ms(const QString& place) const {
    return store_.value(QStringLiteral("heard/") + settings_key(place)).toLongLong();
}

void ClientSettings::set_heard_until_ms(const QString& place, qint64 unix_ms) {
    if (unix_ms == heard_until_ms(place)) return;
    store_.setValue(QStringLiteral("heard/") + settings_key(place), unix_ms);
}

qint64 ClientSettings::seen_ms(const QString& place, const QString& name) const {
    const QString at = place + u'\n' + name.toLower();
    const auto known = seen_ms_.constFind(at);
    if (known != seen_ms_.constEnd()) return *known;
    const qint64 seen = store_.value(seen_key(place, name)).toLongLong();
    seen_ms_.insert(at, seen);
    return seen;
}

void ClientSettings::set_seen_ms(const QString& place, const QString& name, qint64 unix_ms) {
    if (unix_ms == seen_ms(place, name)) return;
    seen_ms_.insert(place + u'\n' + name.toLower(), unix_ms);
    store_.setValue(seen_key(place, name), unix_ms);
}

QStringList ClientSettings::ignored(const QString& url) const {
    return store_.value(QStringLiteral("ignored/") + settings_key(url)).toStringList();
}

void ClientSettings::set_ignored(const QString& url, const QStringList& entries) {
    store_.setValue(QStringLiteral("ignored/") + settings_key(url), entries);
}

QString ClientSettings::last_room() const { return store_.value("server/last_room").toString(); }

void ClientSettings::set_last_room(const QString& name) {
    store_.setValue("server/last_room", name);
}

void ClientSettings::forget_account() {
    keep_password({});
    Destination to = destination();
    seen_ms_.clear();
    store_.remove(QStringLiteral("heard/") + settings_key(to.place()));
    store_.remove(QStringLiteral("seen/") + settings_key(to.place()));
    set_places({}, {});
    set_last_room({});
    set_stay_online(false);
    to.nick.clear();
    to.account.clear();
    to.remember = false;
    set_destination(to);
}

}  // namespace brusio::ui
