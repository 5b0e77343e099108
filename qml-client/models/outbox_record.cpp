#include "qml-client/models/outbox_record.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <array>
#include <optional>

#include "core/base/assert.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

namespace {

using client::Message;
using client::MessageFailure;
using client::MessageKind;
using client::MessageState;

template <class Value>
struct Word {
    Value value;
    QLatin1String text;
};

constexpr std::array<Word<MessageKind>, 3> kinds{{
    {MessageKind::said, QLatin1String("said")},
    {MessageKind::action, QLatin1String("action")},
    {MessageKind::notice, QLatin1String("notice")},
}};
constexpr std::array<Word<MessageState>, 3> states{{
    {MessageState::queued, QLatin1String("queued")},
    {MessageState::sending, QLatin1String("sending")},
    {MessageState::failed, QLatin1String("failed")},
}};
constexpr std::array<Word<MessageFailure>, 4> failures{{
    {MessageFailure::none, QLatin1String("")},
    {MessageFailure::refused, QLatin1String("refused")},
    {MessageFailure::unknown, QLatin1String("unknown")},
    {MessageFailure::outbox_full, QLatin1String("full")},
}};

template <class Words, class Value>
QString word_of(const Words& words, Value value) {
    for (const auto& word : words) {
        if (word.value == value) return word.text;
    }
    BRUSIO_ASSERT(false);
    return {};
}

template <class Value, std::size_t count>
std::optional<Value> value_of(const std::array<Word<Value>, count>& words, const QString& text) {
    for (const Word<Value>& word : words) {
        if (word.text == text) return word.value;
    }
    return std::nullopt;
}

QByteArray line_of(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Message> message_of(const QJsonObject& object, client::MessageId id) {
    const auto text = [&object](const char* key) {
        return object.value(QLatin1String(key)).toString();
    };
    const auto kind = value_of(kinds, text("kind"));
    const auto state = value_of(states, text("state"));
    const auto failure = value_of(failures, text("failure"));
    if (!kind || !state || !failure || text("target").isEmpty()) return std::nullopt;
    if ((*state == MessageState::failed) != (*failure != MessageFailure::none)) return std::nullopt;
    Message message;
    message.id = id;
    message.kind = *kind;
    message.origin = client::MessageOrigin::own;
    message.state = *state;
    message.failure = *failure;
    message.time = WallTime{object.value(QLatin1String("time")).toInteger()};
    message.sender = text("sender").toStdString();
    message.text = text("text").toStdString();
    message.target = text("target").toStdString();
    message.client_id = text("client_id").toStdString();
    message.failure_text = text("failure_text").toStdString();
    return message;
}

}  // namespace

QByteArray outbox_line(const Message& message) {
    BRUSIO_ASSERT(message.id && message.origin == client::MessageOrigin::own);
    return line_of({{"id", static_cast<qint64>(message.id.value)},
                    {"kind", word_of(kinds, message.kind)},
                    {"state", word_of(states, message.state)},
                    {"time", static_cast<qint64>(message.time.unix_ms)},
                    {"sender", text_of(message.sender)},
                    {"target", text_of(message.target)},
                    {"text", text_of(message.text)},
                    {"client_id", text_of(message.client_id)},
                    {"failure", word_of(failures, message.failure)},
                    {"failure_text", text_of(message.failure_text)}});
}

QByteArray outbox_line_settled(client::MessageId id) {
    return line_of({{"id", static_cast<qint64>(id.value)}, {"settled", true}});
}

OutboxRecords read_outbox(const QByteArray& log) {
    OutboxRecords records;
    for (const QByteArray& line : log.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const client::MessageId id{
            static_cast<std::uint64_t>(object.value(QLatin1String("id")).toInteger())};
        if (!id) continue;
        if (object.value(QLatin1String("settled")).toBool()) {
            records.erase(id);
        } else if (auto message = message_of(object, id)) {
            records.insert_or_assign(id, *std::move(message));
        }
    }
    return records;
}

}  // namespace brusio::ui
