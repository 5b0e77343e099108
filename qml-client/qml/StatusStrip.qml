import QtQuick
import Brusio

// Says when we are not online, what is waiting, and when the next attempt is.
Rectangle {
    id: strip

    required property Chat chat

    readonly property bool shown: chat.phase !== "online"
    readonly property string waiting: chat.unsentCount > 0
        ? qsTr("%n message(s) waiting", "", chat.unsentCount) + " · " : ""
    readonly property string cause: chat.problemTitle !== "" ? chat.problemTitle + " · " : ""
    readonly property string stateText: chat.phase === "connecting" ? qsTr("Connecting…")
        : chat.phase === "registering" ? qsTr("Signing in…")
        : chat.phase === "waiting" ? (chat.retrySeconds > 0
            ? qsTr("Offline, trying again in %n s", "", chat.retrySeconds) : qsTr("Trying again…"))
        : qsTr("Not connected")

    height: shown ? Math.max(words.implicitHeight + Theme.space2, 38 * Theme.scale) : 0
    visible: height > 0
    clip: true
    color: Theme.mentionBg

    Behavior on height { NumberAnimation { duration: Theme.durShort } }

    Accessible.role: Accessible.StaticText
    Accessible.name: waiting + cause + stateText

    SvgIcon {
        id: sign
        x: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        width: 18 * Theme.scale
        height: width
        name: "offline"
        color: Theme.warn
    }
    Text {
        id: words
        anchors { left: sign.right; right: now.left; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.space2; rightMargin: Theme.space2 }
        text: strip.waiting + strip.cause + strip.stateText
        textFormat: Text.PlainText
        color: Theme.text
        font.pixelSize: Theme.fontSmall
        font.weight: Font.Medium
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    AppButton {
        id: now
        anchors { right: parent.right; rightMargin: Theme.space3 }
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: 28 * Theme.scale
        visible: strip.chat.phase === "waiting" || strip.chat.phase === "idle"
        width: visible ? implicitWidth : 0
        text: qsTr("Try now")
        onClicked: strip.chat.tryNow()
    }
}
