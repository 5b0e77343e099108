pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// Rooms of the server to choose from. Enter takes the room that is marked; to make a new one is a
// line of its own.
AppPopup {
    id: dialog

    required property Chat chat
    readonly property string wanted: field.text.trim()
    readonly property string made: chat.roomNameOf(wanted)
    // What Enter takes; "" if nothing is marked.
    readonly property string picked: chat.directory.count > 0
        ? chat.directory.nameAt(list.currentIndex) : ""
    readonly property bool canMake: wanted !== "" && !/[\s,]/.test(made)
        && chat.directory.count >= 0 && !chat.directory.holds(made)
    signal joined
    // Another line is marked, by a key that leaves the focus where one types.
    signal marked(string words)

    function join(name) {
        chat.joinRoom(name, "");
        close();
        joined();
    }
    function take() {
        if (picked !== "")
            join(picked);
        else if (list.count === 0 && !chat.directory.loading && canMake)
            join(made);
    }
    // With a name that was found somewhere: it is asked about before anything is joined.
    function openFor(name) {
        open();
        field.text = name;
    }
    function step(rows) {
        list.currentIndex = Math.max(-1, Math.min(list.count - 1, list.currentIndex + rows));
        if (list.currentItem)
            marked((list.currentItem as DirectoryRow).spokenText);
    }
    function mark() { list.currentIndex = chat.directory.bestRow(); }

    onAboutToShow: field.text = ""
    onOpened: {
        field.forceActiveFocus();
        chat.requestDirectory();
    }
    Connections {
        target: dialog.chat.directory
        function onCountChanged() { dialog.mark(); }
    }

    contentItem: Item {
        PopupHead {
            id: head
            width: parent.width
            title: qsTr("Join a room")
            onClosed: dialog.close()
        }
        TextBox {
            id: field
            anchors { top: head.bottom; topMargin: Theme.space3 }
            width: parent.width
            label: qsTr("Name or subject")
            labelShown: false
            placeholder: Theme.narrow ? "#garden" : qsTr("Name or subject, for example #garden")
            onTextChanged: dialog.chat.directory.filter = text
            onAccepted: dialog.take()
            Keys.onDownPressed: dialog.step(1)
            Keys.onUpPressed: dialog.step(-1)
        }
        ListView {
            id: list
            anchors { top: field.bottom; bottom: make.top; left: parent.left; right: parent.right }
            anchors { topMargin: Theme.space3; bottomMargin: Theme.space3 }
            model: dialog.chat.directory
            clip: true
            currentIndex: -1
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Rooms of the server")

            delegate: DirectoryRow {
                required property int index
                chosen: index === list.currentIndex
                onClicked: dialog.join(name)
            }
            FreeScrollBar { view: list; label: qsTr("Scroll the rooms") }
            JoinNote {
                width: parent.width
                height: parent.height
                visible: list.count === 0
                loading: dialog.chat.directory.loading
                wanted: dialog.wanted
            }
        }
        AppButton {
            id: make
            anchors { bottom: enter.top; bottomMargin: visible ? Theme.space2 : 0 }
            width: parent.width
            height: visible ? implicitHeight : 0
            visible: dialog.canMake
            text: qsTr("Make %1").arg(dialog.made)
            Accessible.description: qsTr("A room that nobody lists may be there already.")
            onClicked: dialog.join(dialog.made)
        }
        AppButton {
            id: enter
            anchors.bottom: parent.bottom
            width: parent.width
            primary: true
            enabled: dialog.picked !== ""
            text: enabled ? qsTr("Join %1").arg(dialog.picked) : qsTr("Join")
            onClicked: dialog.take()
        }
    }
}
