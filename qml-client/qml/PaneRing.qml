import QtQuick

// The parts of the window in the order in which F6 goes through them. `enter` has for each of
// `panes` what gives it the focus, and says false if there is nothing in it to have it.
QtObject {
    id: ring

    required property Item page
    required property list<Item> panes
    required property var enter

    function holds(pane) {
        let at = page.Window.activeFocusItem;
        while (at && at !== pane)
            at = at.parent;
        return at === pane && pane !== null;
    }
    function step(direction) {
        const count = panes.length;
        let from = 0;
        while (from < count && !holds(panes[from]))
            ++from;
        if (from === count)
            from = direction > 0 ? -1 : 0;
        for (let step = 1; step <= count; ++step) {
            const to = ((from + direction * step) % count + count) % count;
            if (panes[to].visible && enter[to]() !== false)
                return;
        }
    }
}
