import QtQuick
import Brusio

// A section delegate cannot be bound in Qt 6.4, so the ids of its file look unqualified.
// qmllint disable unqualified

// All rooms and people, who we are, and the way to more rooms.
Rectangle {
    id: pane

    required property Chat chat
    required property ClientSettings settings
    signal opened
    signal joinAsked
    signal jumpAsked
    signal registerAsked
    signal keysAsked

    function showSettings() { who.showSettings(); }
    function takeFocus() { return list.enter(); }

    color: Theme.bgSidebar

    Item {
        id: head
        width: parent.width
        height: Math.max((Theme.phone ? 60 : 58) * Theme.scale,
                         network.implicitHeight + Theme.space3)

        SvgIcon {
            id: logo
            x: Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            visible: !Theme.narrow
            width: visible ? 28 * Theme.scale : 0
            height: 28 * Theme.scale
            name: "logo"
            color: Theme.dark ? "#2F5FD0" : Theme.accent
        }
        Text {
            id: network
            anchors { left: logo.right; right: plus.left; verticalCenter: parent.verticalCenter }
            anchors.leftMargin: logo.visible ? Theme.space3 : 0
            text: pane.chat.networkName
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: (Theme.phone ? 20 : 17) * Theme.scale
            font.weight: Font.Bold
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        IconButton {
            id: plus
            anchors { right: parent.right; rightMargin: Theme.space2 }
            anchors.verticalCenter: parent.verticalCenter
            label: qsTr("Join a room")
            iconName: "plus"
            onClicked: pane.joinAsked()
        }
    }
    JumpButton {
        id: jump
        anchors { top: head.bottom; left: parent.left; right: parent.right }
        anchors { leftMargin: Theme.space3; rightMargin: Theme.space3 }
        onClicked: pane.jumpAsked()
    }
    RowList {
        id: list
        anchors { top: jump.bottom; bottom: who.top; left: parent.left; right: parent.right }
        anchors.topMargin: Theme.space1
        model: pane.chat.rooms
        barName: qsTr("Scroll the rooms")
        entryRow: pane.chat.rooms.rowOf(pane.chat.room)
        section.property: "section"
        section.delegate: SectionTitle {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Rooms and people")

        delegate: RoomRow {
            silent: pane.chat.calls.silent.includes(name)
            onClicked: {
                pane.chat.openRoom(name);
                pane.opened();
            }
        }
    }
    IdentityBar {
        id: who
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        chat: pane.chat
        settings: pane.settings
        onRegisterAsked: pane.registerAsked()
        onKeysAsked: pane.keysAsked()
    }
}
