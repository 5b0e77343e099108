#pragma once

#include <QtCore/QByteArray>
#include <map>

#include "core/client/message.h"

namespace brusio::ui {

// The file of unsent messages is a log: a line for each message as it stands, and one when it is
// settled. The newest line of a message counts.

/// Messages by their ids, which is their order.
using OutboxRecords = std::map<client::MessageId, client::Message>;

/// The line, with its end, that says how a message stands, or that it is settled.
[[nodiscard]] QByteArray outbox_line(const client::Message& message);
[[nodiscard]] QByteArray outbox_line_settled(client::MessageId id);

/// What a log says in the end. A line that is cut or makes no sense is passed over.
[[nodiscard]] OutboxRecords read_outbox(const QByteArray& log);

}  // namespace brusio::ui
