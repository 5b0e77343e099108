#pragma once

#include <QtCore/QObject>
#include <QtNetwork/QLocalServer>

class QLocalSocket;

namespace brusio::ui {

/// One window for each user and settings: the first one listens at a socket that is its owner's
/// alone, the next one hands over what it was asked to show, and ends.
class OneInstance : public QObject {
    Q_OBJECT

 public:
    /// `folder` is the user's own for such things (XDG_RUNTIME_DIR); "" if there is none, and then
    /// every window is alone. Windows over different `settings` files do not know each other.
    OneInstance(const QString& folder, const QString& settings, QObject* parent = nullptr);

    enum class Start {
        first,        ///< and listens, from now on
        handed_over,  ///< another one has taken the address: end
        alone,        ///< nobody answers, and nobody can be listened to
    };
    /// Looks for another window, for a few seconds if that does not answer. `address` may be "".
    [[nodiscard]] Start start(const QString& address);

    /// Where the first one listens.
    [[nodiscard]] const QString& path() const { return path_; }

    static constexpr qsizetype address_bytes_max = 4096;

 signals:
    /// Another start was asked to show this ("" for the window alone).
    void asked(const QString& address);

 private:
    enum class Answer { nobody, taken, silent };
    [[nodiscard]] Answer hand_over(const QString& address) const;
    void take_visitors();
    void hear(QLocalSocket* visitor);

    QString path_;
    QLocalServer server_;
};

}  // namespace brusio::ui
