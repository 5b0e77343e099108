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

    function takeFocus() { return list.enter(); }

    color: Theme.bgSidebar

    Item {
        id: head
        width: parent.width
        height: (Theme.phone ? 60 : 58) * Theme.scale

        Text {
            anchors { left: parent.left; right: close.left; verticalCenter: parent.verticalCenter }
            anchors.leftMargin: Theme.space4
            text: qsTr("%n people", "", pane.chat.members.total)
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: 15 * Theme.scale
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
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
    TextBox {
        id: filter
        anchors { top: head.bottom; left: parent.left; right: parent.right }
        anchors { leftMargin: Theme.space3; rightMargin: Theme.space3 }
        visible: pane.chat.members.total >= 12 || text !== ""
        height: visible ? implicitHeight : 0
        label: qsTr("Find a member")
        labelShown: false
        placeholder: label
        onTextChanged: pane.chat.members.filter = text
        onAccepted: list.enter()
        Keys.onDownPressed: list.enter()
    }
    Connections {
        target: pane.chat
        function onRoomChanged() { filter.text = ""; }
    }
    RowList {
        id: list
        anchors { top: filter.bottom; bottom: parent.bottom; bottomMargin: Theme.space2 }
        anchors { left: parent.left; right: parent.right }
        model: pane.chat.members
        barName: qsTr("Scroll the members")
        section.property: "section"
        section.delegate: SectionTitle {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Members of %1").arg(pane.chat.room)

        delegate: MemberRow {
            onClicked: {
                if (self)
                    return;
                pane.closed();
                pane.chat.openPerson(nick);  // this row goes with its room
            }
            onMenuAsked: beside => pane.chat.person.askMenu(nick, beside)
        }
    }
    Rectangle {
        width: 1
        height: parent.height
        color: Theme.line
    }
}
