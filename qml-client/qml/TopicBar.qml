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

    readonly property real rowHeight: (Theme.phone ? 60 : 58) * Theme.scale
    implicitHeight: rowHeight + (Theme.narrow ? words.height + Theme.space2 : 0)

    IconButton {
        id: backButton
        x: Theme.space1
        y: (bar.rowHeight - height) / 2
        visible: bar.backShown
        label: qsTr("Back to the rooms")
        iconName: "back"
        glyph: 22 * Theme.scale
        onClicked: bar.back()
    }
    Avatar {
        id: face
        x: bar.backShown ? backButton.x + backButton.width + Theme.space1 : Theme.space4
        y: (bar.rowHeight - height) / 2
        visible: !Theme.narrow
        size: 34 * Theme.scale
        name: bar.chat.room
        hue: bar.chat.roomHue
    }
    // Beside the buttons, or under them if there is no room for words between them.
    Column {
        id: words
        x: Theme.narrow ? Theme.space4 : face.x + face.width + Theme.space3
        y: Theme.narrow ? bar.rowHeight : (bar.rowHeight - height) / 2
        width: (Theme.narrow ? bar.width - Theme.space4 : tools.x - Theme.space2) - x
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
                : bar.chat.roomIsPerson ? (partner.words !== "" ? partner.words
                                                                : qsTr("Private conversation"))
                : qsTr("%n people", "", bar.chat.members.total)
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
    PartnerPresence {
        id: partner
        chat: bar.chat
    }
    TopicDialog {
        id: whole
        chat: bar.chat
    }
    Row {
        id: tools
        anchors { right: parent.right; rightMargin: Theme.space3 }
        y: (bar.rowHeight - height) / 2

        IconButton {
            visible: !bar.chat.roomIsPerson && !bar.chat.roomIsServer
            label: qsTr("Members")
            iconName: "people"
            checkable: false
            checked: bar.membersShown
            Accessible.checkable: true
            Accessible.checked: checked
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
