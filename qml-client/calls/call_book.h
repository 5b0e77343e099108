#pragma once

#include <QtCore/QHash>
#include <QtCore/QSettings>

#include "qml-client/calls/call_rules.h"

namespace brusio::ui {

/// What one has chosen about being called, in the INI file of the settings; held in memory, since
/// each message asks for it. Levels and mutes belong to a server and account
/// (Destination::place), the rest holds everywhere.
class CallBook {
 public:
    enum class Switch {
        notify,         ///< by notifications of the desktop
        show_body,      ///< with what was said
        sound,          ///< and to be heard
        close_to_tray,  ///< closing the window leaves the program in the tray
        tray_told,      ///< that it does so has been told
    };

    /// `path` is the file of the settings.
    explicit CallBook(const QString& path);

    [[nodiscard]] bool is_on(Switch which) const;
    void set_on(Switch which, bool on);
    [[nodiscard]] const QStringList& words() const { return words_; }
    void set_words(const QStringList& words);
    [[nodiscard]] const QuietHours& quiet() const { return quiet_; }
    void set_quiet(const QuietHours& quiet);

    enum class Choices {
        of_place,  ///< what was chosen there before
        go_along,  ///< and what was chosen at the place before, unless there is something
    };
    /// From now on levels and mutes are those of this place.
    void enter(const QString& place, Choices choices);
    [[nodiscard]] const QString& place() const { return place_; }
    [[nodiscard]] CallLevel level(const QString& name, PlaceKind kind) const;
    void set_level(const QString& name, CallLevel level);
    /// In Unix milliseconds; 0 if it is not muted, `for_ever` until it is told otherwise.
    [[nodiscard]] qint64 muted_until_ms(const QString& name) const;
    void set_muted_until_ms(const QString& name, qint64 unix_ms);
    /// Nothing is chosen for this place any more.
    void forget_choices();
    /// A conversation goes on under another name, and with it what was chosen for it.
    void rename(const QString& before, const QString& after);

    static constexpr qint64 for_ever = (qint64{1} << 53) - 1;  // what QML's numbers hold

 private:
    struct Choice {
        QString level;  // "" for the usual one
        qint64 muted_until_ms = 0;
    };
    [[nodiscard]] Choice& choice(const QString& name) const;
    void keep(const QString& name);
    void copy_choices(const QString& from, const QString& to);
    [[nodiscard]] QString key(const QString& name, const char* what) const;

    QSettings store_;
    QStringList words_;
    QuietHours quiet_;
    QString place_;
    mutable QHash<QString, Choice> choices_;  // of the place, as they are asked for
};

}  // namespace brusio::ui
