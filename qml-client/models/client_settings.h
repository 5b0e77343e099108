#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QPoint>
#include <QtCore/QSettings>
#include <QtCore/QStringList>
#include <optional>

#include "qml-client/models/destination.h"
#include "qml-client/models/password_file.h"

namespace brusio::ui {

/// What the window remembers from one run to the next besides what is said (PlaceStore), in one INI
/// file that only its owner may read; and beside it, if the user asks for that, passwords in a file
/// of their own (PasswordFile).
class ClientSettings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the settings belong to the program")
    Q_PROPERTY(QString theme READ theme WRITE set_theme NOTIFY themeChanged)
    Q_PROPERTY(QString language READ language WRITE set_language NOTIFY languageChanged)
    Q_PROPERTY(double scale READ scale WRITE set_scale NOTIFY scaleChanged)
    Q_PROPERTY(
        bool membersShown READ members_shown WRITE set_members_shown NOTIFY membersShownChanged)
    Q_PROPERTY(
        bool reducedMotion READ reduced_motion WRITE set_reduced_motion NOTIFY reducedMotionChanged)
    Q_PROPERTY(
        bool speakMessages READ speak_messages WRITE set_speak_messages NOTIFY speakMessagesChanged)
    Q_PROPERTY(bool typingTold READ typing_told WRITE set_typing_told NOTIFY typingToldChanged)
    Q_PROPERTY(bool maximized READ maximized WRITE set_maximized NOTIFY windowSizeChanged)
    Q_PROPERTY(QString serverHost READ server_host NOTIFY serverChanged)
    Q_PROPERTY(int serverPort READ server_port NOTIFY serverChanged)
    Q_PROPERTY(bool serverEncrypted READ server_encrypted NOTIFY serverChanged)
    Q_PROPERTY(QString nick READ nick NOTIFY serverChanged)
    Q_PROPERTY(QString entry READ entry NOTIFY serverChanged)
    Q_PROPERTY(QString account READ account NOTIFY serverChanged)
    Q_PROPERTY(bool remember READ remember NOTIFY serverChanged)
    Q_PROPERTY(bool passwordKept READ password_kept NOTIFY serverChanged)
    Q_PROPERTY(int windowWidth READ window_width WRITE set_window_width NOTIFY windowSizeChanged)
    Q_PROPERTY(int windowHeight READ window_height WRITE set_window_height NOTIFY windowSizeChanged)

 public:
    static constexpr double scale_min = 0.8;
    static constexpr double scale_max = 2.0;

    /// `path` "" takes the user's configuration folder.
    explicit ClientSettings(const QString& path, QObject* parent = nullptr);
    /// The file that they are kept in.
    [[nodiscard]] QString path() const { return store_.fileName(); }

    /// "system", "light" or "dark"; anything else counts as "system".
    [[nodiscard]] QString theme() const;
    void set_theme(const QString& theme);
    /// "it" or "en": the chosen one, else the system's, else English.
    [[nodiscard]] QString language() const;
    void set_language(const QString& language);
    /// How large everything is, scale_min to scale_max.
    [[nodiscard]] double scale() const;
    void set_scale(double scale);
    [[nodiscard]] bool members_shown() const;
    void set_members_shown(bool shown);

    /// Whether nothing is to move by itself: as chosen here, else as the desktop asks.
    [[nodiscard]] bool reduced_motion() const;
    void set_reduced_motion(bool reduced);
    void set_desktop_reduces_motion(bool reduces);
    /// Whether screen readers are told what is said in the open room as it comes.
    [[nodiscard]] bool speak_messages() const;
    void set_speak_messages(bool speak);

    /// Whether others may see that we are writing.
    [[nodiscard]] bool typing_told() const;
    void set_typing_told(bool told);

    [[nodiscard]] QString server_host() const;
    [[nodiscard]] int server_port() const;
    [[nodiscard]] bool server_encrypted() const;
    [[nodiscard]] QString nick() const;
    /// "guest" or "login".
    [[nodiscard]] QString entry() const;
    [[nodiscard]] QString account() const;
    /// Whether the user wanted the password remembered.
    [[nodiscard]] bool remember() const;
    /// Where the last run went. It has no password; see password().
    [[nodiscard]] Destination destination() const;
    /// Keeps all of it but passwords and the e-mail address.
    void set_destination(const Destination& destination);
    /// The remembered password of the account of destination(); "" if none is.
    [[nodiscard]] QString password() const;
    [[nodiscard]] bool password_kept() const { return !password().isEmpty(); }
    /// Remembers it, or forgets it if it is "". False if the file cannot be written.
    bool keep_password(const QString& password);
    /// The SHA-256 fingerprint of the certificate that the user trusts at "host:port", in hex; ""
    /// if none. It is asked for only if nobody else vouches for the server.
    [[nodiscard]] QByteArray trusted_fingerprint(const QString& place) const;
    void trust(const QString& place, const QByteArray& fingerprint);
    /// Whether the last run ended online: the next one goes there by itself.
    [[nodiscard]] bool stay_online() const;
    void set_stay_online(bool stay);

    [[nodiscard]] int window_width() const;
    [[nodiscard]] int window_height() const;
    [[nodiscard]] bool maximized() const;
    void set_maximized(bool maximized);
    void set_window_width(int width);
    void set_window_height(int height);
    /// Where the window was when it was not maximised; none if that is not known.
    [[nodiscard]] std::optional<QPoint> window_position() const;
    void set_window_position(QPoint position);

    /// Rooms to be in, and people with whom a conversation is open.
    [[nodiscard]] QStringList rooms() const;
    [[nodiscard]] QStringList people() const;
    void set_places(const QStringList& rooms, const QStringList& people);
    /// How far we had heard at a place (Client::heard_until), in Unix milliseconds; 0 if never.
    [[nodiscard]] qint64 heard_until_ms(const QString& place) const;
    void set_heard_until_ms(const QString& place, qint64 unix_ms);
    /// How far a conversation there has been seen, in Unix milliseconds; 0 if that is not known.
    [[nodiscard]] qint64 seen_ms(const QString& place, const QString& name) const;
    void set_seen_ms(const QString& place, const QString& name, qint64 unix_ms);
    /// Whom the user does not want to hear on a server (IgnoreList).
    [[nodiscard]] QStringList ignored(const QString& url) const;
    void set_ignored(const QString& url, const QStringList& entries);
    /// The room that was open last.
    [[nodiscard]] QString last_room() const;
    void set_last_room(const QString& name);
    /// Nothing is remembered of the account of destination() any more, nor who we are there; which
    /// server it was is.
    void forget_account();

 signals:
    void themeChanged();
    void languageChanged();
    void scaleChanged();
    void membersShownChanged();
    void reducedMotionChanged();
    void speakMessagesChanged();
    void typingToldChanged();
    void serverChanged();
    void windowSizeChanged();

 private:
    [[nodiscard]] PasswordFile password_file() const;

    QSettings store_;
    mutable QHash<QString, qint64> seen_ms_;  // by key: it is asked for at every message
    bool desktop_reduces_motion_ = false;
};

}  // namespace brusio::ui
