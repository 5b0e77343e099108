#include "qml-client/calls/call_wishes_desk.h"

namespace brusio::ui {

namespace {

// As people write it: 7:00, 07:00, 7.
QTime read_hour(const QString& typed) {
    for (const char* format : {"H:mm", "H.mm", "H"}) {
        const QTime time = QTime::fromString(typed.trimmed(), QString::fromLatin1(format));
        if (time.isValid()) return time;
    }
    return {};
}

QString hour_text(QTime time) { return time.toString(QStringLiteral("HH:mm")); }

}  // namespace

void CallWishesDesk::put(CallBook::Switch which, bool on) {
    if (on == book_.is_on(which)) return;
    book_.set_on(which, on);
    emit changed();
}

void CallWishesDesk::set_words(const QString& words) {
    const QStringList read = read_words(words);
    if (read == book_.words()) return;
    book_.set_words(read);
    emit changed();
}

void CallWishesDesk::set_quiet(bool kept) {
    QuietHours hours = book_.quiet();
    if (kept == hours.kept) return;
    hours.kept = kept;
    book_.set_quiet(hours);
    emit changed();
}

QString CallWishesDesk::quiet_from() const { return hour_text(book_.quiet().from); }

QString CallWishesDesk::quiet_until() const { return hour_text(book_.quiet().until); }

bool CallWishesDesk::setQuietHours(const QString& from, const QString& until) {
    const QuietHours hours{book_.quiet().kept, read_hour(from), read_hour(until)};
    if (!hours.from.isValid() || !hours.until.isValid()) return false;
    book_.set_quiet(hours);
    emit changed();
    return true;
}

}  // namespace brusio::ui
