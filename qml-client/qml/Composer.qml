import QtQuick
import QtQuick.Controls.Basic
import Brusio

// Where one writes: Enter sends, Shift+Enter makes a new line, Tab completes nicks.
Rectangle {
    id: composer

    required property Chat chat
    required property real heightMax

    readonly property bool full: area.text.trim() !== ""

    implicitHeight: Math.min(heightMax, Math.max(Theme.touch + 4 * Theme.scale,
                                                 area.implicitHeight + 2 * frame))
    readonly property real frame: 3 * Theme.scale
    radius: 12 * Theme.scale
    color: Theme.bgSurface
    border.width: area.activeFocus ? 2 : 1
    border.color: area.activeFocus ? Theme.accent : Theme.line

    signal messagesAsked

    function takeFocus() { area.forceActiveFocus(); }
    function goOnWith(text) {
        takeFocus();
        area.insert(area.cursorPosition, text);
    }
    function send() { chat.submit(area.text); }
    function showDraft() {
        if (area.text === chat.draft)
            return;  // the writer's place in it stays
        area.text = chat.draft;
        area.cursorPosition = area.length;
    }

    Connections {
        target: composer.chat
        function onRoomChanged() { composer.showDraft(); }
        function onDraftReplaced() { composer.showDraft(); composer.takeFocus(); }
    }
    Component.onCompleted: showDraft()
    ComposerKeys {
        id: keys
        chat: composer.chat
        area: area
        onSendAsked: composer.send()
        onMessagesAsked: composer.messagesAsked()
    }

    Flickable {
        id: scroll
        anchors { fill: parent; margins: composer.frame }
        anchors.rightMargin: sendButton.width + Theme.space2
        contentWidth: width
        contentHeight: area.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height

        TextArea.flickable: TextArea {
            id: area
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            selectByMouse: true
            wrapMode: TextArea.Wrap
            textFormat: TextEdit.PlainText
            font.pixelSize: Theme.fontBody
            leftPadding: Theme.space3
            rightPadding: Theme.space2
            topPadding: (Theme.phone ? 14 : 10) * Theme.scale
            bottomPadding: topPadding
            background: null
            Accessible.name: asks.text
            Accessible.description: composer.chat.completer.currentText

            HintText {
                id: asks
                x: area.leftPadding
                y: area.topPadding
                width: area.width - area.leftPadding - area.rightPadding
                visible: area.length === 0 && area.preeditText === ""
                text: Theme.narrow && !composer.chat.roomIsServer ? composer.chat.room
                    : composer.chat.roomIsServer ? qsTr("A command, for example /join #garden")
                    : composer.chat.roomIsPerson
                    ? qsTr("Message to %1").arg(composer.chat.room)
                    : qsTr("Message in %1").arg(composer.chat.room)
            }
            onTextChanged: composer.chat.draft = text
            Keys.onShortcutOverride: event => event.accepted = offers.wants(event)
            Keys.onPressed: event => event.accepted = offers.takes(event) || keys.press(event)
        }
    }
    CompleterList { id: offers; completer: composer.chat.completer; area: area }
    IconButton {
        id: sendButton
        anchors { right: parent.right; bottom: parent.bottom; margins: 4 * Theme.scale }
        label: qsTr("Send")
        iconName: "send"
        enabled: composer.full
        tint: composer.full ? Theme.accent : Theme.textMuted
        onClicked: {
            composer.send();
            composer.takeFocus();
        }
    }
}
