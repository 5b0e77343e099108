pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// Who somebody is, and what we may do with them.
AppPopup {
    id: card

    required property PersonDesk person
    signal talkAsked(string nick)

    widthMax: 420 * Theme.scale
    heightMax: rows.implicitHeight + head.height + 2 * padding + Theme.space3

    contentItem: Item {
        PopupHead {
            id: head
            width: parent.width
            title: card.person.nick
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
                spacing: Theme.space2

                Repeater {
                    model: card.person.facts
                    CardLine {
                        required property string modelData
                        text: modelData
                    }
                }
                CardLine {
                    visible: card.person.asking
                    text: qsTr("Asking the server…")
                }
                CardLine {
                    visible: card.person.commonWords !== "" && !card.person.self
                    text: qsTr("In common: %1").arg(card.person.commonWords)
                }
                AppButton {
                    width: parent.width
                    visible: !card.person.self
                    primary: true
                    text: qsTr("Private message")
                    onClicked: {
                        card.close();
                        card.talkAsked(card.person.nick);
                    }
                }
                Flow {
                    width: parent.width
                    spacing: Theme.space2

                    AppButton {
                        visible: card.person.mayOp
                        text: card.person.isOp ? qsTr("Take operator away") : qsTr("Make operator")
                        onClicked: card.person.act(card.person.isOp ? PersonDesk.Deop
                                                                    : PersonDesk.Op)
                    }
                    AppButton {
                        visible: card.person.mayRank
                        text: card.person.isVoiced ? qsTr("Take voice away") : qsTr("Give voice")
                        onClicked: card.person.act(card.person.isVoiced ? PersonDesk.Devoice
                                                                        : PersonDesk.Voice)
                    }
                    AppButton {
                        visible: card.person.mayRank && !card.person.self
                        tone: Theme.danger
                        text: qsTr("Put out of the room")
                        onClicked: card.person.act(PersonDesk.Kick)
                    }
                    AppButton {
                        visible: card.person.mayRank && !card.person.self
                        tone: Theme.danger
                        text: qsTr("Keep out of the room")
                        onClicked: card.person.act(PersonDesk.Ban)
                    }
                    AppButton {
                        visible: !card.person.self
                        text: card.person.ignored ? qsTr("Ignore no more") : qsTr("Ignore")
                        onClicked: card.person.act(card.person.ignored ? PersonDesk.Unignore
                                                                       : PersonDesk.Ignore)
                    }
                }
            }
        }
    }
}
