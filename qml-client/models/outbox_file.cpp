#include "qml-client/models/outbox_file.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QSaveFile>
#include <utility>

#include "core/base/assert.h"

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace brusio::ui {

namespace {

constexpr auto owner_only = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr int runs_max = 8;  // of the program at the same time

#ifdef Q_OS_UNIX
bool sync(QFile& file) { return file.flush() && ::fsync(file.handle()) == 0; }

// A new name is as durable as its folder.
void sync_folder(const QString& path) {
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
}
#else
bool sync(QFile& file) { return file.flush(); }
void sync_folder(const QString&) {}
#endif

bool is_kept(client::MessageState state) {
    return state == client::MessageState::queued || state == client::MessageState::sending ||
           state == client::MessageState::failed;
}

QByteArray contents_of(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

QString OutboxFile::path_of(const QString& place, int number) const {
    const QByteArray hash =
        QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    const QString name = QString::fromLatin1(hash);
    return QDir(folder_).filePath(number == 0 ? name
                                              : QStringLiteral("%1-%2").arg(name).arg(number));
}

std::vector<client::Message> OutboxFile::enter(const QString& place) {
    BRUSIO_ASSERT(place_.isEmpty() && !place.isEmpty() && held_.empty());
    place_ = place;
    taking_over_ = true;
    safe_ = QDir().mkpath(folder_);
    std::vector<client::Message> left;
    for (int number = 0; safe_ && number < runs_max; ++number) {
        const QString path = path_of(place, number);
        if (!held_.empty() && !QFile::exists(path)) continue;
        auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
        lock->setStaleLockTime(0);
        if (!lock->tryLock(0)) continue;
        for (auto& [id, message] : read_outbox(contents_of(path))) {
            left.push_back(std::move(message));
        }
        held_.push_back({std::move(lock), path});
    }
    safe_ = !held_.empty();
    return left;
}

void OutboxFile::taken_over() {
    BRUSIO_ASSERT(taking_over_);
    taking_over_ = false;
    rewrite();
    while (held_.size() > 1) {
        if (safe_) QFile::remove(held_.back().path);
        held_.pop_back();
    }
}

std::vector<client::Message> OutboxFile::move_to(const QString& place) {
    std::vector<Held> before = std::exchange(held_, {});
    file_.close();
    place_.clear();
    std::vector<client::Message> left = enter(place);
    // Rather twice for a moment than nowhere: the old file goes when the new one is written.
    for (Held& old : before) held_.push_back(std::move(old));
    return left;
}

void OutboxFile::leave() {
    file_.close();
    held_.clear();
    records_.clear();
    conversations_.clear();
    unwritten_.clear();
    place_.clear();
}

void OutboxFile::keep(const std::vector<client::ClientEvent>& events) {
    if (place_.isEmpty()) return;
    for (const client::ClientEvent& event : events) {
        if (const auto* added = std::get_if<client::MessageAdded>(&event)) {
            take(added->conversation, *added->message);
        } else if (const auto* changed = std::get_if<client::MessageChanged>(&event)) {
            take(changed->conversation, *changed->message);
        } else if (const auto* closed = std::get_if<client::ConversationClosed>(&event)) {
            forget(closed->conversation);
        }
    }
    if (!unwritten_.isEmpty() && !taking_over_) write();
}

void OutboxFile::take(client::ConversationId conversation, const client::Message& message) {
    if (message.origin != client::MessageOrigin::own || !client::is_speech(message.kind)) return;
    if (!is_kept(message.state)) return settle(message.id);
    records_.insert_or_assign(message.id, message);
    conversations_[message.id] = conversation;
    unwritten_ += outbox_line(message);
    must_sync_ = true;
}

void OutboxFile::settle(client::MessageId id) {
    if (records_.erase(id) == 0) return;
    conversations_.erase(id);
    unwritten_ += outbox_line_settled(id);
}

// Whoever closes a conversation gives up what is unsent in it.
void OutboxFile::forget(client::ConversationId conversation) {
    std::vector<client::MessageId> ids;
    for (const auto& [id, its] : conversations_) {
        if (its == conversation) ids.push_back(id);
    }
    for (const client::MessageId id : ids) settle(id);
}

void OutboxFile::write() {
    const QByteArray lines = std::exchange(unwritten_, {});
    const bool syncs = std::exchange(must_sync_, false);
    if (!file_.isOpen()) return;
    if (records_.empty()) {
        safe_ = file_.size() == 0 || file_.resize(0);
        return;
    }
    safe_ = file_.write(lines) == lines.size() && (syncs ? sync(file_) : file_.flush());
    if (file_.size() > compact_above_) rewrite();
}

// The whole file anew, in one step.
void OutboxFile::rewrite() {
    unwritten_.clear();
    must_sync_ = false;
    if (held_.empty()) return;
    file_.close();
    const QString path = held_.front().path;
    QSaveFile fresh(path);  // syncs before it renames
    safe_ = fresh.open(QIODevice::WriteOnly) && fresh.setPermissions(owner_only);
    for (const auto& [id, message] : records_) {
        safe_ = safe_ && fresh.write(outbox_line(message)) > 0;
    }
    safe_ = safe_ && fresh.commit();
    sync_folder(folder_);
    file_.setFileName(path);
    safe_ = file_.open(QIODevice::ReadWrite | QIODevice::Append) && safe_;
    constexpr qint64 waste_bytes_max = 256 * 1024;
    compact_above_ = 2 * file_.size() + waste_bytes_max;
}

}  // namespace brusio::ui
