#include "qml-client/models/message_row.h"

namespace brusio::ui {

QString word_of(RowKind kind) {
    switch (kind) {
        case RowKind::message:
            return QStringLiteral("message");
        case RowKind::action:
            return QStringLiteral("action");
        case RowKind::notice:
            return QStringLiteral("notice");
        case RowKind::event:
            return QStringLiteral("event");
        case RowKind::redacted:
            return QStringLiteral("redacted");
        case RowKind::info:
            break;
    }
    return QStringLiteral("info");
}

QString word_of(Delivery delivery) {
    switch (delivery) {
        case Delivery::none:
            break;
        case Delivery::queued:
            return QStringLiteral("queued");
        case Delivery::sending:
            return QStringLiteral("sending");
        case Delivery::sent:
            return QStringLiteral("sent");
        case Delivery::failed:
            return QStringLiteral("failed");
    }
    return QString();
}

int hue_of(const QString& nick) {
    constexpr quint32 hue_count = 12;
    quint32 hash = 2166136261U;  // FNV-1a: small, fixed, and spreads short names well
    for (const char byte : nick.toLower().toUtf8()) {
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619U;
    }
    hash ^= hash >> 16;
    return static_cast<int>(hash % hue_count);
}

}  // namespace brusio::ui
