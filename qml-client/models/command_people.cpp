// Commands about people, and what operators of a room do with them.
#include <algorithm>

#include "qml-client/models/answer_words.h"
#include "qml-client/models/command_desk.h"
#include "qml-client/models/command_handlers.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui::commands {

namespace {

constexpr QChar give = u'+';
constexpr QChar take = u'-';

// One MODE for as many as the server takes at a time (MODES; RFC 2812 has three).
void change_modes(CommandDesk& desk, const QString& room, QChar sign, QChar letter,
                  const QStringList& words) {
    const qsizetype at_once = static_cast<qsizetype>(
        std::min<std::size_t>(desk.client().isupport().number("MODES", 3), 20));
    for (qsizetype from = 0; from < words.size(); from += at_once) {
        const QStringList some = words.mid(from, at_once);
        desk.send(QStringLiteral("MODE %1 %2%3 %4")
                      .arg(room, QString(sign), QString(some.size(), letter), some.join(u' ')));
    }
}

void change_ranks(CommandDesk& desk, const ComposerInput& input, QChar sign, QChar letter) {
    change_modes(desk, input.extra, sign, letter, input.text.split(u' ', Qt::SkipEmptyParts));
}

QString mask_for(const CommandDesk& desk, const QString& word) {
    return ban_mask(desk.client(), desk.find_person(word), word);
}

QStringList masks_for(const CommandDesk& desk, const QString& words) {
    QStringList masks;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) {
        masks << mask_for(desk, word);
    }
    return masks;
}

void list_bans(CommandDesk& desk, const QString& room) {
    const client::ConversationId where = desk.here();
    const auto entries = std::make_shared<QList<MaskEntry>>();
    Question question{{"367"}, "368", room.toStdString(), nullptr, {}};
    question.answer = [&desk, where, entries, room](const client::ServerReply& reply) {
        constexpr qsizetype entries_max = 500;
        if (reply.code == "368") {
            desk.tell(where, mask_list_words(room, *entries));
        } else if (entries->size() < entries_max) {
            *entries << mask_entry(reply, 1);
        }
    };
    desk.ask(QStringLiteral("MODE %1 b").arg(room), std::move(question));
}

void silence(CommandDesk& desk, const ComposerInput& input, QChar sign) {
    for (const QString& word : input.text.split(u' ', Qt::SkipEmptyParts)) {
        // The silenced are named by address: not every server has accounts inside of such a mask.
        const client::Member* person = desk.find_person(word);
        const bool is_mask = word.contains(u'!') || word.contains(u'@') || word.contains(u':');
        const QString host = person == nullptr ? QString() : text_of(person->mask).section(u'@', 1);
        const QString mask = is_mask          ? word
                             : host.isEmpty() ? word + QStringLiteral("!*@*")
                                              : QStringLiteral("*!*@") + host;
        desk.send(QStringLiteral("MODE %1 %2%3")
                      .arg(input.extra, QString(sign), silencing(desk.client().isupport(), mask)));
    }
}

void show_modes(CommandDesk& desk, const QString& room) {
    const client::ConversationId where = desk.here();
    Question question{{"324"}, "324", room.toStdString(), nullptr, {}};
    question.answer = [&desk, where, room](const client::ServerReply& reply) {
        const QString with_value = letters_with_value(desk.client().isupport());
        desk.tell(where, modes_text(room, mode_words(mode_parts(reply), with_value)));
    };
    desk.ask(QStringLiteral("MODE ") + room, std::move(question));
}

}  // namespace

void whois(CommandDesk& desk, const ComposerInput& input) {
    desk.act([&](client::Client& brain, Now now) { brain.whois(input.target.toStdString(), now); });
}

void whowas(CommandDesk& desk, const ComposerInput& input) {
    desk.ask_in_lines(
        QStringLiteral("WHOWAS ") + input.target,
        {{"314", "312", "330", "338"}, "369", input.target.toStdString(), nullptr, {}},
        whowas_words);
}

void who(CommandDesk& desk, const ComposerInput& input) {
    const QString open = desk.find_open_room();
    const QString target = input.text.isEmpty() ? open : input.text;
    if (target.isEmpty()) return desk.fail(CommandDesk::tr("Whom? Write a room or a mask."));
    desk.ask_in_lines(QStringLiteral("WHO ") + target, {{"352", "354"}, "315", {}, nullptr, {}},
                      who_words);
}

void ignore(CommandDesk& desk, const ComposerInput& input) {
    IgnoreList& list = desk.ignored();
    if (input.text.isEmpty()) {
        QStringList lines;
        for (const QString& entry : list.entries()) lines << list.wordsOf(entry);
        desk.tell(lines.isEmpty() ? CommandDesk::tr("You ignore nobody.")
                                  : CommandDesk::tr("You ignore:") + u'\n' + lines.join(u'\n'));
        return;
    }
    const QString word = input.text.section(u' ', 0, 0);
    const client::Member* person = desk.find_person(word);
    const QString account = person == nullptr ? QString() : text_of(person->account);
    const QString entry = ignore_entry(word, account);
    if (word.compare(text_of(desk.client().nick()), Qt::CaseInsensitive) == 0) {
        desk.fail(CommandDesk::tr("That is you."));
    } else if (list.add(entry)) {
        desk.tell(CommandDesk::tr("You ignore %1 from now on. /unignore %2 ends it.")
                      .arg(list.wordsOf(entry), word));
    } else {
        desk.fail(
            CommandDesk::tr("You ignore %1 already, or too many people.").arg(list.wordsOf(entry)));
    }
}

void unignore(CommandDesk& desk, const ComposerInput& input) {
    IgnoreList& list = desk.ignored();
    const client::Member* person = desk.find_person(input.text);
    const QString account = person == nullptr ? input.text : text_of(person->account);
    QString entry = list.entry_for(input.text, account);
    if (entry.isEmpty()) entry = ignore_entry(input.text, {});
    if (!list.remove(entry)) {
        return desk.fail(
            CommandDesk::tr("You do not ignore %1. /ignore lists whom.").arg(input.text));
    }
    desk.tell(CommandDesk::tr("You hear %1 again from now on.").arg(list.wordsOf(entry)));
}

void op(CommandDesk& desk, const ComposerInput& input) { change_ranks(desk, input, give, u'o'); }
void deop(CommandDesk& desk, const ComposerInput& input) { change_ranks(desk, input, take, u'o'); }
void halfop(CommandDesk& desk, const ComposerInput& input) {
    change_ranks(desk, input, give, u'h');
}
void dehalfop(CommandDesk& desk, const ComposerInput& input) {
    change_ranks(desk, input, take, u'h');
}
void voice(CommandDesk& desk, const ComposerInput& input) { change_ranks(desk, input, give, u'v'); }
void devoice(CommandDesk& desk, const ComposerInput& input) {
    change_ranks(desk, input, take, u'v');
}

void kick(CommandDesk& desk, const ComposerInput& input) {
    const QString why = input.text.isEmpty() ? QString() : QStringLiteral(" :") + input.text;
    desk.send(QStringLiteral("KICK %1 %2%3").arg(input.extra, input.target, why));
}

void ban(CommandDesk& desk, const ComposerInput& input) {
    if (input.text.isEmpty()) return list_bans(desk, input.extra);
    change_modes(desk, input.extra, give, u'b', masks_for(desk, input.text));
}

void unban(CommandDesk& desk, const ComposerInput& input) {
    change_modes(desk, input.extra, take, u'b', masks_for(desk, input.text));
}

void kickban(CommandDesk& desk, const ComposerInput& input) {
    change_modes(desk, input.extra, give, u'b', {mask_for(desk, input.target)});
    kick(desk, input);
}

void mute(CommandDesk& desk, const ComposerInput& input) { silence(desk, input, give); }
void unmute(CommandDesk& desk, const ComposerInput& input) { silence(desk, input, take); }

void mode(CommandDesk& desk, const ComposerInput& input) {
    QStringList words = input.text.split(u' ', Qt::SkipEmptyParts);
    const QString open = desk.find_open_room();
    const bool is_change = !words.isEmpty() && (words[0][0] == give || words[0][0] == take);
    if (words.isEmpty() || is_change) words.prepend(open);
    if (words[0].isEmpty()) return desk.fail(CommandDesk::tr("This works in a room only."));
    if (words.size() == 1 && is_room_name(words[0])) return show_modes(desk, words[0]);
    if (words.size() == 2 && words[1] == QStringLiteral("b")) return list_bans(desk, words[0]);
    // What the server tells of the change is a line of the room; a question is answered here.
    const client::ConversationId where = desk.here();
    Question question{
        {"221", "324", "346", "348", "367", "728"}, {}, {}, nullptr, {}, std::chrono::seconds{10}};
    question.answer = [&desk, where](const client::ServerReply& reply) {
        desk.tell(where, plain_words(reply));
    };
    desk.ask(QStringLiteral("MODE ") + words.join(u' '), std::move(question));
}

}  // namespace brusio::ui::commands
