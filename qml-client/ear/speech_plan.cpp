#include "qml-client/ear/speech_plan.h"

#include <QtCore/QCoreApplication>

namespace brusio::ui {

namespace {

/// The translations' context of these sentences.
struct SpokenWords {
    Q_DECLARE_TR_FUNCTIONS(brusio::ui::SpokenWords)
};

QString cut(const QString& sentence) {
    if (sentence.size() <= SpeechPlan::sentence_length_max) return sentence;
    return sentence.left(SpeechPlan::sentence_length_max) + QStringLiteral("…");
}

}  // namespace

QString SpeechPlan::counted(NewsKind kind, int count) {
    switch (kind) {
        case NewsKind::mention:
            return SpokenWords::tr("You are spoken to %n times", nullptr, count);
        case NewsKind::failure:
            return SpokenWords::tr("%n things failed", nullptr, count);
        case NewsKind::message:
            break;
    }
    return SpokenWords::tr("%n messages", nullptr, count);
}

QString SpeechPlan::hear(NewsKind kind, const QString& sentence, qint64 now_ms) {
    Gathered& gathered = of(kind);
    const bool is_quiet = !gathered.until_ms.has_value();
    if (is_quiet) gathered.until_ms = now_ms + gather_ms;
    if (is_quiet && kind != NewsKind::message) return cut(sentence);
    if (gathered.count++ == 0) gathered.first = cut(sentence);
    return {};
}

std::optional<qint64> SpeechPlan::due_ms() const {
    std::optional<qint64> due;
    for (const Gathered& gathered : kinds_) {
        if (gathered.until_ms && (!due || *gathered.until_ms < *due)) due = gathered.until_ms;
    }
    return due;
}

QStringList SpeechPlan::take(qint64 now_ms) {
    QStringList sentences;
    for (const NewsKind kind : {NewsKind::failure, NewsKind::mention, NewsKind::message}) {
        Gathered& gathered = of(kind);
        if (!gathered.until_ms || *gathered.until_ms > now_ms) continue;
        if (gathered.count == 1) sentences << gathered.first;
        if (gathered.count > 1) sentences << counted(kind, gathered.count);
        // As long as more keeps coming it is gathered.
        const bool goes_on = gathered.count > 0;
        gathered = {};
        if (goes_on && kind != NewsKind::message) gathered.until_ms = now_ms + gather_ms;
    }
    return sentences;
}

void SpeechPlan::forget_messages() { of(NewsKind::message) = {}; }

}  // namespace brusio::ui
