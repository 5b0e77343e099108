import QtQuick
import Brusio

// Light or dark, the language, and the way out.
AppMenu {
    id: menu

    required property Chat chat
    required property ClientSettings settings
    signal registerAsked
    signal leaveAsked
    signal forgetAsked
    signal callsAsked
    signal keysAsked
    signal ignoredAsked

    AppMenuItem {
        text: qsTr("As the system")
        choice: true
        chosen: menu.settings.theme === "system"
        onTriggered: menu.settings.theme = "system"
    }
    AppMenuItem {
        text: qsTr("Light")
        choice: true
        chosen: menu.settings.theme === "light"
        onTriggered: menu.settings.theme = "light"
    }
    AppMenuItem {
        text: qsTr("Dark")
        choice: true
        chosen: menu.settings.theme === "dark"
        onTriggered: menu.settings.theme = "dark"
    }
    AppMenuLine {}
    AppMenuItem {
        text: "Italiano"
        choice: true
        chosen: menu.settings.language === "it"
        onTriggered: menu.settings.language = "it"
    }
    AppMenuItem {
        text: "English"
        choice: true
        chosen: menu.settings.language === "en"
        onTriggered: menu.settings.language = "en"
    }
    AppMenuLine {}
    AppMenuItem {
        text: qsTr("Less motion")
        choice: true
        chosen: menu.settings.reducedMotion
        onTriggered: menu.settings.reducedMotion = !menu.settings.reducedMotion
    }
    AppMenuItem {
        text: qsTr("Notifications…")
        onTriggered: menu.callsAsked()
    }
    AppMenuItem {
        text: qsTr("Speak new messages")
        choice: true
        chosen: menu.settings.speakMessages
        onTriggered: menu.settings.speakMessages = !menu.settings.speakMessages
    }
    AppMenuItem {
        text: qsTr("Keys…")
        onTriggered: menu.keysAsked()
    }
    AppMenuItem {
        text: qsTr("Others see when I write")
        choice: true
        chosen: menu.settings.typingTold
        onTriggered: menu.settings.typingTold = !menu.settings.typingTold
    }
    AppMenuItem {
        text: qsTr("Ignored people…")
        onTriggered: menu.ignoredAsked()
    }
    AppMenuItem {
        text: qsTr("Register an account…")
        offered: menu.chat.desk.canRegister
        onTriggered: menu.registerAsked()
    }
    AppMenuItem {
        text: menu.chat.away ? qsTr("I am back") : qsTr("I am away")
        enabled: menu.chat.phase === "online"
        onTriggered: menu.chat.run(menu.chat.away ? "/back" : "/away " + qsTr("away"))
    }
    AppMenuItem {
        text: qsTr("Disconnect…")
        onTriggered: menu.leaveAsked()
    }
    AppMenuItem {
        text: qsTr("Forget this account here…")
        onTriggered: menu.forgetAsked()
    }
}
