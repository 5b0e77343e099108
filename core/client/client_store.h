#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/time.h"
#include "core/client/conversation.h"
#include "core/client/message.h"

namespace brusio::client {

// What the brain has kept from one start of the program to the next, and asks back: a port that the
// driver stands at. The brain says writes (Client::take_writes) and questions (ReadRows); both are
// values. One store is one account on one server.

/// The name under which a conversation is kept: small letters of ASCII, whatever the server's case
/// mapping, which is not known before there is a network.
[[nodiscard]] std::string store_key(std::string_view name);

/// What is kept of a conversation besides its rows.
struct StoredPlace {
    std::string key;
    std::string name;  ///< as the server spells it
    ConversationKind kind = ConversationKind::room;
    MessageId read_up_to;                ///< 0: nothing
    WallTime read;                       ///< ReadMarker::read
    WallTime told;                       ///< ReadMarker::told
    std::optional<std::string> topic{};  ///< of a write: none leaves the one that is kept

    bool operator==(const StoredPlace&) const = default;
};

/// Makes the place or brings it up to date. What was read never becomes unread: of each of the
/// three positions the later one stays.
struct KeepPlace {
    StoredPlace place;
};
/// Keeps a settled row, new or in the stead of the one with its id. Passed over if another row of
/// the conversation has its msgid. A place that is not kept yet is made, named by its key.
struct KeepRow {
    std::string key;
    Message row;
};
/// The row is not settled after all: it goes, if it is there.
struct DropRow {
    std::string key;
    MessageId id;
};
/// What was said is taken back: nothing of its text or tags is left on the disk.
struct RedactRow {
    std::string key;
    std::string msgid;
    std::string by;
    std::string reason;
};
/// The conversation has another name. What was kept under that name before is the same
/// conversation's from now on; of two rows with one msgid the older one stays, of two drafts that
/// of `from`.
struct RenamePlace {
    std::string from;
    std::string to;
    std::string name;
};
/// Lets rows go: those said before a time, then the oldest beyond so many of one conversation, then
/// the oldest of all beyond so many. Places stay.
struct TrimRows {
    WallTime before;
    std::size_t rows_of_place_max = 0;
    std::size_t rows_max = 0;
};
/// Keeps an own message that is not settled, new or in the stead of the one with its id. It is on
/// the disk when write() returns, also if the machine ends then.
struct KeepUnsent {
    Message message;
};
/// It is settled or given up.
struct DropUnsent {
    MessageId id;
};
/// Keeps what is being written in a conversation, in the stead of what was; "" if nothing is.
struct KeepDraft {
    std::string key;
    std::string text;

    bool operator==(const KeepDraft&) const = default;
};
using StoreWrite = std::variant<KeepPlace, KeepRow, DropRow, RedactRow, RenamePlace, TrimRows,
                                KeepUnsent, DropUnsent, KeepDraft>;

/// Asks for rows of a conversation, the newest that are older than `before` (0: the newest of all).
/// The answer ends at the first that holds: `speech_min` rows of speech, and nothing unread is left
/// out; a row with Message::after_gap, which is its oldest; `rows_max` rows.
struct ReadRows {
    ConversationId conversation;
    std::string key;
    MessageId before;
    std::size_t speech_min = 0;
    std::size_t rows_max = 0;
};
struct StoredRows {
    ConversationId conversation;
    std::optional<StoredPlace> place;  ///< none if nothing is kept of it
    std::vector<Message> rows;         ///< oldest first, each with the id it was kept with
    bool more = false;                 ///< there are older ones
};

/// Where the answer to a question ends: pass() each row from the newest on, until reached().
class StoredPageEnd {
 public:
    StoredPageEnd(const ReadRows& question, MessageId read_up_to)
        : question_(question), read_up_to_(question.before ? MessageId{} : read_up_to) {}

    void pass(const Message& row);
    [[nodiscard]] bool reached() const;

 private:
    ReadRows question_;
    MessageId read_up_to_;  // 0 if unread ones do not matter
    MessageId last_;
    std::size_t rows_ = 0;
    std::size_t speech_ = 0;
    bool at_gap_ = false;
};

/// The smallest and the greatest id of all rows and unsent messages; 0 and 0 if there are none.
struct StoredBounds {
    MessageId oldest;
    MessageId newest;

    bool operator==(const StoredBounds&) const = default;
};

/// Keeps what one account on one server has seen. One thread at a time. An implementation is
/// held to tests/contract/client_store_contract.h.
class ClientStore {
 public:
    virtual ~ClientStore() = default;
    ClientStore(const ClientStore&) = delete;
    ClientStore& operator=(const ClientStore&) = delete;

    /// Keeps all of it, in its order, or nothing: false then. What is kept survives the end of the
    /// program; at the end of the machine the newest of it may be lost, never something before.
    [[nodiscard]] virtual bool write(std::span<const StoreWrite> writes) = 0;
    /// An answer without rows if they cannot be read.
    [[nodiscard]] virtual StoredRows read(const ReadRows& question) = 0;
    [[nodiscard]] virtual StoredBounds bounds() = 0;
    /// Oldest first. Empty if they cannot be read.
    [[nodiscard]] virtual std::vector<Message> unsent() = 0;
    /// By key, none of them "". Empty if they cannot be read.
    [[nodiscard]] virtual std::vector<KeepDraft> drafts() = 0;

 protected:
    ClientStore() = default;
};

/// Why nothing, or not what was there, can be used. `none` is the good case.
enum class StoreTrouble : std::uint8_t {
    none,
    in_use,      ///< another window holds it
    newer,       ///< a newer version of the program made it; it was left as it is
    damaged,     ///< it could not be read: it was put aside, and an empty one begun
    unwritable,  ///< the disk does not let us
};

/// A store that was opened; null with a reason.
struct OpenedStore {
    std::unique_ptr<ClientStore> store;
    StoreTrouble trouble = StoreTrouble::none;
    std::string detail;  ///< a file, or the system's words; may be empty
};

}  // namespace brusio::client
