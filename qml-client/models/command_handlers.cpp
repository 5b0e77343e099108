// Commands about rooms, oneself and the server.
#include "qml-client/models/command_handlers.h"

#include <memory>

#include "qml-client/models/answer_words.h"
#include "qml-client/models/command_desk.h"
#include "qml-client/models/message_text.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui::commands {

void join(CommandDesk& desk, const ComposerInput& input) {
    const QString room = is_room_name(input.target) ? input.target : u'#' + input.target;
    emit desk.joinAsked(room, input.text);
}

void part(CommandDesk& desk, const ComposerInput& input) {
    desk.act([&](client::Client& brain, Now now) {
        brain.part(input.extra.toStdString(), input.text.toStdString(), now);
    });
}

void cycle(CommandDesk& desk, const ComposerInput& input) {
    const client::Conversation* room = desk.find_room(input.extra);
    const QString key = room == nullptr ? QString() : text_of(room->room_key);
    part(desk, input);
    emit desk.joinAsked(input.extra, key);
}

void topic(CommandDesk& desk, const ComposerInput& input) {
    if (!input.text.isEmpty()) {
        desk.act([&](client::Client& brain, Now now) {
            brain.set_topic(input.extra.toStdString(), input.text.toStdString(), now);
        });
        return;
    }
    const client::Conversation* room = desk.find_room(input.extra);
    if (room == nullptr) {
        desk.fail(CommandDesk::tr("You are not in %1.").arg(input.extra));
        return;
    }
    const QString text = read_message_text(text_of(room->topic.text)).plain;
    desk.tell(text.isEmpty() ? CommandDesk::tr("%1 has no topic.").arg(input.extra)
              : room->topic.set_by.empty()
                  ? CommandDesk::tr("Topic of %1: %2").arg(input.extra, text)
                  : CommandDesk::tr("Topic of %1: %2 (by %3)")
                        .arg(input.extra, text, text_of(room->topic.set_by)));
}

void names(CommandDesk& desk, const ComposerInput& input) {
    constexpr qsizetype names_max = 2'000;
    const client::ConversationId where = desk.here();
    const auto found = std::make_shared<QStringList>();
    Question question{{"353"}, "366", input.extra.toStdString(), nullptr, {}};
    question.answer = [&desk, where, found, room = input.extra](const client::ServerReply& reply) {
        if (reply.code == "366") {
            desk.tell(where, names_words(room, *found));
        } else if (reply.params.size() >= 3 && found->size() < names_max) {
            for (const QString& name : text_of(reply.params[2]).split(u' ', Qt::SkipEmptyParts)) {
                *found << name.section(u'!', 0, 0);
            }
        }
    };
    desk.ask(QStringLiteral("NAMES ") + input.extra, std::move(question));
}

void list(CommandDesk& desk, const ComposerInput& input) { emit desk.directoryAsked(input.text); }

void invite(CommandDesk& desk, const ComposerInput& input) {
    desk.send(QStringLiteral("INVITE %1 %2").arg(input.target, input.extra));
}

void knock(CommandDesk& desk, const ComposerInput& input) {
    const QString why = input.text.isEmpty() ? QString() : QStringLiteral(" :") + input.text;
    const client::ConversationId where = desk.here();
    Question question{{"711"}, "711", input.target.toStdString(), nullptr, {}};
    question.answer = [&desk, where, room = input.target](const client::ServerReply&) {
        desk.tell(where, CommandDesk::tr("The people in %1 have heard you knock.").arg(room));
    };
    desk.ask(QStringLiteral("KNOCK ") + input.target + why, std::move(question));
}

void close(CommandDesk& desk, const ComposerInput&) { emit desk.closeAsked(); }
void clear(CommandDesk& desk, const ComposerInput&) { emit desk.clearAsked(); }

void nick(CommandDesk& desk, const ComposerInput& input) {
    desk.act(
        [&](client::Client& brain, Now now) { brain.set_nick(input.text.toStdString(), now); });
}

void away(CommandDesk& desk, const ComposerInput& input) {
    desk.act(
        [&](client::Client& brain, Now now) { brain.set_away(input.text.toStdString(), now); });
}

void back(CommandDesk& desk, const ComposerInput&) {
    desk.act([](client::Client& brain, Now now) { brain.set_away("", now); });
}

void quit(CommandDesk& desk, const ComposerInput& input) {
    desk.act(
        [&](client::Client& brain, Now now) { brain.disconnect(input.text.toStdString(), now); });
    emit desk.quitAsked();
}

void oper(CommandDesk& desk, const ComposerInput& input) {
    const client::ConversationId where = desk.here();
    Question question{{"381"}, "381", {}, nullptr, {}};
    question.answer = [&desk, where](const client::ServerReply& reply) {
        desk.tell(where, plain_words(reply));
    };
    desk.ask(QStringLiteral("OPER %1 %2").arg(input.target, input.text), std::move(question));
}

void user_mode(CommandDesk& desk, const ComposerInput& input) {
    const QString me = text_of(desk.client().nick());
    const client::ConversationId where = desk.here();
    Question question{{"221"}, "221", {}, nullptr, {}};
    question.answer = [&desk, where](const client::ServerReply& reply) {
        desk.tell(where, CommandDesk::tr("Your modes: %1").arg(plain_words(reply)));
    };
    const QString change = input.text.isEmpty() ? QString() : u' ' + input.text;
    desk.ask(QStringLiteral("MODE %1%2").arg(me, change), std::move(question));
}

void notice(CommandDesk& desk, const ComposerInput& input) {
    desk.act([&](client::Client& brain, Now now) {
        brain.send_notice(input.target.toStdString(), input.text.toStdString(), now);
    });
}

void nickserv(CommandDesk& desk, const ComposerInput& input) {
    const QString service = QStringLiteral("NickServ");
    if (desk.say_secretly(service, input.text)) desk.tell_said(service, input.text);
}

void chanserv(CommandDesk& desk, const ComposerInput& input) {
    const QString service = QStringLiteral("ChanServ");
    if (desk.say_secretly(service, input.text)) desk.tell_said(service, input.text);
}

// Whatever comes in the next seconds, and what nobody else asked for, is the answer.
void raw(CommandDesk& desk, const ComposerInput& input) {
    const client::ConversationId where = desk.here();
    Question question{{}, {}, {}, nullptr, {}, std::chrono::seconds{10}};
    question.answer = [&desk, where](const client::ServerReply& reply) {
        desk.tell(where, QStringLiteral("%1 %2").arg(text_of(reply.code), plain_words(reply)));
    };
    desk.ask(input.text, std::move(question));
}

void motd(CommandDesk& desk, const ComposerInput&) {
    desk.send(QStringLiteral("MOTD"));
    emit desk.hinted(CommandDesk::tr("It is on the page of the server's messages."));
}

void help(CommandDesk& desk, const ComposerInput& input) { emit desk.helpAsked(input.text); }

}  // namespace brusio::ui::commands
