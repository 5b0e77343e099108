import QtQuick
import Brusio

// What can be done with the open room.
AppMenu {
    id: menu

    required property Chat chat
    readonly property Calls calls: chat.calls
    signal topicAsked

    AppMenuItem {
        text: qsTr("About this room…")
        offered: !menu.chat.roomIsPerson && !menu.chat.roomIsServer
        onTriggered: menu.chat.roomCard.show()
    }
    AppMenuItem {
        text: qsTr("Read the topic")
        enabled: menu.chat.topicText !== ""
        onTriggered: menu.topicAsked()
    }
    AppMenuItem {
        text: qsTr("Change the topic…")
        enabled: !menu.chat.roomIsPerson && menu.chat.membership === "inside"
        onTriggered: menu.chat.prefill("/topic " + menu.chat.topic)
    }
    AppMenuItem {
        text: qsTr("Who is it?")
        enabled: menu.chat.roomIsPerson
        onTriggered: menu.chat.person.show(menu.chat.room)
    }
    AppMenuItem {
        text: menu.chat.membership === "inside" ? qsTr("Leave the room") : qsTr("Join the room")
        enabled: !menu.chat.roomIsPerson && !menu.chat.roomIsServer
        onTriggered: menu.chat.membership === "inside" ? menu.chat.leaveRoom()
                                                       : menu.chat.joinRoom(menu.chat.room, "")
    }
    AppMenuItem {
        text: qsTr("Notify of all messages")
        offered: !menu.chat.roomIsServer
        choice: true
        chosen: menu.calls.roomLevel === Calls.All
        onTriggered: menu.calls.roomLevel = Calls.All
    }
    AppMenuItem {
        text: qsTr("Notify of mentions")
        offered: !menu.chat.roomIsServer
        choice: true
        chosen: menu.calls.roomLevel === Calls.Mentions
        onTriggered: menu.calls.roomLevel = Calls.Mentions
    }
    AppMenuItem {
        text: qsTr("Notify of nothing")
        offered: !menu.chat.roomIsServer
        choice: true
        chosen: menu.calls.roomLevel === Calls.None
        onTriggered: menu.calls.roomLevel = Calls.None
    }
    AppMenuItem {
        text: qsTr("Mute for an hour")
        offered: !menu.chat.roomIsServer && !menu.calls.roomMuted
        onTriggered: menu.calls.muteRoom(60)
    }
    AppMenuItem {
        text: qsTr("Mute")
        offered: !menu.chat.roomIsServer && !menu.calls.roomMuted
        onTriggered: menu.calls.muteRoom(0)
    }
    AppMenuItem {
        text: menu.calls.roomMutedUntil === "" ? qsTr("Muted: end it")
            : qsTr("Muted until %1: end it").arg(menu.calls.roomMutedUntil)
        offered: !menu.chat.roomIsServer && menu.calls.roomMuted
        onTriggered: menu.calls.unmuteRoom()
    }
    AppMenuItem {
        text: qsTr("Export as text")
        offered: !menu.chat.roomIsServer
        onTriggered: menu.chat.exporter.save(menu.chat.room, RoomExport.Text)
    }
    AppMenuItem {
        text: qsTr("Export as JSON")
        offered: !menu.chat.roomIsServer
        onTriggered: menu.chat.exporter.save(menu.chat.room, RoomExport.Json)
    }
    AppMenuItem {
        text: qsTr("Close")
        onTriggered: menu.chat.closeRoom()
    }
}
