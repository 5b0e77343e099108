#include "qml-client/models/nick_completer.h"

#include <algorithm>
#include <tuple>

#include "core/base/assert.h"

namespace brusio::ui {

QStringList complete_nick(const QString& prefix, const NickCandidates& candidates) {
    QStringList fits;
    for (const QString& nick : candidates.members) {
        if (nick.startsWith(prefix, Qt::CaseInsensitive)) fits << nick;
    }
    const auto recency = [](const QStringList& latest_first, const QString& nick) {
        for (qsizetype at = 0; at < latest_first.size(); ++at) {
            if (latest_first[at].compare(nick, Qt::CaseInsensitive) == 0) return at;
        }
        return latest_first.size();
    };
    const auto rank = [&](const QString& nick) {
        return std::tuple(nick.compare(candidates.self, Qt::CaseInsensitive) == 0,
                          recency(candidates.addressed, nick), recency(candidates.spoken, nick),
                          nick.toLower());
    };
    std::sort(fits.begin(), fits.end(),
              [&](const QString& a, const QString& b) { return rank(a) < rank(b); });
    return fits;
}

EditState NickCompleter::press(const EditState& state, const NickCandidates& candidates,
                               TabDirection direction) {
    BRUSIO_ASSERT(state.cursor >= 0 && state.cursor <= state.text.size());
    const bool continues = !round_.isEmpty() && state == expected_;
    if (continues) {
        const qsizetype step = direction == TabDirection::forwards ? 1 : round_.size() - 1;
        position_ = (position_ + step) % round_.size();
    } else {
        const qsizetype blank = state.cursor == 0
                                    ? -1
                                    : std::max(state.text.lastIndexOf(u' ', state.cursor - 1),
                                               state.text.lastIndexOf(u'\n', state.cursor - 1));
        word_start_ = static_cast<int>(blank) + 1;
        QString prefix = state.text.mid(word_start_, state.cursor - word_start_);
        if (prefix.startsWith(u'@')) prefix.remove(0, 1);
        round_ = complete_nick(prefix, candidates);
        position_ = direction == TabDirection::forwards ? 0 : round_.size() - 1;
    }
    if (round_.isEmpty()) return state;
    const QString nick =
        round_[position_] + (word_start_ == 0 ? QStringLiteral(": ") : QStringLiteral(" "));
    expected_.text = state.text.left(word_start_) + nick + state.text.mid(state.cursor);
    expected_.cursor = word_start_ + static_cast<int>(nick.size());
    return expected_;
}

void NickCompleter::reset() { round_.clear(); }

}  // namespace brusio::ui
