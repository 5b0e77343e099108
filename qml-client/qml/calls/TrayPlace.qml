import QtQuick
import Brusio

// Where the icon in the tray is made, once there is a tray: without one its module is not loaded.
Loader {
    id: place

    required property Calls calls
    readonly property bool offered: calls.tray.offered

    function follow() {
        if (offered)
            setSource("TrayIcon.qml", { calls: calls });
        else
            source = "";
    }
    onOfferedChanged: follow()
    Component.onCompleted: if (offered) follow()
}
