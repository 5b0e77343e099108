#include "qml-client/app/options.h"

#include <QtCore/QCommandLineParser>
#include <cstdio>
#include <cstdlib>

namespace brusio::ui {

namespace {

[[noreturn]] void refuse(const QString& sentence) {
    std::fprintf(stderr, "brusio: %s\n", qUtf8Printable(sentence));
    std::exit(2);
}

QSize read_size(const QString& text) {
    const QStringList parts = text.split(u'x');
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    if (size.width() < 200 || size.height() < 200 || size.width() > 8000 || size.height() > 8000) {
        refuse(
            QStringLiteral("--size wants WIDTHxHEIGHT, for example 1280x800, not '%1'").arg(text));
    }
    return size;
}

QString one_of(const QString& option, const QString& value, const QStringList& allowed) {
    if (value.isEmpty() || allowed.contains(value)) return value;
    refuse(QStringLiteral("--%1 is one of %2, not '%3'")
               .arg(option, allowed.join(QStringLiteral(", ")), value));
}

QString read_address(const QStringList& positional) {
    if (positional.isEmpty()) return {};
    const QString& first = positional.first();
    const bool is_address = first.startsWith(QStringLiteral("irc://"), Qt::CaseInsensitive) ||
                            first.startsWith(QStringLiteral("ircs://"), Qt::CaseInsensitive);
    if (!is_address) {
        refuse(QStringLiteral("'%1' is neither an option nor an irc:// address; see --help")
                   .arg(first));
    }
    if (positional.size() > 1) refuse(QStringLiteral("one address at a time, please"));
    return first;
}

/// What QGuiApplication takes off the command line, one dash or two (its documentation has the
/// list): known here because the command line is read before there is one.
void declare_those_of_qt(QCommandLineParser& parser) {
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    QList<QCommandLineOption> options{QCommandLineOption(QStringLiteral("reverse"))};
    for (const char* name :
         {"platform", "platformpluginpath", "platformtheme", "plugin", "qwindowgeometry",
          "qwindowicon", "qwindowtitle", "session", "display", "geometry"}) {
        options.append(QCommandLineOption(QString::fromLatin1(name), {}, QStringLiteral("VALUE")));
    }
    for (QCommandLineOption& option : options) option.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions(options);
}

void declare(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral("A window for the chat system Brusio."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {"server", "Server to go to, for example ircs://chat.example or irc://127.0.0.1:6667.",
         "URL"},
        {"nick", "Your nick there. With --server it connects at once.", "NICK"},
        {"join", "Room to join (repeatable).", "ROOM"},
        {"open", "Room or person to show first.", "NAME"},
        {"lang", "Language: it or en.", "LANG"},
        {"theme", "Theme: system, light or dark.", "THEME"},
        {"settings", "Keep the settings in this file.", "FILE"},
        {"size", "Size of the window, for example 1280x800.", "WxH"},
        {"grab", "Write a picture of the window to this file and end.", "FILE"},
        {"after", "When to grab it, in milliseconds after the window is shown.", "MS", "1500"},
        {"new-instance", "Open a window of its own, although one is there."},
        {"print-messages", "Write each message that came on screen to the standard output."},
    });
    parser.addPositionalArgument(QStringLiteral("ADDRESS"),
                                 QStringLiteral("An irc:// or ircs:// address: it is shown and "
                                                "asked about before anything follows it."),
                                 QStringLiteral("[ADDRESS]"));
    declare_those_of_qt(parser);
}

}  // namespace

Options read_options(const QStringList& arguments) {
    QCommandLineParser parser;
    declare(parser);
    parser.process(arguments);
    Options options;
    options.address = read_address(parser.positionalArguments());
    options.new_instance =
        parser.isSet("new-instance") || parser.isSet("grab") || parser.isSet("print-messages");
    options.server = parser.value("server");
    options.nick = parser.value("nick");
    options.rooms = parser.values("join");
    options.open_room = parser.value("open");
    options.language = one_of("lang", parser.value("lang"), {"it", "en"});
    options.theme = one_of("theme", parser.value("theme"), {"system", "light", "dark"});
    options.settings_path = parser.value("settings");
    options.grab_path = parser.value("grab");
    options.grab_after_ms = parser.value("after").toInt();
    if (parser.isSet("size")) options.size = read_size(parser.value("size"));
    options.print_messages = parser.isSet("print-messages");
    return options;
}

}  // namespace brusio::ui
