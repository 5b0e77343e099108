#pragma once

#include <QtCore/QTemporaryDir>

#include "qml-client/models/chat.h"
#include "qml-client/models/client_settings.h"
#include "qml-client/net/brain_driver.h"
#include "tests/qml-client/support/scripted_link.h"

namespace brusio::ui::test {

/// A whole client but for its window and its socket.
struct ChatWorld {
    QTemporaryDir folder;
    ClientSettings settings;
    ScriptedLink link;
    BrainDriver driver{link, 7};
    Chat chat{driver, settings};

    ChatWorld() : settings(folder.filePath(QStringLiteral("brusio.ini"))) {}
    /// With what other worlds have left in the folder of this one.
    explicit ChatWorld(const QTemporaryDir& before)
        : settings(before.filePath(QStringLiteral("brusio.ini"))) {}

    [[nodiscard]] static Destination guest(const QString& nick) {
        Destination to;
        to.nick = nick;
        return to;
    }

    /// Online as `nick`, in #garden with ada (operator), bob and carla.
    void enter(const QString& nick) {
        chat.go(guest(nick));
        link.welcome(nick);
        chat.joinRoom(QStringLiteral("#garden"), {});
        join_room(nick, QStringLiteral("#garden"));
    }
    /// The same with an account, on a server that keeps a history; `newest` are the lines of
    /// #garden's.
    void enter_with_history(const QString& nick, const QStringList& newest) {
        log_in(nick);
        chat.joinRoom(QStringLiteral("#garden"), {});
        join_room(nick, QStringLiteral("#garden"));
        page(QStringLiteral("#garden"), newest);
        link.take_lines();
    }
    void log_in(const QString& nick) {
        Destination to = guest(nick);
        to.entry = Entry::log_in;
        to.account_password = QStringLiteral("secret-word");
        chat.go(to);
        be_let_in(nick);
    }
    void be_let_in(const QString& nick) {
        const QString offer = QStringLiteral(
            "batch message-tags server-time labeled-response echo-message sasl draft/chathistory "
            "brusio/exactly-once draft/message-redaction draft/read-marker "
            "draft/multiline=max-bytes=4096,max-lines=100");
        link.accept();
        link.say(
            {QStringLiteral(":srv CAP * LS :%1").arg(offer),
             QStringLiteral(":srv CAP * ACK :%1").arg(offer), "AUTHENTICATE +",
             QStringLiteral(":srv 900 %1 %1!u@h %1 :In").arg(nick),
             QStringLiteral(":srv 903 %1 :In").arg(nick),
             QStringLiteral(":srv 001 %1 :Welcome").arg(nick),
             QStringLiteral(":srv 005 %1 NETWORK=Testnet PREFIX=(ov)@+ CHANTYPES=# :ok").arg(nick),
             QStringLiteral(":srv 422 %1 :No MOTD").arg(nick)});
    }
    /// The answer to CHATHISTORY: lines that begin with their tags, without "@".
    void page(const QString& target, const QStringList& lines) {
        QStringList all{QStringLiteral(":srv BATCH +h chathistory %1").arg(target)};
        for (const QString& line : lines) all << QStringLiteral("@batch=h;") + line;
        link.say(all << QStringLiteral(":srv BATCH -h"));
    }
    void join_room(const QString& nick, const QString& room) {
        link.say({QStringLiteral(":%1!u@h JOIN %2").arg(nick, room),
                  QStringLiteral(":srv 332 %1 %2 :Roses and code").arg(nick, room),
                  QStringLiteral(":srv 353 %1 = %2 :%1 @ada +bob carla").arg(nick, room),
                  QStringLiteral(":srv 366 %1 %2 :End").arg(nick, room)});
    }
    void say(const QString& nick, const QString& target, const QString& text) {
        link.say({QStringLiteral(":%1!u@h PRIVMSG %2 :%3").arg(nick, target, text)});
    }
};

}  // namespace brusio::ui::test
