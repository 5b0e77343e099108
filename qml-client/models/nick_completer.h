#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace brusio::ui {

/// Text and the place of the cursor in it, in UTF-16 units from 0 to the text's length.
struct EditState {
    QString text;
    int cursor = 0;

    bool operator==(const EditState&) const = default;
};

/// Whom a nick may stand for, and in which order Tab offers them.
struct NickCandidates {
    QStringList members;    ///< everybody in the room, in any order
    QStringList addressed;  ///< who spoke to us or was spoken to by us, latest first
    QStringList spoken;     ///< who said something, latest first; joining is not speech
    QString self;
};

/// Tab goes forwards through the offers, Shift+Tab backwards.
enum class TabDirection { forwards, backwards };

/// The nicks that start with `prefix` (any case), in the order of Tab: last addressed, then last
/// spoken, then by name, and oneself at the very end.
[[nodiscard]] QStringList complete_nick(const QString& prefix, const NickCandidates& candidates);

/// Tab in a composer. The first press completes the word before the cursor, each further press
/// offers the next nick in its place, and back to the first one after the last. A nick at the
/// start of the line gets ": " behind it, elsewhere " ".
class NickCompleter {
 public:
    /// The text after one press of Tab or Shift+Tab; `state` itself when nothing fits.
    [[nodiscard]] EditState press(const EditState& state, const NickCandidates& candidates,
                                  TabDirection direction);
    /// Ends the running round: the next press starts from the word then before the cursor.
    void reset();

 private:
    QStringList round_;
    qsizetype position_ = 0;
    int word_start_ = 0;
    EditState expected_;
};

}  // namespace brusio::ui
