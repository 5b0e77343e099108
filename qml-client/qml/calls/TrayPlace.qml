import QtQuick
import Brusio

// Where the icon in the tray is made, once there is a tray: without one its module is not loaded.
Loader {
    id: place

    required property Calls calls
    readonly property bool there: calls.tray.there

    function follow() {
        if (there)
            setSource("TrayIcon.qml", { calls: calls });
        else
            source = "";
    }
    onThereChanged: follow()
    Component.onCompleted: if (there) follow()
}
