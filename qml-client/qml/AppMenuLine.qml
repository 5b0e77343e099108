import QtQuick
import QtQuick.Controls.Basic

// A line between groups of a menu.
MenuSeparator {
    padding: Theme.space1
    contentItem: Rectangle {
        implicitHeight: 1
        color: Theme.line
    }
}
