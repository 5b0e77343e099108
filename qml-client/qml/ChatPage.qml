import QtQuick
import Brusio

// The rooms, the open room and its members. Width alone decides: three panes side by side, two with
// the members sliding in, or one at a time. Each pane exists once and keeps its state.
FocusScope {
    id: page

    required property Chat chat
    required property ClientSettings settings

    readonly property real units: width / Theme.scale
    readonly property string shape: units >= 1000 ? "three" : units >= 600 ? "two" : "one"
    property bool roomShown: false
    property bool membersOver: false
    readonly property bool roomInSight: visible && (shape !== "one" || roomShown)
    readonly property bool membersDocked: shape === "three" && settings.membersShown
        && chat.room !== "" && !chat.roomIsPerson && !chat.roomIsServer
    readonly property real listWidth: shape === "one" ? width
        : Math.round((shape === "two" ? 240 : 264) * Theme.scale)
    readonly property real memberWidth: Math.min(width * 0.86, 232 * Theme.scale)

    function showRoom() {
        roomShown = true;
        room.takeFocus();
    }
    function toggleMembers() {
        if (shape === "three")
            settings.membersShown = !settings.membersShown;
        else
            membersOver = !membersOver;
    }
    function back() {
        roomShown = roomShown && membersOver;
        membersOver = false;
    }
    function join() { dialogs.join(); }
    function jump() { dialogs.jump(); }
    function showKeys() { dialogs.showKeys(); }
    function showSettings() { if (shape === "one") back(); list.showSettings(); }
    function goPane(direction) { panes.step(direction); }
    // From a list or a message to where one writes; else what is over it goes.
    function stepBack() {
        const onDesk = shape !== "one" && !membersOver && !panes.holds(room.writing);
        if (onDesk || panes.holds(room.reading))
            room.takeFocus();
        else
            back();
    }
    signal said(string words)
    onShapeChanged: membersOver = false
    onVisibleChanged: if (visible && shape !== "one") room.takeFocus()
    Connections {
        target: page.chat
        function onRoomChanged() {
            page.membersOver = false;
            page.roomShown = page.roomShown && page.chat.room !== "";
        }
        function onRoomAsked() { page.showRoom(); }
        function onRoomLinked(name) { dialogs.openFor(name); }
    }

    RoomListPane {
        id: list
        x: page.shape === "one" && page.roomShown ? -width * 0.25 : 0
        width: page.listWidth
        height: page.height
        visible: page.shape !== "one" || room.x > 0
        chat: page.chat
        settings: page.settings
        onOpened: page.showRoom()
        onJoinAsked: page.join()
        onJumpAsked: page.jump()
        onRegisterAsked: dialogs.register()
        onKeysAsked: page.showKeys()
        Behavior on x { NumberAnimation { duration: Theme.durLong; easing.type: Easing.OutCubic } }
    }
    RoomPane {
        id: room
        x: page.shape !== "one" ? list.width : page.roomShown ? 0 : page.width
        width: page.shape === "one" ? page.width
             : page.width - list.width - (page.membersDocked ? page.memberWidth : 0)
        height: page.height
        visible: x < page.width
        chat: page.chat
        backShown: page.shape === "one"
        membersShown: page.membersDocked || page.membersOver
        onBack: page.back()
        onMembers: page.toggleMembers()
        onSaid: words => page.said(words)
        Behavior on x {
            enabled: page.shape === "one"
            NumberAnimation { duration: Theme.durLong; easing.type: Easing.OutCubic }
        }
    }
    MemberSlide {
        id: slide
        anchors.fill: parent
        chat: page.chat
        docked: page.membersDocked
        over: page.membersOver
        paneWidth: page.memberWidth
        slides: page.shape !== "three"
        onClosed: page.membersOver = false
    }
    PaneRing {
        id: panes
        page: page
        panes: [room.writing, room.reading, slide.people, list]
        enter: [() => room.takeFocus(), () => room.read(), () => slide.people.takeFocus(),
                () => list.takeFocus()]
    }
    ChatDialogs {
        id: dialogs
        chat: page.chat
        settings: page.settings
        onChosen: page.showRoom()
        onSaid: words => page.said(words)
    }
}
