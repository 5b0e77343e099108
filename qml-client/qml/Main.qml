import QtQuick
import QtQuick.Controls.Basic
import Brusio

// The window: the first screen until we are somewhere, then the rooms.
ApplicationWindow {
    id: window

    required property Chat chat
    required property ClientSettings settings

    width: settings.windowWidth
    height: settings.windowHeight
    minimumWidth: 320
    minimumHeight: 420
    visible: true
    color: Theme.bgWindow
    title: (chat.rooms.unreadTotal > 0 ? "(" + chat.rooms.unreadTotal + ") " : "")
           + (chat.room !== "" ? chat.room + " · " : "") + "Brusio"

    // What it is when it is not maximised is what it comes back to.
    onWidthChanged: if (window.visibility === Window.Windowed) settings.windowWidth = width
    onHeightChanged: if (window.visibility === Window.Windowed) settings.windowHeight = height
    onVisibilityChanged: {
        if (window.visibility === Window.Maximized || window.visibility === Window.Windowed)
            settings.maximized = window.visibility === Window.Maximized;
    }
    Component.onCompleted: if (settings.maximized) showMaximized()
    onActiveChanged: chat.windowActive = active
    onClosing: close => {
        const way = chat.calls.tray.closing();
        close.accepted = way === TrayDesk.Quits;
        if (way === TrayDesk.Hides)
            hide();
        else if (way === TrayDesk.Asks)
            closing.open();
    }

    SystemPalette { id: system }
    Binding {
        target: Theme
        property: "dark"
        value: window.settings.theme === "dark"
               || (window.settings.theme === "system" && system.window.hslLightness < 0.5)
    }
    Binding {
        target: Theme
        property: "scale"
        value: window.settings.scale
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: window.settings.reducedMotion
    }
    Binding {
        target: window.chat.calls
        property: "inSight"
        value: window.visible && rooms.roomInSight
    }
    Binding {
        target: Theme
        property: "phone"
        value: window.width / Theme.scale < 600
    }

    Binding { target: Theme; property: "narrow"; value: window.width / Theme.scale < 280 }
    ConnectPage {
        anchors.fill: parent
        visible: !window.chat.inside
        focus: visible
        chat: window.chat
        settings: window.settings
    }
    ChatPage {
        id: rooms
        anchors.fill: parent
        visible: window.chat.inside
        focus: visible
        chat: window.chat
        settings: window.settings
        onSaid: words => ear.say(words)
    }
    SpokenNotes {
        id: ear
        chat: window.chat
        settings: window.settings
    }
    WalkKeys {
        chat: window.chat
        onPaneAsked: direction => rooms.goPane(direction)
        onSheetAsked: rooms.showKeys()
        onSettingsAsked: rooms.showSettings()
    }
    TrayPlace { calls: window.chat.calls }
    CloseDialog {
        id: closing
        tray: window.chat.calls.tray
        onHideAsked: window.hide()
    }
    AddressDialog {
        address: window.chat.outside
        networkName: window.chat.networkName
        inside: window.chat.inside
    }

    Shortcut { sequence: "Ctrl+K"; enabled: window.chat.inside; onActivated: rooms.jump() }
    Shortcut { sequence: "Ctrl+J"; enabled: window.chat.inside; onActivated: rooms.join() }
    Shortcut { sequence: "Alt+Up"; onActivated: window.chat.stepRoom(-1) }
    Shortcut { sequence: "Alt+Down"; onActivated: window.chat.stepRoom(1) }
    Shortcut { sequence: "Ctrl+Shift+M"; onActivated: rooms.toggleMembers() }
    Shortcut { sequence: "Escape"; onActivated: rooms.stepBack() }
    Shortcut { sequences: ["Ctrl++", "Ctrl+="]; onActivated: window.settings.scale += 0.1 }
    Shortcut { sequence: "Ctrl+-"; onActivated: window.settings.scale -= 0.1 }
    Shortcut { sequence: "Ctrl+0"; onActivated: window.settings.scale = 1 }
}
