import QtQuick
import Brusio

// A text with the formatting that its writer gave it, in colours that can be read here. All of the
// markup is made and escaped by the models, so that RichText is no more than StyledText with
// grounds and fixed width.
Text {
    id: painted

    required property string plain
    required property string html

    text: html === "" ? plain : MessagePaint.painted(html, Theme.text, Theme.link, Theme.grounds)
    textFormat: html === "" ? Text.PlainText
              : MessagePaint.isRich(html) ? Text.RichText : Text.StyledText
    linkColor: Theme.link
    lineHeight: 1.22
    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
}
