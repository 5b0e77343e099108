import QtQuick
import Brusio

// Asks before a message of one's own is taken back, or given up before it has left.
ConfirmDialog {
    id: dialog

    required property Chat chat
    property double key
    property bool unsent: false

    // Does nothing for a message that cannot be taken back.
    function ask(item: MessageItem) {
        key = item.key;
        unsent = item.delivery === "queued" || item.delivery === "failed";
        if (unsent || chat.canTakeBack(key))
            open();
    }

    title: unsent ? qsTr("Delete this message?") : qsTr("Take this message back?")
    words: unsent ? qsTr("It was not sent.")
                  : qsTr("It goes away for everybody. Who has read it has read it.")
    yes: unsent ? qsTr("Delete") : qsTr("Take back")
    onAccepted: unsent ? chat.discard(key) : chat.takeBack(key)
}
