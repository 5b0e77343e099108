#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

namespace brusio::ui {

/// What a notification of the desktop says. All of it is plain text, as people wrote it.
struct CallNote {
    quint64 tag = 0;  ///< names it; one of the same tag takes its place
    QString summary;
    QString body;
    QString open_words;  ///< what a click does, in words
    QString reply_words;
    QString read_words;
    bool loud = false;  ///< may be heard
};

/// Shows notifications outside of the window, or does not if there is nobody who can: no call
/// blocks, and none fails.
class Notifier : public QObject {
    Q_OBJECT

 public:
    using QObject::QObject;

    virtual void show(const CallNote& note) = 0;
    /// Takes it away; nothing if there is none of this tag.
    virtual void withdraw(quint64 tag) = 0;

 signals:
    /// The user wants to see what it is about.
    void opened(quint64 tag);
    /// The user wants to answer: there, with `text`, if that is not empty.
    void replied(quint64 tag, const QString& text);
    void readMarked(quint64 tag);
    /// It is gone, without our doing.
    void dismissed(quint64 tag);
};

}  // namespace brusio::ui
