#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

namespace brusio::poco {

/// The name in the file system of a socket that listens there. Make it before the socket is bound:
/// what a server that was killed has left there is taken away. Takes its name along when it goes,
/// unless somebody else has put another file there. Driver's thread.
class SocketFile {
 public:
    /// Why no socket could be bound there, a few words; nothing if it is free, or the path empty:
    /// no path, one that is too long, another server's socket, or a file that is no socket.
    [[nodiscard]] static std::optional<std::string> why_not(const std::string& path);

    explicit SocketFile(std::string path);
    ~SocketFile();
    SocketFile(const SocketFile&) = delete;
    SocketFile& operator=(const SocketFile&) = delete;

    /// The socket was bound and does not listen yet: nobody has come before the mode holds. Throws
    /// std::system_error.
    void take(std::uint32_t mode);

 private:
    std::string path_;
    ::dev_t device_ = 0;  // of the file that is ours
    ::ino_t number_ = 0;
};

}  // namespace brusio::poco
