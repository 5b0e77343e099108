#pragma once

#include <QtCore/QString>

namespace brusio::ui {

/// What one press can do about a hint.
enum class HintOffer {
    none,
    say_as_text,  ///< say `subject` as it stands
    join,         ///< go to the room `subject`
};

/// How long a hint stays: about what is being written until that changes, about the rest until it
/// has been read.
enum class HintLife { until_next_key, until_dismissed };

/// A sentence above the composer.
struct Hint {
    QString words;
    HintLife life = HintLife::until_next_key;
    HintOffer offer = HintOffer::none;
    QString subject;
};

}  // namespace brusio::ui
