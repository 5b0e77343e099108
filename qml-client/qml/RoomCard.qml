pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// How the open room is set up, whom it keeps out, and what we may change.
AppPopup {
    id: card

    required property RoomDesk desk

    widthMax: 560 * Theme.scale
    heightMax: rows.implicitHeight + head.height + 2 * padding + Theme.space3
    onOpened: {
        topic.text = desk.topic;
        guest.text = "";
    }

    contentItem: Item {
        PopupHead {
            id: head
            width: parent.width
            title: card.desk.room
            onClosed: card.close()
        }
        Flickable {
            anchors { top: head.bottom; topMargin: Theme.space3; bottom: parent.bottom }
            anchors { left: parent.left; right: parent.right }
            contentHeight: rows.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            Column {
                id: rows
                width: parent.width
                spacing: Theme.space3

                CardLine {
                    visible: !card.desk.mayTopic
                    text: card.desk.topic === "" ? qsTr("There is no topic.") : card.desk.topic
                }
                TextBox {
                    id: topic
                    width: parent.width
                    visible: card.desk.mayTopic
                    label: qsTr("Topic")
                    onAccepted: card.desk.changeTopic(text)
                }
                AppButton {
                    visible: card.desk.mayTopic
                    enabled: topic.text !== card.desk.topic
                    text: qsTr("Set the topic")
                    onClicked: card.desk.changeTopic(topic.text)
                }
                CardLine {
                    visible: card.desk.inside
                    text: qsTr("%n people", "", card.desk.memberCount)
                }
                CardLine {
                    visible: card.desk.key !== ""
                    text: qsTr("Key: %1").arg(card.desk.key)
                }
                Repeater {
                    model: card.desk.modes
                    CardLine {
                        required property string modelData
                        text: modelData
                    }
                }
                Row {
                    width: parent.width
                    spacing: Theme.space2
                    visible: card.desk.inside

                    TextBox {
                        id: guest
                        width: parent.width - asks.width - parent.spacing
                        label: qsTr("Nick to invite")
                        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                        onAccepted: asks.clicked()
                    }
                    AppButton {
                        id: asks
                        anchors.bottom: parent.bottom
                        enabled: guest.text.trim() !== ""
                        text: qsTr("Invite")
                        onClicked: {
                            card.desk.invite(guest.text);
                            guest.text = "";
                        }
                    }
                }
                CardLine {
                    visible: card.desk.inside
                    font.weight: Font.DemiBold
                    text: !card.desk.bansKnown ? qsTr("Asking the server who is kept out…")
                        : card.desk.bans.length === 0 ? qsTr("Nobody is kept out.")
                                                      : qsTr("Kept out")
                }
                Repeater {
                    model: card.desk.bans
                    EntryRow {
                        required property int index
                        required property string modelData
                        words: modelData
                        removable: card.desk.mayBan
                        removal: qsTr("Let %1 in again").arg(modelData)
                        onRemoved: card.desk.removeBan(index)
                    }
                }
            }
        }
    }
}
