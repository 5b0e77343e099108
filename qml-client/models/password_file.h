#pragma once

#include <QtCore/QString>

namespace brusio::ui {

/// Passwords that the user asked to have remembered, in one file that nobody but its owner may read
/// (mode 0600). They stand there as they are: who can read the file can use them.
class PasswordFile {
 public:
    explicit PasswordFile(QString path) : path_(std::move(path)) {}

    [[nodiscard]] const QString& path() const { return path_; }
    /// "" if there is none, or the file cannot be read. `place` names server and account.
    [[nodiscard]] QString find(const QString& place) const;
    /// Keeps it, or forgets it if `password` is "". False if the file cannot be written; then
    /// nothing has changed. A file without passwords is removed.
    bool keep(const QString& place, const QString& password) const;

 private:
    QString path_;
};

}  // namespace brusio::ui
