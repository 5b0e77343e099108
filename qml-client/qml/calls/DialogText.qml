import QtQuick
import Brusio

// A paragraph of a dialog.
Text {
    textFormat: Text.PlainText
    color: Theme.text
    font.pixelSize: Theme.fontBody
    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
