import QtQuick
import QtQuick.Controls.Basic
import Brusio

// The keys of the composer that are not the text's own: Enter sends, Tab completes nicks or goes
// on, Up and Down bring back what was sent here before.
QtObject {
    id: keys

    required property Chat chat
    required property TextArea area
    readonly property SentLines sent: SentLines { chat: keys.chat }
    signal sendAsked
    signal messagesAsked

    // With nothing to complete the key does what it does everywhere: it goes on.
    function completeOrGoOn(direction) {
        const done = chat.completeNick(area.text, area.cursorPosition, direction);
        if (area.text !== "" && done.text !== area.text) {
            area.text = done.text;
            area.cursorPosition = done.cursor;
            return;
        }
        if (direction < 0 && chat.timeline.count > 0) {
            messagesAsked();
            return;
        }
        const next = area.nextItemInFocusChain(direction > 0);
        if (next)
            next.forceActiveFocus(direction > 0 ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }
    // While nothing else is written. Inside of the lines of one message these keys are the text's.
    function recall(steps) {
        const way = steps < 0 ? area.text.slice(0, area.cursorPosition)
                              : area.text.slice(area.cursorPosition);
        if (way.includes("\n") || !sent.step(chat.room, area.text, steps))
            return false;
        area.text = sent.recalled;
        area.cursorPosition = area.length;
        return true;
    }
    // Whether the key was one of these.
    function press(event) {
        const shift = event.modifiers & Qt.ShiftModifier;
        const plain = (event.modifiers & ~Qt.KeypadModifier) === Qt.NoModifier;
        switch (event.key) {
        case Qt.Key_Return:
        case Qt.Key_Enter:
            if (shift)
                return false;
            sendAsked();
            return true;
        case Qt.Key_Tab:
        case Qt.Key_Backtab:
            completeOrGoOn(event.key === Qt.Key_Backtab || shift ? -1 : 1);
            return true;
        case Qt.Key_Up:
        case Qt.Key_Down:
            return plain && recall(event.key === Qt.Key_Up ? -1 : 1);
        default:
            return false;
        }
    }
}
