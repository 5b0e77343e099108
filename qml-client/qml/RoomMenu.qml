import QtQuick
import Brusio

// What can be done with the open room.
AppMenu {
    id: menu

    required property Chat chat
    signal topicAsked

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
        onTriggered: menu.chat.submit("/whois " + menu.chat.room)
    }
    AppMenuItem {
        text: menu.chat.membership === "inside" ? qsTr("Leave the room") : qsTr("Join the room")
        enabled: !menu.chat.roomIsPerson && !menu.chat.roomIsServer
        onTriggered: menu.chat.membership === "inside" ? menu.chat.leaveRoom()
                                                       : menu.chat.joinRoom(menu.chat.room, "")
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
