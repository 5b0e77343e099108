import QtQuick
import QtQuick.Controls.Basic

// A menu in our colours. Its height is known before it opens, so that it opens where it stays: one
// that moves under the pointer is chosen from by mistake.
Menu {
    id: menu

    readonly property real rowsHeight: {
        let height = 0;
        for (let i = 0; i < count; ++i)
            height += itemAt(i).height;
        return height;
    }

    padding: Theme.space1
    implicitWidth: Math.min(240 * Theme.scale, parent ? parent.Window.width : 240 * Theme.scale)
    implicitHeight: rowsHeight + topPadding + bottomPadding

    // Beside the button that asks for it, below or above, and never over it.
    function openAt(button, above) {
        const top = button.mapToItem(null, 0, 0).y;
        const below = button.mapToItem(null, 0, button.height).y;
        const room = parent.Window.height;
        const goesAbove = above ? top >= height || top > room - below
                                : room - below < height && top > room - below;
        const fits = goesAbove ? top : room - below;
        height = Math.min(implicitHeight, fits);
        popup(button, 0, goesAbove ? -height : button.height);
    }
    background: Rectangle {
        radius: Theme.radius2
        color: Theme.bgSurface
        border.color: Theme.line
    }
}
