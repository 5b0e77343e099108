import QtQuick
import Brusio

// The head of a room: its name, its topic, and what can be done with it.
Item {
    id: bar

    required property Chat chat
    required property bool backShown
    required property bool membersShown
    signal back
    signal members

    implicitHeight: (Theme.phone ? 60 : 58) * Theme.scale

    IconButton {
        id: backButton
        x: Theme.space1
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.backShown
        label: qsTr("Back to the rooms")
        iconName: "back"
        glyph: 22 * Theme.scale
        onClicked: bar.back()
    }
    Avatar {
        id: face
        x: bar.backShown ? backButton.x + backButton.width + Theme.space1 : Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        size: 34 * Theme.scale
        name: bar.chat.room
        hue: bar.chat.roomHue
    }
    Column {
        anchors { left: face.right; right: tools.left; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.space3; rightMargin: Theme.space2 }
        spacing: 1

        Text {
            width: parent.width
            text: bar.chat.room
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Text {
            width: parent.width
            visible: text !== ""
            text: bar.chat.topicText !== "" ? bar.chat.topicText
                : bar.chat.roomIsServer ? bar.chat.networkName
                : bar.chat.roomIsPerson ? qsTr("Private conversation")
                : qsTr("%n people", "", bar.chat.members.count)
            color: Theme.textMuted
            font.pixelSize: Theme.fontSmall
            textFormat: Text.PlainText
            elide: Text.ElideRight
            Accessible.role: Accessible.StaticText
            Accessible.name: text

            TapHandler {
                enabled: bar.chat.topicText !== ""
                onTapped: whole.open()
            }
            HoverHandler {
                enabled: bar.chat.topicText !== ""
                cursorShape: Qt.PointingHandCursor
            }
        }
    }
    TopicDialog {
        id: whole
        chat: bar.chat
    }
    Row {
        id: tools
        anchors { right: parent.right; rightMargin: Theme.space3 }
        anchors.verticalCenter: parent.verticalCenter

        IconButton {
            visible: !bar.chat.roomIsPerson && !bar.chat.roomIsServer
            label: qsTr("Members")
            iconName: "people"
            checkable: false
            checked: bar.membersShown
            onClicked: bar.members()
        }
        IconButton {
            id: more
            label: qsTr("More about this room")
            iconName: "more"
            onClicked: menu.openAt(more, false)
        }
    }
    RoomMenu {
        id: menu
        chat: bar.chat
        onTopicAsked: whole.open()
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 1
        color: Theme.line
    }
}
