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
    ClientSettings settings{folder.filePath(QStringLiteral("brusio.ini"))};
    ScriptedLink link;
    BrainDriver driver{link, 7};
    Chat chat{driver, settings};

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
