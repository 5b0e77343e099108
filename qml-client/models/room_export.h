#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <vector>

#include "core/client/message.h"
#include "qml-client/models/place_store.h"
#include "qml-client/net/brain_driver.h"

namespace brusio::ui {

/// Rows, oldest first, a line each in local time, or two spaces further in for more lines of one
/// message: `[2026-11-30 14:05:03] nick: text`. UTF-8, lines end with LF, formatting codes are left
/// out.
[[nodiscard]] QByteArray export_as_text(const std::vector<client::Message>& rows);

/// An array of objects, oldest first. Of each: `time` (ISO 8601, UTC), `kind`, `sender` and `text`
/// as they came, with formatting codes; where there are any `account`, `subject`, `target`,
/// `msgid`, `reply_to`, `redacted` and `after_gap`.
[[nodiscard]] QByteArray export_as_json(const std::vector<client::Message>& rows);

/// Writes all that is known of a conversation here, in memory and in the store, into a file.
class RoomExport : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the chat has the one export")

 public:
    enum class Format { Text, Json };
    Q_ENUM(Format)

    /// `driver` and `kept` must outlive this.
    RoomExport(BrainDriver& driver, PlaceStore& kept, QObject* parent = nullptr);

    /// Into a new file of the user's alone (mode 0600) in the folder; done() tells what became of
    /// it.
    Q_INVOKABLE void save(const QString& conversation, brusio::ui::RoomExport::Format format);
    /// Where files go: the user's documents, unless it was set.
    void set_folder(const QString& folder) { folder_ = folder; }

 signals:
    /// A sentence with the name of the file, or why there is none.
    void done(const QString& sentence);

 private:
    [[nodiscard]] std::vector<client::Message> rows_of(const QString& conversation) const;

    BrainDriver& driver_;
    PlaceStore& kept_;
    QString folder_;
};

}  // namespace brusio::ui
