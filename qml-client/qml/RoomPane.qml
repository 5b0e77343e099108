import QtQuick
import Brusio

// The open room: head, messages, and the place to write.
Rectangle {
    id: pane

    required property Chat chat
    required property bool backShown
    required property bool membersShown
    signal back
    signal members
    signal said(string words)

    color: Theme.bgSurface

    readonly property Item writing: composer
    readonly property Item reading: timeline
    function takeFocus() { composer.takeFocus(); }
    function read() { return timeline.visible && timeline.enter(); }

    TopicBar {
        id: head
        width: parent.width
        visible: pane.chat.room !== ""
        chat: pane.chat
        backShown: pane.backShown
        membersShown: pane.membersShown
        onBack: pane.back()
        onMembers: pane.members()
    }
    StatusStrip {
        id: strip
        anchors.top: head.visible ? head.bottom : parent.top
        width: parent.width
        chat: pane.chat
    }
    TimelineView {
        id: timeline
        anchors { top: strip.bottom; bottom: typing.top; left: parent.left; right: parent.right }
        anchors.bottomMargin: Theme.space2
        visible: pane.chat.room !== ""
        chat: pane.chat
        onDismissed: composer.takeFocus()
        onTyped: text => composer.goOnWith(text)
        onSaid: words => pane.said(words)
    }
    EmptyRoom {
        anchors.fill: timeline
        visible: pane.chat.room === ""
                 || (timeline.count === 0 && pane.chat.timeline.past !== "asked")
        room: pane.chat.room
    }
    TypingLine {
        id: typing
        anchors { bottom: hint.top; left: parent.left; right: parent.right }
        anchors { leftMargin: Theme.space5; rightMargin: Theme.space5 }
        words: pane.chat.typingText
    }
    HintLine {
        id: hint
        anchors { bottom: composer.top; left: parent.left; right: parent.right }
        anchors { leftMargin: Theme.space4; rightMargin: Theme.space4 }
        words: pane.chat.hint
        offer: pane.chat.hintOffer
        onDismissed: { pane.chat.dismissHint(); composer.takeFocus(); }
        onTaken: { pane.chat.takeHintOffer(); composer.takeFocus(); }
    }
    Composer {
        id: composer
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        anchors { leftMargin: Theme.space4; rightMargin: Theme.space4 }
        anchors.bottomMargin: Theme.space4
        visible: pane.chat.room !== ""
        chat: pane.chat
        heightMax: pane.height * 0.4
        onMessagesAsked: pane.read()
    }
    ChatCards { chat: pane.chat }
    LinesDialog {
        question: pane.chat.lines
        onClosed: composer.takeFocus()
    }
}
