#include "qml-client/models/room_export.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStandardPaths>
#include <algorithm>

#include "qml-client/models/event_words.h"
#include "qml-client/models/message_text.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

using client::Message;
using client::MessageKind;

namespace {

QString sentence_of(const Message& row) {
    if (PresenceFold::takes(row.kind)) {
        PresenceFold one;
        one.add(row);
        return one.sentence();
    }
    if (!client::is_speech(row.kind)) return event_sentence(row);
    const QString nick = text_of(row.sender);
    if (row.redacted) return nick + QStringLiteral(": ") + redacted_sentence(row);
    const QString text = read_message_text(text_of(row.text)).plain;
    switch (row.kind) {
        case MessageKind::action:
            return QStringLiteral("* %1 %2").arg(nick, text);
        case MessageKind::notice:
            return QStringLiteral("-%1- %2").arg(nick, text);
        default:
            return QStringLiteral("%1: %2").arg(nick, text);
    }
}

QString word_of(MessageKind kind) {
    switch (kind) {
        case MessageKind::said:
            return QStringLiteral("said");
        case MessageKind::action:
            return QStringLiteral("action");
        case MessageKind::notice:
            return QStringLiteral("notice");
        case MessageKind::joined:
            return QStringLiteral("joined");
        case MessageKind::parted:
            return QStringLiteral("parted");
        case MessageKind::quit:
            return QStringLiteral("quit");
        case MessageKind::kicked:
            return QStringLiteral("kicked");
        case MessageKind::renamed:
            return QStringLiteral("renamed");
        case MessageKind::room_renamed:
            return QStringLiteral("room_renamed");
        case MessageKind::topic_changed:
            return QStringLiteral("topic_changed");
        case MessageKind::mode_changed:
            return QStringLiteral("mode_changed");
        case MessageKind::invited:
            return QStringLiteral("invited");
        case MessageKind::net_split:
            return QStringLiteral("net_split");
        case MessageKind::net_join:
            break;
    }
    return QStringLiteral("net_join");
}

QJsonObject object_of(const Message& row) {
    QJsonObject object;
    object.insert(
        QStringLiteral("time"),
        QDateTime::fromMSecsSinceEpoch(row.time.unix_ms, Qt::UTC).toString(Qt::ISODateWithMs));
    object.insert(QStringLiteral("kind"), word_of(row.kind));
    object.insert(QStringLiteral("sender"), text_of(row.sender));
    object.insert(QStringLiteral("text"), text_of(row.text));
    const auto put = [&object](const char* name, const std::string& value) {
        if (!value.empty()) object.insert(QLatin1String(name), text_of(value));
    };
    put("account", row.account);
    put("subject", row.subject);
    put("target", row.target);
    put("msgid", row.msgid);
    put("reply_to", row.reply_to);
    if (row.redacted) object.insert(QStringLiteral("redacted"), true);
    if (row.after_gap) object.insert(QStringLiteral("after_gap"), true);
    return object;
}

/// The name of a room as a part of a file's name.
QString file_word(const QString& conversation) {
    QString word;
    for (const QChar letter : conversation.left(60)) {
        const bool plain = letter.isLetterOrNumber() || letter == u'#' || letter == u'-';
        word += plain ? letter : QChar(u'_');
    }
    return word;
}

/// Opens the first file of these names that is not there: "x.txt", "x-2.txt"...
bool open_new(QFile& file, const QString& stem, const QString& ending) {
    constexpr int tries_max = 1'000;
    for (int number = 1; number <= tries_max; ++number) {
        const QString more = number == 1 ? QString() : QStringLiteral("-%1").arg(number);
        file.setFileName(stem + more + ending);
        constexpr auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, owner)) return true;
        if (!file.exists()) return false;
    }
    return false;
}

}  // namespace

QByteArray export_as_text(const std::vector<Message>& rows) {
    QByteArray text;
    for (const Message& row : rows) {
        if (row.after_gap) text += "-- " + gap_sentence().toUtf8() + " --\n";
        const QString time = QDateTime::fromMSecsSinceEpoch(row.time.unix_ms)
                                 .toString(QStringLiteral("[yyyy-MM-dd HH:mm:ss] "));
        QString words = sentence_of(row);
        words.replace(u'\n', QStringLiteral("\n  "));
        text += (time + words + u'\n').toUtf8();
    }
    return text;
}

QByteArray export_as_json(const std::vector<Message>& rows) {
    QJsonArray array;
    for (const Message& row : rows) array.append(object_of(row));
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

RoomExport::RoomExport(BrainDriver& driver, PlaceStore& kept, QObject* parent)
    : QObject(parent),
      driver_(driver),
      kept_(kept),
      folder_(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)) {}

std::vector<Message> RoomExport::rows_of(const QString& conversation) const {
    const std::string name = conversation.toStdString();
    std::vector<Message> rows = kept_.rows_of(name);
    if (!rows.empty()) return rows;
    const client::Conversation* const state = driver_.client().find_conversation(name);
    if (state == nullptr) return rows;
    for (const client::MessagePtr& row : state->timeline.messages()) {
        if (client::is_settled(*row)) rows.push_back(*row);
    }
    return rows;
}

void RoomExport::save(const QString& conversation, Format format) {
    const std::vector<Message> rows = rows_of(conversation);
    if (rows.empty()) {
        emit done(tr("Nothing is known here that could be exported."));
        return;
    }
    QDir().mkpath(folder_);
    const QString stem =
        QStringLiteral("brusio-%1-%2")
            .arg(file_word(conversation), QDate::currentDate().toString(Qt::ISODate));
    QFile file;
    const QString ending =
        format == Format::Json ? QStringLiteral(".json") : QStringLiteral(".txt");
    bool written = open_new(file, QDir(folder_).filePath(stem), ending);
    if (written) {
        const QByteArray bytes =
            format == Format::Json ? export_as_json(rows) : export_as_text(rows);
        written = file.write(bytes) == bytes.size() && file.flush();
        if (!written) file.remove();
    }
    if (!written) {
        emit done(tr("It cannot be exported to %1: %2").arg(folder_, file.errorString()));
        return;
    }
    emit done(tr("Exported %n row(s) to %1. Whoever can read the file can read all of it.", nullptr,
                 static_cast<int>(rows.size()))
                  .arg(file.fileName()));
}

}  // namespace brusio::ui
