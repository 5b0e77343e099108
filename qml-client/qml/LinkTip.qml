import QtQuick
import Brusio

// What the link under the pointer opens; one tip serves all messages.
AppToolTip {
    id: tip

    required property Chat chat
    property string link

    delay: 300
    visible: link !== "" && parent !== null && parent.visible
    text: link === "" ? "" : chat.linkWords(link)
    width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)

    function showFor(hovered, body) {
        if (hovered !== "")
            parent = body;
        link = hovered;
    }
}
