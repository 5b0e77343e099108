import QtQuick
import Qt.labs.platform as Platform
import Brusio

// The program's place in the tray. Made only where there is one.
Item {
    id: tray

    required property Calls calls

    Component.onCompleted: calls.tray.there = icon.available

    Platform.SystemTrayIcon {
        id: icon
        visible: true
        icon.source: "image://tray/" + Math.min(tray.calls.count, 100)
        tooltip: tray.calls.count > 0 ? qsTr("Brusio: %n message(s) for you", "", tray.calls.count)
                                      : "Brusio"
        menu: Platform.Menu {
            Platform.MenuItem {
                text: qsTr("Show Brusio")
                onTriggered: tray.calls.windowAsked()
            }
            Platform.MenuItem {
                text: qsTr("Quit")
                onTriggered: Qt.exit(0)
            }
        }
        onActivated: reason => {
            if (reason !== Platform.SystemTrayIcon.Context)
                tray.calls.windowAsked();
        }
    }
}
