#include "qml-client/models/command_help.h"

#include "qml-client/models/command_table.h"

namespace brusio::ui {

QString command_help(const CommandDesk& desk, const QString& about) {
    QString name = about;
    while (name.startsWith(u'/')) name.remove(0, 1);
    if (const Command* command = name.isEmpty() ? nullptr : find_command(name)) {
        QStringList lines{form_of(*command), help_of(*command)};
        const QStringList aliases = aliases_of(*command);
        if (!aliases.isEmpty()) {
            lines << CommandDesk::tr("Also: %1").arg(u'/' + aliases.join(QStringLiteral(", /")));
        }
        if (!desk.offers(*command)) lines << CommandDesk::tr("This server does not offer that.");
        return lines.join(u'\n');
    }
    QStringList lines;
    if (!name.isEmpty()) lines << CommandDesk::tr("There is no command /%1.").arg(name);
    for (const Command& command : all_commands()) {
        if (desk.offers(command))
            lines << form_of(command) + QStringLiteral(" · ") + help_of(command);
    }
    return lines.join(u'\n');
}

}  // namespace brusio::ui
