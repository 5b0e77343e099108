#pragma once

#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <optional>

namespace brusio::ui {

/// What the command line asked for.
struct Options {
    QString server;  ///< an irc:// address; "" if not given
    QString nick;
    QStringList rooms;
    QString language;
    QString theme;
    QString settings_path;
    QString grab_path;  ///< write a picture of the window there and end; "" if not
    int grab_after_ms = 1500;
    QString open_room;  ///< show this room (or person) first
    std::optional<QSize> size;
    bool print_messages = false;
    QString address;            ///< an irc:// address to be asked about; "" if none
    bool new_instance = false;  ///< do not look for a window that is there
};

/// Reads the command line. Ends the program for --help, --version and mistakes, after one clear
/// sentence, as command lines do.
[[nodiscard]] Options read_options(const QStringList& arguments);

}  // namespace brusio::ui
