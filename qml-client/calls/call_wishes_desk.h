#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>

#include "qml-client/calls/call_book.h"

namespace brusio::ui {

/// What holds for all calls, as one sees and changes it.
class CallWishesDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the calls have the one desk")
    Q_PROPERTY(bool notify READ notify WRITE set_notify NOTIFY changed)
    Q_PROPERTY(bool showBody READ show_body WRITE set_show_body NOTIFY changed)
    Q_PROPERTY(bool sound READ sound WRITE set_sound NOTIFY changed)
    Q_PROPERTY(QString words READ words WRITE set_words NOTIFY changed)
    Q_PROPERTY(bool quiet READ quiet WRITE set_quiet NOTIFY changed)
    Q_PROPERTY(QString quietFrom READ quiet_from NOTIFY changed)
    Q_PROPERTY(QString quietUntil READ quiet_until NOTIFY changed)

 public:
    /// `book` must outlive it.
    explicit CallWishesDesk(CallBook& book, QObject* parent = nullptr)
        : QObject(parent), book_(book) {}

    [[nodiscard]] bool notify() const { return book_.is_on(CallBook::Switch::notify); }
    void set_notify(bool on) { put(CallBook::Switch::notify, on); }
    [[nodiscard]] bool show_body() const { return book_.is_on(CallBook::Switch::show_body); }
    void set_show_body(bool on) { put(CallBook::Switch::show_body, on); }
    [[nodiscard]] bool sound() const { return book_.is_on(CallBook::Switch::sound); }
    void set_sound(bool on) { put(CallBook::Switch::sound, on); }
    /// With commas between them.
    [[nodiscard]] QString words() const { return book_.words().join(QStringLiteral(", ")); }
    void set_words(const QString& words);
    [[nodiscard]] bool quiet() const { return book_.quiet().kept; }
    void set_quiet(bool kept);
    /// "22:00"
    [[nodiscard]] QString quiet_from() const;
    [[nodiscard]] QString quiet_until() const;
    /// False, and nothing changes, if one of them is no time of the day.
    Q_INVOKABLE bool setQuietHours(const QString& from, const QString& until);

 signals:
    void changed();

 private:
    void put(CallBook::Switch which, bool on);

    CallBook& book_;
};

}  // namespace brusio::ui
