import QtQuick
import Brusio

// What can be done with a message; one menu serves all rows.
AppMenu {
    id: menu

    required property Chat chat
    property string nick
    property string body
    property bool own: true
    property string delivery
    property double key
    property bool takable: false

    function openFor(item: MessageItem) {
        key = item.key;
        delivery = item.delivery;
        takable = chat.canTakeBack(key);
        nick = item.nick;
        body = item.bodyText;
        own = item.own || item.kind === "event" || item.kind === "info";
        popup();
    }

    AppMenuItem {
        text: qsTr("Send again")
        offered: menu.delivery === "failed"
        onTriggered: menu.chat.retry(menu.key)
    }
    AppMenuItem {
        text: menu.delivery === "queued" ? qsTr("Do not send") : qsTr("Delete")
        offered: menu.delivery === "failed" || menu.delivery === "queued"
        onTriggered: menu.chat.discard(menu.key)
    }
    AppMenuItem {
        text: qsTr("Take back")
        offered: menu.takable
        onTriggered: menu.chat.takeBack(menu.key)
    }
    AppMenuItem {
        text: qsTr("Copy text")
        onTriggered: menu.chat.copyText(menu.body)
    }
    AppMenuItem {
        text: menu.nick === "" ? qsTr("Mention") : qsTr("Mention %1").arg(menu.nick)
        enabled: !menu.own
        onTriggered: menu.chat.mention(menu.nick)
    }
    AppMenuItem {
        text: qsTr("Private message")
        enabled: !menu.own
        onTriggered: menu.chat.openPerson(menu.nick)
    }
}
