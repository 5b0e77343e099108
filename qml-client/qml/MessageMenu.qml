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
    property string dateText

    // Under the pointer, or beside the message that has the focus.
    function openFor(item: MessageItem, byKey: bool) {
        dateText = item.dateText;
        key = item.key;
        delivery = item.delivery;
        takable = chat.canTakeBack(key);
        nick = item.nick;
        body = item.bodyText;
        own = item.own || item.kind === "event" || item.kind === "info";
        if (byKey)
            popup(item, Theme.space5, Math.min(item.height, item.mapFromItem(null, 0,
                  item.Window.height).y - implicitHeight), first());
        else
            popup();
    }
    // Who opens it by key stands on what can be chosen.
    function first() {
        for (let i = 1; i < count; ++i) {
            if (itemAt(i).enabled && itemAt(i).height > 0)
                return itemAt(i);
        }
        return null;
    }

    AppMenuItem {
        text: menu.dateText
        enabled: false
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
        text: qsTr("Who is %1?").arg(menu.nick)
        offered: menu.nick !== ""
        onTriggered: menu.chat.person.show(menu.nick)
    }
    AppMenuItem {
        text: qsTr("More about %1…").arg(menu.nick)
        offered: menu.nick !== "" && !menu.own
        onTriggered: menu.chat.person.askMenu(menu.nick, null)
    }
    AppMenuItem {
        text: qsTr("Private message")
        enabled: !menu.own
        onTriggered: menu.chat.openPerson(menu.nick)
    }
}
