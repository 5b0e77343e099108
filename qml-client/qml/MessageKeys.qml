import QtQuick
import Brusio

// The keys of a message that has the focus. Letters act here alone: any other sign that can be
// written goes on in the composer.
QtObject {
    id: keys

    required property MessageList view
    required property Chat chat
    signal dismissed
    signal typed(string text)
    signal menuAsked(MessageItem item)
    signal takeBackAsked(MessageItem item)
    signal copied(int count)

    // How many rows further up a key goes.
    function rowsOf(key) {
        switch (key) {
        case Qt.Key_Up: return 1;
        case Qt.Key_Down: return -1;
        case Qt.Key_Home: return view.count;
        case Qt.Key_End: return -view.count;
        case Qt.Key_PageUp: return view.rowOfPage(-1) - view.currentIndex;
        case Qt.Key_PageDown: return view.rowOfPage(1) - view.currentIndex;
        default: return 0;
        }
    }
    function go(rows, selecting) {
        const from = chat.timeline.keyAt(view.currentIndex);
        const anchor = chat.timeline.selectionAnchor();
        view.goTo(view.currentIndex + rows);
        if (selecting)
            chat.timeline.select(anchor === 0 ? from : anchor,
                                 chat.timeline.keyAt(view.currentIndex));
        else
            chat.timeline.select(0, 0);
    }
    function copy(item) {
        const many = chat.timeline.selectedCount;
        chat.copyText(many > 0 ? chat.timeline.selectedText() : item.bodyText);
        copied(Math.max(1, many));
    }
    function act(item, event) {
        switch (event.key) {
        case Qt.Key_Return:
        case Qt.Key_Enter:
        case Qt.Key_Menu:
            return menuAsked(item);
        case Qt.Key_Escape:
            return dismissed();
        case Qt.Key_Delete:
            return takeBackAsked(item);
        case Qt.Key_R:
            return item.nick !== "" && !item.own ? chat.mention(item.nick) : undefined;
        case Qt.Key_C:
            return copy(item);
        }
    }
    function press(item, event) {
        const ctrl = event.modifiers === Qt.ControlModifier;
        const shift = event.modifiers === Qt.ShiftModifier;
        const plain = (event.modifiers & ~Qt.KeypadModifier) === Qt.NoModifier;
        const acts = [Qt.Key_Return, Qt.Key_Enter, Qt.Key_Menu, Qt.Key_Escape, Qt.Key_Delete,
                      Qt.Key_R, Qt.Key_C];
        const moves = [Qt.Key_Up, Qt.Key_Down, Qt.Key_Home, Qt.Key_End, Qt.Key_PageUp,
                       Qt.Key_PageDown];
        event.accepted = true;
        if ((plain || shift) && moves.includes(event.key))
            go(rowsOf(event.key), shift);
        else if (plain && acts.includes(event.key))
            act(item, event);
        else if (shift && event.key === Qt.Key_F10)
            menuAsked(item);
        else if (ctrl && event.key === Qt.Key_A)
            chat.timeline.selectAll();
        else if (ctrl && event.key === Qt.Key_C)
            copy(item);
        else if ((plain || shift) && event.text >= " " && event.text !== "\u007f")
            typed(event.text);
        else
            event.accepted = false;
    }
}
