import QtQuick
import Brusio

// A section delegate cannot be bound in Qt 6.4, so the ids of its file look unqualified.
// qmllint disable unqualified

// Who is in the room, by rank.
Rectangle {
    id: pane

    required property Chat chat
    required property bool closeShown
    signal closed

    color: Theme.bgSidebar

    Item {
        id: head
        width: parent.width
        height: (Theme.phone ? 60 : 58) * Theme.scale

        Text {
            anchors { left: parent.left; right: close.left; verticalCenter: parent.verticalCenter }
            anchors.leftMargin: Theme.space4
            text: qsTr("%n people", "", pane.chat.members.count)
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: 15 * Theme.scale
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        IconButton {
            id: close
            anchors { right: parent.right; rightMargin: Theme.space2 }
            anchors.verticalCenter: parent.verticalCenter
            visible: pane.closeShown
            label: qsTr("Close the members")
            iconName: "close"
            onClicked: pane.closed()
        }
    }
    ListView {
        anchors { top: head.bottom; bottom: parent.bottom; left: parent.left; right: parent.right }
        anchors.bottomMargin: Theme.space2
        model: pane.chat.members
        clip: true
        currentIndex: -1
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        section.property: "section"
        section.delegate: SectionTitle {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Members of %1").arg(pane.chat.room)

        delegate: MemberRow {
            onClicked: {
                if (self)
                    return;
                pane.chat.openPerson(nick);
                pane.closed();
            }
        }
    }
    Rectangle {
        width: 1
        height: parent.height
        color: Theme.line
    }
}
