#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>
#include <QtCore/QSettings>
#include <QtCore/QStringList>

namespace brusio::ui {

/// What the window remembers from one run to the next, in one INI file. Passwords are not kept.
class ClientSettings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the settings belong to the program")
    Q_PROPERTY(QString theme READ theme WRITE set_theme NOTIFY themeChanged)
    Q_PROPERTY(QString language READ language WRITE set_language NOTIFY languageChanged)
    Q_PROPERTY(double scale READ scale WRITE set_scale NOTIFY scaleChanged)
    Q_PROPERTY(
        bool membersShown READ members_shown WRITE set_members_shown NOTIFY membersShownChanged)
    Q_PROPERTY(QString serverHost READ server_host NOTIFY serverChanged)
    Q_PROPERTY(int serverPort READ server_port NOTIFY serverChanged)
    Q_PROPERTY(QString nick READ nick NOTIFY serverChanged)
    Q_PROPERTY(int windowWidth READ window_width WRITE set_window_width NOTIFY windowSizeChanged)
    Q_PROPERTY(int windowHeight READ window_height WRITE set_window_height NOTIFY windowSizeChanged)

 public:
    static constexpr double scale_min = 0.8;
    static constexpr double scale_max = 2.0;

    /// `path` "" takes the user's configuration folder.
    explicit ClientSettings(const QString& path, QObject* parent = nullptr);

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

    [[nodiscard]] QString server_host() const;
    [[nodiscard]] int server_port() const;
    [[nodiscard]] QString nick() const;
    void set_server(const QString& host, int port, const QString& nick);
    /// Whether the last run ended online: the next one goes there by itself.
    [[nodiscard]] bool stay_online() const;
    void set_stay_online(bool stay);

    [[nodiscard]] int window_width() const;
    [[nodiscard]] int window_height() const;
    void set_window_width(int width);
    void set_window_height(int height);

    /// Rooms to be in, and people with whom a conversation is open.
    [[nodiscard]] QStringList rooms() const;
    [[nodiscard]] QStringList people() const;
    void set_places(const QStringList& rooms, const QStringList& people);
    /// The room that was open last.
    [[nodiscard]] QString last_room() const;
    void set_last_room(const QString& name);
    /// What was being written in a room.
    [[nodiscard]] QString draft(const QString& room) const;
    void set_draft(const QString& room, const QString& text);

 signals:
    void themeChanged();
    void languageChanged();
    void scaleChanged();
    void membersShownChanged();
    void serverChanged();
    void windowSizeChanged();

 private:
    QSettings store_;
};

}  // namespace brusio::ui
