#include "qml-client/models/ignore_list.h"

#include "qml-client/models/link_text.h"

namespace brusio::ui {

namespace {

constexpr QStringView account_sign = u"account:";
constexpr qsizetype ignored_max = 200;  // people; each is tried with every line

}  // namespace

QString ignore_entry(const QString& who, const QString& account) {
    if (who.startsWith(account_sign, Qt::CaseInsensitive)) return who;
    if (who.contains(u'!') || who.contains(u'@')) {
        QString mask = who;
        if (!mask.contains(u'!')) mask.prepend(QStringLiteral("*!"));
        if (!mask.contains(u'@')) mask += QStringLiteral("@*");
        return mask;
    }
    if (!account.isEmpty()) return account_sign.toString() + account;
    return who + QStringLiteral("!*@*");
}

IgnoreList::IgnoreList(BrainDriver& driver, ClientSettings& settings, QObject* parent)
    : QObject(parent), driver_(driver), settings_(settings) {}

void IgnoreList::load() {
    entries_ = settings_.ignored(settings_.destination().url());
    heed();
}

void IgnoreList::keep() {
    settings_.set_ignored(settings_.destination().url(), entries_);
    heed();
}

void IgnoreList::heed() {
    std::vector<client::IgnoredPerson> people;
    for (const QString& entry : std::as_const(entries_)) {
        client::IgnoredPerson person;
        if (entry.startsWith(account_sign)) {
            person.account = entry.mid(account_sign.size()).toStdString();
        } else {
            person.mask = entry.toStdString();
        }
        people.push_back(std::move(person));
    }
    driver_.act([&](client::Client& brain, Now) { brain.set_ignored(std::move(people)); });
    emit changed();
}

bool IgnoreList::add(const QString& entry) {
    const bool is_new = !entries_.contains(entry, Qt::CaseInsensitive);
    if (entry.isEmpty() || !is_new || entries_.size() >= ignored_max) return false;
    entries_ << entry;
    keep();
    return true;
}

bool IgnoreList::remove(const QString& entry) {
    const auto removed = entries_.removeIf(
        [&](const QString& one) { return one.compare(entry, Qt::CaseInsensitive) == 0; });
    if (removed > 0) keep();
    return removed > 0;
}

QString IgnoreList::entry_for(const QString& nick, const QString& account) const {
    for (const QString& entry : entries_) {
        const bool by_account = !account.isEmpty() &&
                                entry.compare(ignore_entry({}, account), Qt::CaseInsensitive) == 0;
        const bool by_nick = entry.compare(ignore_entry(nick, {}), Qt::CaseInsensitive) == 0;
        if (by_account || by_nick) return entry;
    }
    return {};
}

QString IgnoreList::wordsOf(const QString& entry) const {
    if (!entry.startsWith(account_sign)) return with_controls_seen(entry);
    return tr("%1, under every nick").arg(with_controls_seen(entry.mid(account_sign.size())));
}

}  // namespace brusio::ui
