#include "qml-client/models/composer_input.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>
#include <algorithm>

#include "core/client/secret_mask.h"
#include "qml-client/models/command_table.h"

namespace brusio::ui {

/// The translations' context of these sentences.
struct ComposerWords {
    Q_DECLARE_TR_FUNCTIONS(brusio::ui::ComposerWords)
};

namespace {

ComposerInput error(const QString& sentence) {
    return {Wish::error, {}, sentence, {}, false, nullptr};
}
ComposerInput doubt(const QString& sentence) {
    return {Wish::error, {}, sentence, {}, true, nullptr};
}

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

// Cuts the first word off `rest`.
QString take_word(QString& rest) {
    const qsizetype end = rest.indexOf(u' ');
    const QString word = end < 0 ? rest : rest.left(end);
    rest = end < 0 ? QString() : rest.mid(end + 1).trimmed();
    return word;
}

ComposerInput missing(const Command& command) {
    return error(ComposerWords::tr("Something is missing. Write: %1").arg(form_of(command)));
}

bool names_room(CommandShape shape) {
    return shape == CommandShape::room_text || shape == CommandShape::nicks ||
           shape == CommandShape::nick_text || shape == CommandShape::masks;
}

bool needs_text(CommandShape shape) {
    return shape == CommandShape::needed_text || shape == CommandShape::one_word ||
           shape == CommandShape::target_said || shape == CommandShape::nicks;
}

bool needs_target(CommandShape shape) {
    return shape == CommandShape::target_text || shape == CommandShape::target_said ||
           shape == CommandShape::nick_text || shape == CommandShape::nick_room;
}

// The words, shared out. A room that is named comes first.
ComposerInput read_words(const Command& command, QString rest, const QString& place) {
    ComposerInput input;
    input.wish = command.wish;
    input.command = &command;
    const CommandShape shape = command.shape;
    if (names_room(shape)) {
        input.extra = is_room_name(rest)    ? take_word(rest)
                      : is_room_name(place) ? place
                                            : QString();
    }
    if (needs_target(shape)) input.target = take_word(rest);
    if (shape == CommandShape::nick_room) {
        input.extra = is_room_name(rest)    ? take_word(rest)
                      : is_room_name(place) ? place
                                            : QString();
    }
    input.text = rest;
    return input;
}

// What the words alone cannot say.
ComposerInput checked(ComposerInput input, const QString& place) {
    const Command& command = *input.command;
    if (needs_text(command.shape) && input.text.isEmpty()) return missing(command);
    if (needs_target(command.shape) && input.target.isEmpty()) return missing(command);
    if (command.shape == CommandShape::one_word && input.text.contains(u' ')) {
        return error(ComposerWords::tr("One word is enough. Write: %1").arg(form_of(command)));
    }
    if (command.place == CommandPlace::conversation && place.isEmpty()) {
        return error(ComposerWords::tr("Open a room first."));
    }
    if (command.place == CommandPlace::room && input.extra.isEmpty()) {
        return error(ComposerWords::tr("This works in a room only."));
    }
    return input;
}

// How much of a line that is a command may be shown; all of it if nothing is secret.
QString line_without_secrets(const QString& line, const QString& place) {
    const auto slash = std::find(line.begin(), line.end(), u'/');
    const qsizetype start = std::distance(line.begin(), slash) + 1;
    QString rest = line.mid(start).trimmed();
    const Command* command = find_command(take_word(rest));
    if (command == nullptr) return line;
    const ComposerInput input = read_words(*command, rest, place);
    const QLatin1String name(command->name);
    const QString head = line.left(start) + name + u' ';
    const QString masked = QStringLiteral("***");
    if (name == QLatin1String("oper") && !rest.isEmpty())
        return head + input.target + u' ' + masked;
    if (name == QLatin1String("join") && !input.text.isEmpty()) {
        return head + input.target + u' ' + masked;
    }
    if (name == QLatin1String("raw")) {
        const std::string raw = input.text.toStdString();
        const std::string shown = client::mask_secrets(raw);
        return shown == raw ? line : head + QString::fromStdString(shown);
    }
    QString target = input.target.isEmpty() ? place : input.target;
    if (name == QLatin1String("ns")) target = QStringLiteral("NickServ");
    const std::string said = input.text.toStdString();
    const std::string shown = client::mask_said(target.toStdString(), said);
    if (shown == said) return line;
    return head + (input.target.isEmpty() ? QString() : input.target + u' ') +
           QString::fromStdString(shown);
}

}  // namespace

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
        ComposerInput said;
        said.wish = Wish::say;
        said.text = typed.startsWith(u'/') ? typed.mid(1) : typed;
        return said;
    }
    QString rest = typed.mid(1).trimmed();
    const QString name = take_word(rest).toLower();
    if (const Command* command = find_command(name)) {
        return checked(read_words(*command, rest, place), place);
    }
    return doubt(
        ComposerWords::tr("There is no command /%1. /help shows them all; what begins with "
                          "// is said, with one /.")
            .arg(name));
}

QString without_secrets(const QString& typed, const QString& place) {
    QStringList lines = typed.split(u'\n');
    for (QString& line : lines) {
        if (looks_like_command(line)) {
            line = line_without_secrets(line, place);
        } else {
            line =
                QString::fromStdString(client::mask_said(place.toStdString(), line.toStdString()));
        }
    }
    return lines.join(u'\n');
}

}  // namespace brusio::ui
