import QtQuick

// The first letter of a name on its own hue: people are round, rooms are square.
Rectangle {
    id: avatar

    required property string name
    required property int hue
    property real size: 36 * Theme.scale

    readonly property string letters: name.replace(/^[#&]+/, "").charAt(0).toUpperCase()
    readonly property color tone: Theme.hues[hue]

    width: size
    height: size
    radius: /^[#&]/.test(name) ? size * 0.28 : size / 2
    color: Qt.tint(Theme.bgSurface, Qt.rgba(tone.r, tone.g, tone.b, Theme.dark ? 0.22 : 0.14))
    Accessible.ignored: true

    Text {
        anchors.centerIn: parent
        text: avatar.letters === "" ? "#" : avatar.letters
        textFormat: Text.PlainText
        color: avatar.tone
        font.pixelSize: avatar.size * 0.42
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
