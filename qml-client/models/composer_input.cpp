#include "qml-client/models/composer_input.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>
#include <algorithm>
#include <array>

namespace brusio::ui {

/// The translations' context of these sentences.
struct ComposerWords {
    Q_DECLARE_TR_FUNCTIONS(brusio::ui::ComposerWords)
};

namespace {

ComposerInput error(const QString& sentence) { return {Wish::error, {}, sentence, {}, false}; }
ComposerInput doubt(const QString& sentence) { return {Wish::error, {}, sentence, {}, true}; }

// Signs of other classes that are drawn as nothing: fillers, joiners, an empty braille cell.
constexpr QStringView drawn_as_nothing = u"\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

bool is_seen(QChar sign) {
    switch (sign.category()) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Separator_Space:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
        case QChar::Mark_NonSpacing:
            return false;
        default:
            return !drawn_as_nothing.contains(sign);
    }
}

// A line of the text that is read as text and looks like a command.
bool hides_command(const QString& typed) {
    const QStringList lines = typed.split(u'\n');
    for (qsizetype at = typed.startsWith(u'/') ? 1 : 0; at < lines.size(); ++at) {
        if (looks_like_command(lines[at])) return true;
    }
    return false;
}

// How the words after a command are shared out.
enum class Shape {
    text,            // all of it is text
    needed_text,     // the same, and it must be there
    target_text,     // a target, then text
    room_text,       // an optional room (else the open one), then text
    nick_room_text,  // a nick, and the rest is text; in the open room
};

struct Command {
    const char* name;
    Wish wish;
    Shape shape;
    const char* form;
};

constexpr std::array<Command, 14> commands{{
    {"me", Wish::act, Shape::needed_text,
     QT_TRANSLATE_NOOP("brusio::ui::ComposerWords", "/me does something")},
    {"msg", Wish::query, Shape::target_text,
     QT_TRANSLATE_NOOP("brusio::ui::ComposerWords", "/msg nick [text]")},
    {"query", Wish::query, Shape::target_text, nullptr},
    {"join", Wish::join, Shape::target_text,
     QT_TRANSLATE_NOOP("brusio::ui::ComposerWords", "/join #room [key]")},
    {"part", Wish::part, Shape::room_text,
     QT_TRANSLATE_NOOP("brusio::ui::ComposerWords", "/part [#room] [reason]")},
    {"nick", Wish::nick, Shape::needed_text,
     QT_TRANSLATE_NOOP("brusio::ui::ComposerWords", "/nick new-nick")},
    {"topic", Wish::topic, Shape::room_text,
     QT_TRANSLATE_NOOP("brusio::ui::ComposerWords", "/topic [#room] text")},
    {"away", Wish::away, Shape::text,
     QT_TRANSLATE_NOOP("brusio::ui::ComposerWords", "/away [reason]")},
    {"back", Wish::away, Shape::text, nullptr},
    {"invite", Wish::invite, Shape::nick_room_text,
     QT_TRANSLATE_NOOP("brusio::ui::ComposerWords", "/invite nick")},
    {"kick", Wish::kick, Shape::nick_room_text,
     QT_TRANSLATE_NOOP("brusio::ui::ComposerWords", "/kick nick [reason]")},
    {"whois", Wish::whois, Shape::target_text,
     QT_TRANSLATE_NOOP("brusio::ui::ComposerWords", "/whois nick")},
    {"quit", Wish::quit, Shape::text,
     QT_TRANSLATE_NOOP("brusio::ui::ComposerWords", "/quit [reason]")},
    {"help", Wish::help, Shape::text, QT_TRANSLATE_NOOP("brusio::ui::ComposerWords", "/help")},
}};

// Cuts the first word off `rest`.
QString take_word(QString& rest) {
    const qsizetype end = rest.indexOf(u' ');
    const QString word = end < 0 ? rest : rest.left(end);
    rest = end < 0 ? QString() : rest.mid(end + 1).trimmed();
    return word;
}

ComposerInput missing(const Command& command) {
    return error(
        ComposerWords::tr("Something is missing. Write: %1").arg(ComposerWords::tr(command.form)));
}

ComposerInput read_command(const Command& command, QString rest, const QString& place) {
    ComposerInput input{command.wish, {}, {}, {}, false};
    switch (command.shape) {
        case Shape::needed_text:
            if (rest.isEmpty()) return missing(command);
            [[fallthrough]];
        case Shape::text:
            input.text = rest;
            break;
        case Shape::target_text:
        case Shape::nick_room_text:
            input.target = take_word(rest);
            input.text = rest;
            if (input.target.isEmpty()) return missing(command);
            break;
        case Shape::room_text:
            if (is_room_name(rest)) input.target = take_word(rest);
            if (input.target.isEmpty()) input.target = place;
            input.text = rest;
            break;
    }
    return input;
}

// What the shape alone cannot say.
ComposerInput checked(ComposerInput input, const Command& command, const QString& place) {
    switch (input.wish) {
        case Wish::join:
            if (!is_room_name(input.target)) input.target.prepend(u'#');
            input.extra = std::exchange(input.text, QString());
            break;
        case Wish::act:
            if (place.isEmpty()) return error(ComposerWords::tr("Open a room first."));
            break;
        case Wish::invite:
        case Wish::kick:
        case Wish::topic:
            if (!is_room_name(input.wish == Wish::topic ? input.target : place)) {
                return error(ComposerWords::tr("This works in a room only."));
            }
            if (input.wish == Wish::topic && input.text.isEmpty()) return missing(command);
            break;
        case Wish::part:
            if (input.target.isEmpty()) return error(ComposerWords::tr("Open a room first."));
            break;
        case Wish::nick:
            if (input.text.contains(u' ')) return error(ComposerWords::tr("A nick is one word."));
            break;
        default:
            break;
    }
    return input;
}

}  // namespace

bool is_room_name(const QString& name) { return name.startsWith(u'#') || name.startsWith(u'&'); }

bool looks_like_command(QStringView line) {
    const auto first = std::find_if(line.begin(), line.end(), is_seen);
    if (first == line.end() || *first != u'/') return false;
    const auto second = std::next(first);
    return second == line.end() || *second != u'/';
}

ComposerInput read_composer(const QString& typed, const QString& place) {
    if (typed.trimmed().isEmpty()) return {};
    if (hides_command(typed)) {
        return doubt(
            ComposerWords::tr("Nothing was sent: a line looks like a command, but something "
                              "stands before it. Take that away, or send it as text."));
    }
    if (!typed.startsWith(u'/') || typed.startsWith(QStringLiteral("//"))) {
        if (place.isEmpty()) return error(ComposerWords::tr("Open a room first."));
        return {Wish::say, {}, typed.startsWith(u'/') ? typed.mid(1) : typed, {}, false};
    }
    QString rest = typed.mid(1).trimmed();
    const QString name = take_word(rest).toLower();
    for (const Command& command : commands) {
        if (name != QLatin1String(command.name)) continue;
        if (name == QStringLiteral("back")) rest.clear();
        return checked(read_command(command, rest, place), command, place);
    }
    return doubt(
        ComposerWords::tr("There is no command /%1. /help shows them all; what begins with "
                          "// is said, with one /.")
            .arg(name));
}

QString command_help() {
    QStringList forms;
    for (const Command& command : commands) {
        if (command.form != nullptr) forms << ComposerWords::tr(command.form);
    }
    return forms.join(u'\n');
}

}  // namespace brusio::ui
