import QtQuick
import Brusio

// The dialogs over the rooms.
Item {
    id: dialogs

    required property Chat chat
    required property ClientSettings settings
    // A room was opened.
    signal chosen
    signal said(string words)

    function join() { joinDialog.open(); }
    function openFor(name) { joinDialog.openFor(name); }
    function jump() { switcher.open(); }
    function register() { accountDialog.open(); }
    function showKeys() { keys.open(); }

    JoinDialog {
        id: joinDialog
        chat: dialogs.chat
        onJoined: dialogs.chosen()
        onMarked: words => dialogs.said(words)
    }
    AccountDialog {
        id: accountDialog
        chat: dialogs.chat
        settings: dialogs.settings
    }
    Switcher {
        id: switcher
        chat: dialogs.chat
        onChosen: dialogs.chosen()
        onMarked: words => dialogs.said(words)
    }
    KeySheet {
        id: keys
    }
}
