#pragma once

#include <QtQml/qqmlregistration.h>
#include <QtCore/QObject>

#include "qml-client/calls/call_book.h"

namespace brusio::ui {

/// What closing the window means: the end, or a place in the tray of the desktop, if there is one.
class TrayDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the calls have the one tray")
    Q_PROPERTY(bool offered READ is_offered NOTIFY offeredChanged)
    Q_PROPERTY(bool there READ is_there WRITE set_there NOTIFY thereChanged)
    Q_PROPERTY(bool closesToTray READ closes_to_tray WRITE set_closes_to_tray NOTIFY changed)

 public:
    enum class Closing {
        Quits,
        Asks,  ///< it is the first time that the program would stay: that is told before
        Hides,
    };
    Q_ENUM(Closing)

    /// `book` must outlive it.
    explicit TrayDesk(CallBook& book, QObject* parent = nullptr) : QObject(parent), book_(book) {}

    /// The desktop has a tray: an icon can be put into it.
    [[nodiscard]] bool is_offered() const { return offered_; }
    void set_offered(bool offered);
    /// And ours is in it: the window can be called back from there.
    [[nodiscard]] bool is_there() const { return there_; }
    void set_there(bool there);
    [[nodiscard]] bool closes_to_tray() const {
        return book_.is_on(CallBook::Switch::close_to_tray);
    }
    void set_closes_to_tray(bool closes);

    /// The window is being closed.
    Q_INVOKABLE [[nodiscard]] brusio::ui::TrayDesk::Closing closing() const;
    /// It has been told, and this is what the user wants from now on.
    Q_INVOKABLE void choose(bool stays);

 signals:
    void offeredChanged();
    void thereChanged();
    void changed();

 private:
    CallBook& book_;
    bool offered_ = false;
    bool there_ = false;
};

}  // namespace brusio::ui
