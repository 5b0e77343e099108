import QtQuick
import QtQuick.Controls.Basic
import Brusio

// A room or a person in the list: one line on a desk, two on a phone.
ItemDelegate {
    id: row

    required property int index
    required property string name
    required property bool person
    required property bool server
    required property bool joined
    required property int unread
    required property bool unreadMore
    required property int mentions
    required property bool unsent
    required property bool draft
    required property string preview
    required property string timeText
    required property int hue
    required property bool current
    required property string spokenText

    property bool silent: false
    readonly property bool fresh: unread > 0

    width: ListView.view ? ListView.view.width : 0
    height: (Theme.phone ? 64 : 36) * Theme.scale
    hoverEnabled: true
    opacity: joined ? 1 : 0.62

    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: silent ? qsTr("%1, does not call").arg(spokenText) : spokenText
    Accessible.selected: current
    Accessible.focusable: true
    Accessible.onPressAction: clicked()
    onActiveFocusChanged: if (activeFocus) ListView.view.currentIndex = index

    background: Rectangle {
        anchors { fill: parent; leftMargin: Theme.space2; rightMargin: Theme.space2 }
        radius: Theme.radius2
        color: row.current && !Theme.phone ? Theme.bgSelected
             : row.hovered || row.down ? Theme.bgHover : "transparent"
        border.width: row.activeFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Item {
            id: face
            readonly property bool round: row.person || Theme.phone
            x: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            visible: !Theme.narrow
            width: !visible ? 0 : (Theme.phone ? 44 : 22) * Theme.scale
            height: width

            Avatar {
                visible: face.round
                name: row.name
                hue: row.hue
                size: face.width
            }
            SvgIcon {
                anchors.centerIn: parent
                visible: !face.round
                width: 17 * Theme.scale
                height: width
                name: row.server ? "logo" : "hash"
                color: row.fresh ? Theme.text : Theme.textMuted
            }
        }
        RoomRowText {
            anchors { left: face.right; right: marks.left; verticalCenter: parent.verticalCenter }
            anchors { leftMargin: (Theme.phone ? 12 : 9) * Theme.scale; rightMargin: Theme.space2 }
            title: row.person || row.server || Theme.phone ? row.name : row.name.replace(/^#/, "")
            preview: row.preview
            strong: row.fresh
            chosen: row.current
        }
        Row {
            id: marks
            anchors { right: parent.right; rightMargin: Theme.space2 }
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space1

            SvgIcon {
                visible: row.silent
                anchors.verticalCenter: parent.verticalCenter
                width: 14 * Theme.scale
                height: width
                name: "bell_off"
                color: Theme.textMuted
            }
            SvgIcon {
                visible: row.unsent || (row.draft && !row.current)
                anchors.verticalCenter: parent.verticalCenter
                width: 14 * Theme.scale
                height: width
                name: row.unsent ? "clock" : "compose"
                color: Theme.textMuted
            }
            Badge {
                anchors.verticalCenter: parent.verticalCenter
                count: row.mentions > 0 ? row.mentions : row.unread
                more: row.unreadMore && row.mentions === 0
                strong: row.mentions > 0 || row.person
            }
        }
    }
}
