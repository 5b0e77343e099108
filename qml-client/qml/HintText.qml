import QtQuick

// What an empty field asks for. Qt's own placeholder would take markup in it.
Text {
    textFormat: Text.PlainText
    color: Theme.textMuted
    font.pixelSize: Theme.fontBody
    verticalAlignment: Text.AlignVCenter
    fontSizeMode: Text.HorizontalFit
    minimumPixelSize: Theme.fontBody * 0.7
    elide: Text.ElideRight
    Accessible.ignored: true
}
