import QtQuick
import QtQuick.Controls.Basic

// One person in the room; a click opens a private conversation, the other button a menu.
ItemDelegate {
    id: row

    required property int index
    required property string nick
    required property int hue
    required property bool away
    required property bool self
    required property string spokenText
    // Beside an item, or at the pointer.
    signal menuAsked(Item beside)

    width: ListView.view ? ListView.view.width : 0
    height: (Theme.phone ? 52 : 38) * Theme.scale
    hoverEnabled: !self

    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: spokenText
    Accessible.focusable: true
    Accessible.onPressAction: clicked()
    onActiveFocusChanged: if (activeFocus) ListView.view.currentIndex = index
    Keys.onPressed: event => {
        const asks = event.key === Qt.Key_Menu
            || (event.key === Qt.Key_F10 && (event.modifiers & Qt.ShiftModifier));
        if (asks)
            row.menuAsked(row);
        event.accepted = asks;
    }
    onPressAndHold: menuAsked(null)
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.RightButton
        onClicked: row.menuAsked(null)
    }

    background: Rectangle {
        anchors { fill: parent; leftMargin: Theme.space2; rightMargin: Theme.space2 }
        radius: Theme.radius2
        color: row.hovered || row.down ? Theme.bgHover : "transparent"
        border.width: row.activeFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Avatar {
            id: face
            x: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            size: (Theme.phone ? 36 : 26) * Theme.scale
            name: row.nick
            hue: row.hue
            opacity: row.away ? 0.7 : 1

            PresenceDot {
                anchors { right: parent.right; bottom: parent.bottom; margins: -2 * Theme.scale }
                away: row.away
                ground: Theme.bgSidebar
            }
        }
        Text {
            anchors { left: face.right; right: parent.right; verticalCenter: parent.verticalCenter }
            anchors { leftMargin: 10 * Theme.scale; rightMargin: Theme.space2 }
            text: row.self ? qsTr("%1 (you)").arg(row.nick) : row.nick
            textFormat: Text.PlainText
            color: row.away ? Theme.textMuted : Theme.text
            font.pixelSize: Theme.fontBody
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
