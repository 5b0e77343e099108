#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/client/message.h"

namespace brusio::client {

/// What a batch means to us (IRCv3 batch, and the extensions that define types).
enum class BatchKind { none, other, labeled, net_split, net_join, history, multiline };

/// A message of several lines while they come (inbound_multiline.cpp).
struct GatheredMessage {
    std::string tags;     ///< of the line that opened the batch
    std::string source;   ///< of the lines
    std::string command;  ///< PRIVMSG or NOTICE; "" until the first line
    std::string text;
};

struct OpenBatch {
    BatchKind kind = BatchKind::other;
    std::string label;   ///< of the command it answers; "" if none
    std::string parent;  ///< the batch it lies in; "" if none
    /// netsplit and netjoin: the nicks gathered for one row a room.
    std::map<ConversationId, std::string> nicks{};
    std::string target{};      ///< of history and multiline
    std::size_t lines = 0;     ///< of history, so far
    std::string last_msgid{};  ///< of history, so far
    /// The rows of a page that is placed as a whole when it ends (gap_fill.h).
    bool gathered = false;
    std::vector<Message> rows{};
    GatheredMessage message{};
};

/// The batches that are open on the connection. Lines in them are worked on as they come; a batch
/// only lends them its label and its kind.
class Batches {
 public:
    /// Beyond `open_max` open ones a batch is not opened, and its lines count as outside of it.
    void open(std::string_view reference, OpenBatch batch, std::size_t open_max);
    [[nodiscard]] std::optional<OpenBatch> close(std::string_view reference);
    [[nodiscard]] OpenBatch* find(std::string_view reference);
    /// The label of the batch or of the nearest one around it; "" if none.
    [[nodiscard]] std::string label_of(std::string_view reference) const;
    /// The nearest batch, from `reference` outwards, of net_split, net_join or history; else null.
    [[nodiscard]] OpenBatch* find_special(std::string_view reference);
    void clear() { open_.clear(); }

 private:
    std::map<std::string, OpenBatch, std::less<>> open_;
};

[[nodiscard]] BatchKind batch_kind(std::string_view type);

}  // namespace brusio::client
