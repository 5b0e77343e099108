#include "qml-client/models/completer.h"

#include <algorithm>
#include <utility>

#include "qml-client/models/command_table.h"
#include "qml-client/models/emoji_table.h"
#include "qml-client/models/link_text.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

namespace {

constexpr qsizetype emoji_letters_min = 2;

bool is_emoji_name(QStringView name) {
    return std::all_of(name.begin(), name.end(), [](QChar sign) {
        return sign.isLetterOrNumber() || QStringView(u"_+-").contains(sign);
    });
}

int start_of_word(const QString& text, int cursor) {
    int start = cursor;
    while (start > 0 && !text[start - 1].isSpace()) --start;
    return start;
}

}  // namespace

QList<CompletionOffer> emoji_offers(const QString& prefix) {
    QList<CompletionOffer> first;
    QList<CompletionOffer> others;
    for (const Emoji& emoji : all_emoji()) {
        const QString name = QString::fromLatin1(emoji.name);
        if (!name.contains(prefix, Qt::CaseInsensitive)) continue;
        const QString sign = QString::fromUtf16(emoji.sign);
        const CompletionOffer offer{sign, sign + QStringLiteral("  :") + name + u':', {}};
        (name.startsWith(prefix, Qt::CaseInsensitive) ? first : others) << offer;
    }
    return first + others;
}

Completer::Completer(BrainDriver& driver, ChatFeed& feed, const CommandDesk& commands,
                     QObject* parent)
    : QAbstractListModel(parent), driver_(driver), feed_(feed), commands_(commands) {}

int Completer::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(offers_.size());
}

QHash<int, QByteArray> Completer::roleNames() const {
    return {{LabelRole, "label"}, {DetailRole, "detail"}, {SpokenTextRole, "spokenText"}};
}

QVariant Completer::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const CompletionOffer& offer = offers_[index.row()];
    switch (role) {
        case LabelRole:
        case Qt::DisplayRole:
            return offer.label;
        case DetailRole:
            return offer.detail;
        case SpokenTextRole:
            return offer.detail.isEmpty() ? offer.label
                                          : offer.label + QStringLiteral(", ") + offer.detail;
        default:
            return {};
    }
}

QString Completer::current_text() const {
    if (current_ < 0) return {};
    return tr("%1 (%2 of %3)")
        .arg(data(index(current_), SpokenTextRole).toString(), QString::number(current_ + 1),
             QString::number(offers_.size()));
}

QList<CompletionOffer> Completer::nicks(const QString& prefix) const {
    const client::Conversation* const state = feed_.current_state();
    QList<CompletionOffer> found;
    if (state == nullptr) return found;
    const NickCandidates people =
        feed_.current()->candidates(*state, text_of(driver_.client().nick()));
    for (const QString& nick : complete_nick(prefix, people)) {
        found << CompletionOffer{nick, with_controls_seen(nick), {}};
        if (found.size() == offers_max) break;
    }
    return found;
}

// Those where we are come before those of the list of the server, if that was ever read.
QList<CompletionOffer> Completer::rooms(const QString& prefix) const {
    QStringList names;
    for (const RoomEntry& entry : std::as_const(feed_).rooms().entries()) {
        if (entry.kind == PlaceKind::room) names << entry.name;
    }
    for (const DirectoryEntry& entry : std::as_const(feed_).directory().all()) {
        if (!names.contains(entry.name, Qt::CaseInsensitive)) names << entry.name;
    }
    QList<CompletionOffer> found;
    for (const QString& name : std::as_const(names)) {
        if (!name.startsWith(prefix, Qt::CaseInsensitive)) continue;
        found << CompletionOffer{name, with_controls_seen(name), {}};
        if (found.size() == offers_max) break;
    }
    return found;
}

// An alias completes to itself: hands that know it are not to be corrected.
QList<CompletionOffer> Completer::command_offers(const QString& prefix) const {
    QList<CompletionOffer> found;
    QList<CompletionOffer> aliases;
    for (const Command& command : all_commands()) {
        if (!commands_.offers(command)) continue;
        const QString name = QString::fromLatin1(command.name);
        if (name.startsWith(prefix, Qt::CaseInsensitive)) {
            found << CompletionOffer{u'/' + name, form_of(command), help_of(command)};
            continue;
        }
        for (const QString& alias : aliases_of(command)) {
            if (prefix.isEmpty() || !alias.startsWith(prefix, Qt::CaseInsensitive)) continue;
            aliases << CompletionOffer{u'/' + alias, u'/' + alias, help_of(command)};
        }
    }
    // What is the whole name of one comes first.
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.insert < b.insert; });
    return found + aliases;
}

void Completer::look(const QString& text, int cursor) {
    cursor = std::clamp(cursor, 0, static_cast<int>(text.size()));
    text_ = text;
    cursor_ = cursor;
    word_start_ = start_of_word(text, cursor);
    if (word_start_ != dismissed_at_) dismissed_at_ = -1;
    explain(text, cursor);
    const QString word = text.mid(word_start_, cursor - word_start_);
    const QString rest = word.mid(1);
    if (word.isEmpty()) dismissed_at_ = -1;
    QList<CompletionOffer> found;
    if (word.isEmpty() || word_start_ == dismissed_at_) {
        // Nothing is offered.
    } else if (word[0] == u'@') {
        found = nicks(rest);
    } else if (is_room_name(word)) {
        found = rooms(word);
    } else if (word[0] == u'/' && word_start_ == 0 && !rest.startsWith(u'/')) {
        found = command_offers(rest);
    } else if (word[0] == u':' && rest.size() >= emoji_letters_min && is_emoji_name(rest)) {
        found = emoji_offers(rest).mid(0, offers_max);
    }
    // A word that can become nothing but itself is written already.
    if (found.size() == 1 && found[0].insert.compare(word, Qt::CaseInsensitive) == 0) found.clear();
    show(std::move(found));
}

void Completer::explain(const QString& text, int cursor) {
    QString form;
    QString help;
    const qsizetype end = text.indexOf(u' ');
    if (text.startsWith(u'/') && end > 0 && cursor > end) {
        const Command* const command = find_command(text.mid(1, end - 1));
        if (command != nullptr) {
            form = form_of(*command);
            help = help_of(*command);
        }
    }
    if (form == form_) return;
    form_ = form;
    help_ = help;
    emit changed();
}

void Completer::show(QList<CompletionOffer> offers) {
    if (offers == offers_) return;
    beginResetModel();
    offers_ = std::move(offers);
    // Who goes to a room of a new name is not sent to another one by Enter.
    const bool names_new_room =
        find_command(text_.section(u' ', 0, 0).mid(1)) == find_command(QStringLiteral("join")) &&
        text_.startsWith(u'/') && word_start_ > 0;
    current_ = offers_.isEmpty() || names_new_room ? -1 : 0;
    endResetModel();
    emit changed();
    emit currentChanged();
}

void Completer::step(int by) {
    if (offers_.isEmpty()) return;
    const int count = rowCount();
    const int from = current_ < 0 && by < 0 ? 0 : current_;
    current_ = ((from + by) % count + count) % count;
    emit currentChanged();
}

bool Completer::isWhole() const {
    if (current_ < 0) return true;
    const QString word = text_.mid(word_start_, cursor_ - word_start_);
    const QString& insert = offers_[current_].insert;
    return insert.compare(word, Qt::CaseInsensitive) == 0 ||
           (word.startsWith(u'@') && insert.compare(word.mid(1), Qt::CaseInsensitive) == 0);
}

Completion Completer::accept(int row) {
    const int at = row >= 0 ? row : std::max(0, current_);
    if (at >= rowCount()) return {text_, cursor_};
    const bool is_nick_at_start = word_start_ == 0 && text_.startsWith(u'@');
    QString after = is_nick_at_start ? QStringLiteral(": ") : QStringLiteral(" ");
    if (cursor_ < text_.size() && text_[cursor_] == u' ' && !is_nick_at_start) after.clear();
    const QString insert = offers_[at].insert + after;
    const Completion done{text_.left(word_start_) + insert + text_.mid(cursor_),
                          word_start_ + static_cast<int>(insert.size())};
    show({});
    return done;
}

void Completer::begin_anew() {
    dismissed_at_ = -1;
    show({});
}

void Completer::dismiss() {
    dismissed_at_ = is_open() ? word_start_ : -1;
    show({});
}

}  // namespace brusio::ui
