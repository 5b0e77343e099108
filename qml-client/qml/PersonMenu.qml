import QtQuick
import Brusio

// What can be done with a person; one menu serves all who name one.
AppMenu {
    id: menu

    required property PersonDesk person
    signal mentionAsked(string nick)
    signal talkAsked(string nick)

    AppMenuItem {
        text: qsTr("Who is %1?").arg(menu.person.nick)
        onTriggered: menu.person.show(menu.person.nick)
    }
    AppMenuItem {
        text: qsTr("Mention")
        offered: !menu.person.self
        onTriggered: menu.mentionAsked(menu.person.nick)
    }
    AppMenuItem {
        text: qsTr("Private message")
        offered: !menu.person.self
        onTriggered: menu.talkAsked(menu.person.nick)
    }
    AppMenuItem {
        text: menu.person.isOp ? qsTr("Take operator away") : qsTr("Make operator")
        offered: menu.person.mayOp
        onTriggered: menu.person.act(menu.person.isOp ? PersonDesk.Deop : PersonDesk.Op)
    }
    AppMenuItem {
        text: menu.person.isVoiced ? qsTr("Take voice away") : qsTr("Give voice")
        offered: menu.person.mayRank
        onTriggered: menu.person.act(menu.person.isVoiced ? PersonDesk.Devoice
                                                          : PersonDesk.Voice)
    }
    AppMenuItem {
        text: qsTr("Put out of the room")
        offered: menu.person.mayRank && !menu.person.self
        onTriggered: menu.person.act(PersonDesk.Kick)
    }
    AppMenuItem {
        text: qsTr("Keep out of the room")
        offered: menu.person.mayRank && !menu.person.self
        onTriggered: menu.person.act(PersonDesk.Ban)
    }
    AppMenuItem {
        text: menu.person.ignored ? qsTr("Ignore no more") : qsTr("Ignore")
        offered: !menu.person.self
        onTriggered: menu.person.act(menu.person.ignored ? PersonDesk.Unignore
                                                         : PersonDesk.Ignore)
    }
}
