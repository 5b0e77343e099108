import QtQuick

// One thing that a card tells.
Text {
    width: parent ? parent.width : 0
    textFormat: Text.PlainText
    color: Theme.text
    font.pixelSize: Theme.fontBody
    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
