import QtQuick

// The words of a room's row.
Column {
    id: words

    required property string title
    required property string preview
    required property bool strong
    required property bool chosen

    spacing: 2 * Theme.scale

    Text {
        width: words.width
        text: words.title
        textFormat: Text.PlainText
        color: words.strong || words.chosen ? Theme.text : Theme.textDim
        font.pixelSize: (Theme.phone ? 16 : 14) * Theme.scale
        font.weight: words.strong ? Font.Bold
            : words.chosen || Theme.phone ? Font.DemiBold : Font.Medium
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Text {
        width: words.width
        visible: Theme.phone && text !== ""
        text: words.preview
        textFormat: Text.PlainText
        color: words.strong ? Theme.textDim : Theme.textMuted
        font.pixelSize: 13 * Theme.scale
        elide: Text.ElideRight
        maximumLineCount: 1
        Accessible.ignored: true
    }
}
