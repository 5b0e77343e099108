#include "qml-client/keys/sent_lines.h"

#include "core/base/assert.h"
#include "core/client/secret_mask.h"
#include "qml-client/models/composer_input.h"

namespace brusio::ui {

namespace {

// Asks the mask for logs about the line of the protocol that it leads to.
bool holds_secret(const QString& place, const QString& text) {
    QString line = QStringLiteral("PRIVMSG ") + place + QStringLiteral(" :") + text;
    if (text.startsWith(u'/')) {
        line = text.mid(1).simplified();
        const QString command = line.section(u' ', 0, 0).toLower();
        if (command == QStringLiteral("msg") || command == QStringLiteral("query")) {
            line = QStringLiteral("PRIVMSG ") + line.section(u' ', 1, 1) + QStringLiteral(" :") +
                   line.section(u' ', 2);
        }
    }
    const std::string raw = line.simplified().toStdString();
    return client::mask_secrets(raw) != raw || without_secrets(text, place) != text;
}

}  // namespace

void SentLines::set_chat(Chat* chat) {
    BRUSIO_ASSERT(chat != nullptr && chat_ == nullptr);
    chat_ = chat;
    connect(chat, &Chat::submitted, this, &SentLines::keep);
    emit chatChanged();
}

void SentLines::keep(const QString& place, const QString& text) {
    at_ = -1;
    const bool is_kept = !text.trimmed().isEmpty() && text.size() <= line_length_max;
    if (!is_kept || holds_secret(place, text)) return;
    const QString folded = place.toLower();
    QStringList& lines = lines_[folded];
    lines.removeAll(text);
    lines << text;
    if (lines.size() > lines_max) lines.removeFirst();
    places_.removeAll(folded);
    places_ << folded;
    if (places_.size() > places_max) lines_.remove(places_.takeFirst());
}

bool SentLines::step(const QString& place, const QString& shown, int steps) {
    const QString folded = place.toLower();
    const QStringList lines = lines_.value(folded);
    const bool goes_on = at_ >= 0 && place_ == folded && shown == recalled_ && at_ < lines.size();
    if (!goes_on && (!shown.isEmpty() || steps > 0)) return false;
    const qsizetype to = (goes_on ? at_ : lines.size()) + steps;
    if (to < 0 || lines.isEmpty()) return false;
    place_ = folded;
    at_ = to < lines.size() ? to : -1;
    recalled_ = lines.value(at_);
    emit recalledChanged();
    return true;
}

}  // namespace brusio::ui
