#include "qml-client/calls/call_book.h"

#include "qml-client/models/settings_key.h"

namespace brusio::ui {

namespace {

const char* switch_key(CallBook::Switch which) {
    switch (which) {
        case CallBook::Switch::notify:
            return "calls/notify";
        case CallBook::Switch::show_body:
            return "calls/show_body";
        case CallBook::Switch::sound:
            return "calls/sound";
        case CallBook::Switch::close_to_tray:
            return "calls/close_to_tray";
        case CallBook::Switch::tray_told:
            break;
    }
    return "calls/tray_told";
}

QString level_word(CallLevel level) {
    switch (level) {
        case CallLevel::all:
            return QStringLiteral("all");
        case CallLevel::mentions:
            return QStringLiteral("mentions");
        case CallLevel::none:
            break;
    }
    return QStringLiteral("none");
}

CallLevel level_of(const QString& word, PlaceKind kind) {
    for (const CallLevel level : {CallLevel::all, CallLevel::mentions, CallLevel::none}) {
        if (word == level_word(level)) return level;
    }
    return usual_level(kind);
}

QTime read_time(const QVariant& kept, QTime usual) {
    const QTime time = QTime::fromString(kept.toString(), QStringLiteral("HH:mm"));
    return time.isValid() ? time : usual;
}

}  // namespace

CallBook::CallBook(const QString& path) : store_(path, QSettings::IniFormat) {
    words_ = store_.value("calls/words").toStringList();
    quiet_.kept = store_.value("calls/quiet", false).toBool();
    quiet_.from = read_time(store_.value("calls/quiet_from"), quiet_.from);
    quiet_.until = read_time(store_.value("calls/quiet_until"), quiet_.until);
}

bool CallBook::is_on(Switch which) const {
    return store_.value(switch_key(which), which != Switch::tray_told).toBool();
}

void CallBook::set_on(Switch which, bool on) { store_.setValue(switch_key(which), on); }

void CallBook::set_words(const QStringList& words) {
    words_ = words;
    store_.setValue("calls/words", words);
}

void CallBook::set_quiet(const QuietHours& quiet) {
    quiet_ = quiet;
    store_.setValue("calls/quiet", quiet.kept);
    store_.setValue("calls/quiet_from", quiet.from.toString(QStringLiteral("HH:mm")));
    store_.setValue("calls/quiet_until", quiet.until.toString(QStringLiteral("HH:mm")));
}

void CallBook::copy_choices(const QString& from, const QString& to) {
    const auto copy = [this](const QString& source, const QString& target) {
        if (!store_.contains(target)) store_.setValue(target, store_.value(source));
    };
    const QString source = QStringLiteral("called/") + settings_key(from);
    store_.beginGroup(source);
    const QStringList keys = store_.allKeys();
    store_.endGroup();
    for (const QString& key : keys) {
        copy(source + u'/' + key, QStringLiteral("called/%1/%2").arg(settings_key(to), key));
    }
}

void CallBook::enter(const QString& place, Choices choices) {
    if (place == place_) return;
    if (choices == Choices::go_along && !place_.isEmpty()) copy_choices(place_, place);
    place_ = place;
    choices_.clear();
}

QString CallBook::key(const QString& name, const char* what) const {
    return QStringLiteral("called/%1/%2/%3").arg(settings_key(place_), settings_key(name), what);
}

CallBook::Choice& CallBook::choice(const QString& name) const {
    const QString folded = name.toLower();
    auto at = choices_.find(folded);
    if (at == choices_.end()) {
        at = choices_.insert(folded, {store_.value(key(name, "level")).toString(),
                                      store_.value(key(name, "muted_until")).toLongLong()});
    }
    return *at;
}

void CallBook::keep(const QString& name) {
    const auto keep_or_forget = [this](const QString& key, const QVariant& value, bool chosen) {
        if (chosen) {
            store_.setValue(key, value);
        } else {
            store_.remove(key);
        }
    };
    const Choice& kept = choice(name);
    keep_or_forget(key(name, "level"), kept.level, !kept.level.isEmpty());
    keep_or_forget(key(name, "muted_until"), kept.muted_until_ms, kept.muted_until_ms != 0);
}

CallLevel CallBook::level(const QString& name, PlaceKind kind) const {
    return level_of(choice(name).level, kind);
}

void CallBook::set_level(const QString& name, CallLevel level) {
    choice(name).level = level_word(level);
    keep(name);
}

qint64 CallBook::muted_until_ms(const QString& name) const { return choice(name).muted_until_ms; }

void CallBook::set_muted_until_ms(const QString& name, qint64 unix_ms) {
    choice(name).muted_until_ms = unix_ms;
    keep(name);
}

void CallBook::forget_choices() {
    store_.remove(QStringLiteral("called/") + settings_key(place_));
    choices_.clear();
}

void CallBook::rename(const QString& before, const QString& after) {
    if (before.toLower() == after.toLower()) return;
    choice(after) = Choice(choice(before));
    choice(before) = {};
    keep(before);
    keep(after);
}

}  // namespace brusio::ui
