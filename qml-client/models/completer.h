#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QAbstractListModel>
#include <QtCore/QList>

#include "qml-client/models/chat_feed.h"
#include "qml-client/models/command_desk.h"
#include "qml-client/models/completion.h"

namespace brusio::ui {

/// Something that the word before the cursor may become.
struct CompletionOffer {
    QString insert;  ///< what is written in its place, without what follows it
    QString label;
    QString detail;  ///< what it is; "" if the label says it all

    bool operator==(const CompletionOffer&) const = default;
};

/// What is offered while somebody writes: nicks after "@", rooms after "#", commands after "/" at
/// the start, emoji after ":" and two letters. Beside it, what a command wants that is being
/// written. Nothing is asked of the server for it.
class Completer : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the chat has the one completer")
    Q_PROPERTY(bool open READ is_open NOTIFY changed)
    Q_PROPERTY(bool detailed READ is_detailed NOTIFY changed)
    Q_PROPERTY(int current READ current NOTIFY currentChanged)
    Q_PROPERTY(QString currentText READ current_text NOTIFY currentChanged)
    Q_PROPERTY(QString form READ form NOTIFY changed)
    Q_PROPERTY(QString help READ help NOTIFY changed)

 public:
    enum Role { LabelRole = Qt::UserRole + 1, DetailRole, SpokenTextRole };
    /// Offers shown at most; who wants another types one more letter.
    static constexpr qsizetype offers_max = 50;

    /// All must outlive it.
    Completer(BrainDriver& driver, ChatFeed& feed, const CommandDesk& commands,
              QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Whether there is something to choose from.
    [[nodiscard]] bool is_open() const { return !offers_.isEmpty(); }
    /// Whether each is explained.
    [[nodiscard]] bool is_detailed() const { return is_open() && !offers_[0].detail.isEmpty(); }
    /// The row that Tab and Enter take; -1 if there is none.
    [[nodiscard]] int current() const { return current_; }
    /// That one in words, for those who do not see the list.
    [[nodiscard]] QString current_text() const;
    /// How the command is written that stands in the composer, and what it does; "" if none does.
    [[nodiscard]] QString form() const { return form_; }
    [[nodiscard]] QString help() const { return help_; }
    [[nodiscard]] const QList<CompletionOffer>& offers() const { return offers_; }

    /// The composer's text or cursor is another one.
    Q_INVOKABLE void look(const QString& text, int cursor);
    /// Marks the next offer, or the one before; round at the ends.
    Q_INVOKABLE void step(int by);
    /// Whether the word already is the marked offer, so that there is nothing to complete.
    Q_INVOKABLE [[nodiscard]] bool isWhole() const;
    /// Writes the offer in `row` (-1: the marked one, else the first) in place of the word.
    Q_INVOKABLE brusio::ui::Completion accept(int row);
    /// Closes the list until another word begins.
    Q_INVOKABLE void dismiss();
    /// Another text is written now.
    void begin_anew();

 signals:
    void changed();
    void currentChanged();

 private:
    void show(QList<CompletionOffer> offers);
    void explain(const QString& text, int cursor);
    [[nodiscard]] QList<CompletionOffer> nicks(const QString& prefix) const;
    [[nodiscard]] QList<CompletionOffer> rooms(const QString& prefix) const;
    [[nodiscard]] QList<CompletionOffer> command_offers(const QString& prefix) const;

    BrainDriver& driver_;
    ChatFeed& feed_;
    const CommandDesk& commands_;
    QList<CompletionOffer> offers_;
    int current_ = -1;
    QString text_;
    int cursor_ = 0;
    int word_start_ = 0;
    int dismissed_at_ = -1;  // where the word begins whose list was closed
    QString form_;
    QString help_;
};

/// Emoji whose names begin with `prefix`, then those whose names hold it.
[[nodiscard]] QList<CompletionOffer> emoji_offers(const QString& prefix);

}  // namespace brusio::ui
