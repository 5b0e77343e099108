import QtQuick
import Brusio

// The cards of people and rooms, and the menu of a person, for all who ask for one.
Item {
    id: cards

    required property Chat chat

    PersonMenu {
        id: menu
        person: cards.chat.person
        onMentionAsked: nick => cards.chat.mention(nick)
        onTalkAsked: nick => cards.chat.openPerson(nick)
    }
    PersonCard {
        id: person
        person: cards.chat.person
        onTalkAsked: nick => cards.chat.openPerson(nick)
    }
    RoomCard {
        id: room
        desk: cards.chat.roomCard
    }
    Connections {
        target: cards.chat.person
        function onCardAsked() { person.open(); }
        function onMenuAsked(beside) {
            if (beside)
                menu.popup(beside, 0, beside.height);
            else
                menu.popup();
        }
    }
    Connections {
        target: cards.chat.roomCard
        function onCardAsked() { room.open(); }
    }
}
