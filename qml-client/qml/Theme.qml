pragma Singleton
import QtQuick

// Every colour, size and duration of the window. Text colours hold 4.5:1 on every background here.
QtObject {
    property bool dark: false
    property real scale: 1.0
    property bool phone: false
    // So little room for letters so large that pictures give theirs to words.
    property bool narrow: false
    property bool reducedMotion: false

    readonly property color bgWindow: dark ? "#14171C" : "#F4F5F7"
    readonly property color bgSurface: dark ? "#1B1F26" : "#FFFFFF"
    readonly property color bgSidebar: dark ? "#101318" : "#ECEEF2"
    readonly property color bgHover: dark ? "#262B34" : "#E3E6EB"
    readonly property color bgSelected: dark ? "#25365C" : "#DCE6FB"
    readonly property color text: dark ? "#E8EAED" : "#1B1F24"
    readonly property color textDim: dark ? "#B4BAC4" : "#4F5661"
    readonly property color textMuted: dark ? "#98A0AC" : "#5F6773"
    readonly property color accent: dark ? "#7FA6FF" : "#2F5FD0"
    readonly property color accentInk: dark ? "#0B1220" : "#FFFFFF"
    readonly property color link: dark ? "#8DB4FF" : "#1F55C4"
    readonly property color danger: dark ? "#FF8A80" : "#B3261E"
    readonly property color warn: dark ? "#F2B84B" : "#8A5A00"
    readonly property color success: dark ? "#6FD08C" : "#1A6E36"
    readonly property color unread: dark ? "#FF8A6B" : "#B42C17"
    readonly property color mentionBg: dark ? "#3A2E12" : "#FFF3D6"
    readonly property color mentionBar: dark ? "#E0A83C" : "#B26A00"
    // Everything that a message may stand on.
    readonly property list<color> grounds: [bgSurface, bgWindow, mentionBg]
    readonly property color codeBg: dark ? "#242A33" : "#EEF0F4"
    // Lines and scrims carry no text.
    readonly property color line: dark ? "#2A303A" : "#DEE1E7"
    readonly property color scrim: dark ? "#A0000000" : "#66101318"

    readonly property list<color> hues: dark
        ? ["#E07B7B", "#D38C45", "#D3D345", "#8CD345", "#45D345", "#45D38C",
           "#45D3D3", "#609DDA", "#9292E5", "#B485E2", "#DD6EDD", "#DF77AB"]
        : ["#BA2C2C", "#9B6024", "#72721B", "#4B7A1D", "#1E7E1E", "#1D7C4C",
           "#1D7A7A", "#2B70B6", "#2C2CBA", "#732CBA", "#B82BB8", "#BA2C73"]

    readonly property real space1: 4 * scale
    readonly property real space2: 8 * scale
    readonly property real space3: 12 * scale
    readonly property real space4: 16 * scale
    readonly property real space5: 24 * scale

    readonly property real radius1: 4 * scale
    readonly property real radius2: 8 * scale
    readonly property real radius3: 16 * scale

    readonly property real fontTiny: 11 * scale
    readonly property real fontSmall: 12 * scale
    readonly property real fontBody: 14 * scale
    readonly property real fontTitle: 17 * scale
    readonly property real fontHero: 28 * scale

    readonly property real touch: (phone ? 48 : 40) * scale
    readonly property int durShort: reducedMotion ? 0 : 120
    readonly property int durLong: reducedMotion ? 0 : 200
}
