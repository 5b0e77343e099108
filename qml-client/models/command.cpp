#include "qml-client/models/command.h"

#include <QtCore/QCoreApplication>

namespace brusio::ui {

/// The translations' context of the table.
struct CommandTable {
    Q_DECLARE_TR_FUNCTIONS(brusio::ui::CommandTable)
};

QString form_of(const Command& command) {
    const QString words = command.words[0] == '\0' ? QString() : CommandTable::tr(command.words);
    const QString name = u'/' + QString::fromLatin1(command.name);
    return words.isEmpty() ? name : name + u' ' + words;
}

QString help_of(const Command& command) {
    const QString help = CommandTable::tr(command.help);
    switch (command.power) {
        case CommandPower::everybody:
            break;
        case CommandPower::room_operator:
            return CommandTable::tr("%1 For operators of the room.").arg(help);
        case CommandPower::server_operator:
            return CommandTable::tr("%1 For operators of the server.").arg(help);
    }
    return help;
}

QStringList aliases_of(const Command& command) {
    return QString::fromLatin1(command.aliases).split(u' ', Qt::SkipEmptyParts);
}

bool is_room_name(const QString& name) { return name.startsWith(u'#') || name.startsWith(u'&'); }

}  // namespace brusio::ui
