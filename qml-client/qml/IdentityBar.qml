import QtQuick
import Brusio

// Who we are here, whether we are online, and the settings.
Item {
    id: bar

    required property Chat chat
    required property ClientSettings settings

    readonly property string standing:
        (chat.away ? qsTr("Away") : qsTr("Online")) + " · "
        + (chat.desk.account === "" ? qsTr("guest")
        : chat.desk.account === chat.nick ? qsTr("logged in")
        : qsTr("as %1").arg(chat.desk.account))

    signal registerAsked
    signal keysAsked

    function showIgnored() { ignored.open(); }
    function showSettings() { menu.openAt(options, true); }

    implicitHeight: Math.max(60 * Theme.scale, words.implicitHeight + 2 * Theme.space2)

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Avatar {
        id: face
        x: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        visible: !Theme.narrow
        size: visible ? 34 * Theme.scale : 0
        name: bar.chat.nick
        hue: bar.chat.nickHue

        PresenceDot {
            anchors { right: parent.right; bottom: parent.bottom }
            away: bar.chat.phase !== "online" || bar.chat.away
            ground: Theme.bgSidebar
        }
    }
    Column {
        id: words
        anchors { left: face.right; right: options.left; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.space3; rightMargin: Theme.space1 }

        Text {
            width: parent.width
            text: bar.chat.nick
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontBody
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("You are %1").arg(text)
        }
        Text {
            width: parent.width
            text: bar.chat.phase !== "online" ? qsTr("Offline") : bar.standing
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontSmall
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
    IconButton {
        id: options
        anchors { right: parent.right; rightMargin: Theme.space2 }
        anchors.verticalCenter: parent.verticalCenter
        label: qsTr("Settings")
        iconName: "sliders"
        onClicked: menu.openAt(options, true)
    }
    SettingsMenu {
        id: menu
        chat: bar.chat
        settings: bar.settings
        onRegisterAsked: bar.registerAsked()
        onKeysAsked: bar.keysAsked()
        onLeaveAsked: leaving.open()
        onForgetAsked: forgetting.open()
        onCallsAsked: callsDialog.open()
        onIgnoredAsked: bar.showIgnored()
    }
    CallsDialog {
        id: callsDialog
        calls: bar.chat.calls
    }
    IgnoredDialog {
        id: ignored
        list: bar.chat.ignored
    }
    ConfirmDialog {
        id: leaving
        title: qsTr("Disconnect from %1?").arg(bar.chat.networkName)
        words: bar.chat.unsentCount > 0
            ? qsTr("%n message(s) wait to be sent; they leave when you come back.", "",
                   bar.chat.unsentCount)
            : qsTr("You hear of nothing until you come back.")
        yes: qsTr("Disconnect")
        onAccepted: bar.chat.disconnect()
    }
    ConfirmDialog {
        id: forgetting
        title: qsTr("Forget %1 on this computer?").arg(bar.chat.desk.account || bar.chat.nick)
        words: qsTr("What was said, drafts, what waits to be sent and the password go.") + "\n"
            + qsTr("Nothing of it is encrypted here. The account stays, and what the server keeps.")
        yes: qsTr("Forget")
        onAccepted: bar.chat.forgetAccount()
    }
}
