#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

namespace brusio::sqlite {

/// Whose a file is.
struct Owner {
    ::uid_t user = 0;
    ::gid_t group = 0;
};
/// None with errno if nothing is there.
[[nodiscard]] std::optional<Owner> owner_of(const std::string& path);
/// If this program is root: gives an open file to `owner`, so that what root does in the directory
/// of a service leaves nothing that the service may not open. False with errno if that cannot be.
bool hand_over(int file, const Owner& owner);

/// Makes an empty file of mode 0600 for `owner` unless there is one, hands over one that is there,
/// and makes its name durable. False with errno if that cannot be; a link is not followed.
bool make_private_file(const std::string& path, const Owner& owner);
/// Makes the names in a directory durable. False with errno.
bool sync_folder(const std::string& path);
/// The directory that a path lies in.
[[nodiscard]] std::string folder_of(const std::string& path);
/// The size of a file in bytes; none if there is no file.
[[nodiscard]] std::optional<std::uint64_t> file_size(const std::string& path);
/// "what could not be done: the system's words for errno".
[[nodiscard]] std::string with_cause(const std::string& what);

}  // namespace brusio::sqlite
