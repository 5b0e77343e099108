import QtQuick
import Brusio

// How far an own message has come: clock, ring, tick, or "!". Its words are in the row's name.
Item {
    id: mark

    required property string delivery

    width: 14 * Theme.scale
    height: 14 * Theme.scale
    Accessible.ignored: true

    SvgIcon {
        id: icon
        anchors.fill: parent
        // A good network answers at once: the ring waits so that nothing flickers.
        visible: mark.delivery !== "sending" || ring.late
        name: mark.delivery === "queued" ? "clock"
            : mark.delivery === "sending" ? "ring"
            : mark.delivery === "sent" ? "check" : "alert"
        color: mark.delivery === "failed" ? Theme.danger
             : mark.delivery === "sent" ? Theme.success : Theme.textMuted

        RotationAnimation on rotation {
            running: mark.delivery === "sending" && ring.late && !Theme.reducedMotion
            from: 0
            to: 360
            duration: 900
            loops: Animation.Infinite
            // The next sign stands upright.
            onRunningChanged: if (!running) icon.rotation = 0
        }
    }
    Timer {
        id: ring
        property bool late: false
        interval: 400
        running: mark.delivery === "sending"
        onRunningChanged: if (running) late = false
        onTriggered: late = true
    }
}
