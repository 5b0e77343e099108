#pragma once

#include <QtCore/QFile>
#include <QtCore/QLockFile>
#include <QtCore/QString>
#include <map>
#include <memory>
#include <vector>

#include "qml-client/models/outbox_record.h"
#include "qml-client/net/unsent_keeper.h"

namespace brusio::ui {

/// Own messages that are queued, in doubt or failed, on disk: one file for each server and account,
/// which only its owner may read. A message is synced before its bytes leave; that it is settled is
/// not, as being sent again does no harm. The file of one run of the program is locked: another run
/// at the same time has one of its own, and whoever comes later takes in what both left.
class OutboxFile : public UnsentKeeper {
 public:
    /// `folder` is made when it is needed.
    explicit OutboxFile(QString folder) : folder_(std::move(folder)) {}

    [[nodiscard]] const QString& place() const { return place_; }
    /// Keeps for this place from now on, and returns what earlier runs left there, in its order:
    /// hand it to the brain, then call taken_over(). Until then the files stay as they are.
    [[nodiscard]] std::vector<client::Message> enter(const QString& place);
    [[nodiscard]] bool is_taking_over() const { return taking_over_; }
    void taken_over();
    /// What is kept belongs to another place from now on, besides what was left there.
    [[nodiscard]] std::vector<client::Message> move_to(const QString& place);
    /// Keeps no more; what is in the file waits for the next enter().
    void leave();
    /// False if the disk does not take what is to be kept.
    [[nodiscard]] bool is_safe() const { return safe_; }

    void keep(const std::vector<client::ClientEvent>& events) override;

 private:
    struct Held {
        std::unique_ptr<QLockFile> lock;
        QString path;
    };

    [[nodiscard]] QString path_of(const QString& place, int number) const;
    void take(client::ConversationId conversation, const client::Message& message);
    void settle(client::MessageId id);
    void forget(client::ConversationId conversation);
    void write();
    void rewrite();

    QString folder_;
    QString place_;
    std::vector<Held> held_;  // the first is ours, the others are taken over
    QFile file_;
    OutboxRecords records_;
    std::map<client::MessageId, client::ConversationId> conversations_;
    QByteArray unwritten_;
    qint64 compact_above_ = 0;
    bool must_sync_ = false;
    bool taking_over_ = false;
    bool safe_ = true;
};

}  // namespace brusio::ui
