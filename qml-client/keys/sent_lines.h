#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QStringList>

#include "qml-client/models/chat.h"

namespace brusio::ui {

/// What was sent from the composer in each conversation, to be recalled by key. It is in memory
/// alone and ends with the window. Lines that hold a secret (mask_secrets) are not kept.
class SentLines : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(brusio::ui::Chat* chat READ chat WRITE set_chat NOTIFY chatChanged REQUIRED)
    Q_PROPERTY(QString recalled READ recalled NOTIFY recalledChanged)

 public:
    /// The oldest leave first.
    static constexpr qsizetype lines_max = 50;
    static constexpr qsizetype line_length_max =
        16 * 1024;  ///< in UTF-16 units; longer is not kept
    static constexpr qsizetype places_max = 200;

    using QObject::QObject;

    [[nodiscard]] Chat* chat() const { return chat_; }
    /// Once; the chat must outlive this.
    void set_chat(Chat* chat);
    /// What the last step() came to.
    [[nodiscard]] QString recalled() const { return recalled_; }

    /// Goes to an older line (`steps` -1) or a newer one (1) of `place`, if the composer shows
    /// nothing, or what was recalled last as it was. False if that is not so or there is none;
    /// after the newest line the composer is empty again.
    Q_INVOKABLE bool step(const QString& place, const QString& shown, int steps);

    /// Keeps a line. Chat tells of each by itself (Chat::submitted).
    void keep(const QString& place, const QString& text);

 signals:
    void chatChanged();
    void recalledChanged();

 private:
    QPointer<Chat> chat_;
    QHash<QString, QStringList> lines_;  // of a place by its folded name, oldest first
    QStringList places_;                 // as they were spoken in, longest ago first
    QString place_;                      // where at_ is
    qsizetype at_ = -1;                  // of what is recalled; -1: nothing is
    QString recalled_;
};

}  // namespace brusio::ui
