import QtQuick
import Brusio

// What the connection is doing, while the first screen is still shown.
Text {
    id: progress

    required property Chat chat

    horizontalAlignment: Text.AlignHCenter
    visible: chat.phase !== "idle"
    text: chat.phase === "waiting" && chat.retrySeconds > 0
        ? qsTr("Trying again in %n s", "", chat.retrySeconds)
        : chat.phase === "registering" ? qsTr("Signing in…") : qsTr("Connecting…")
    textFormat: Text.PlainText
    color: Theme.textMuted
    font.pixelSize: Theme.fontSmall
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
