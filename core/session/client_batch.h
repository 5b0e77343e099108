#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/time.h"

namespace brusio::session {

/// A message of several lines that a client is sending (IRCv3 multiline; client-batch).
struct ClientBatch {
    struct Piece {
        std::string text;
        bool continues = false;  // joined to the line before without a line feed
    };

    std::string reference;
    std::string target;
    std::string tags;     // of the line that opened it
    std::string label;    // likewise
    std::string command;  // PRIVMSG or NOTICE; empty before the first line
    std::vector<Piece> pieces;
    std::size_t bytes = 0;  // of the text, with its line feeds
    MonoTime opened;
    bool refused = false;  // it was answered for; the rest of it is ignored
    bool closed = false;   // and waits for the store to tell whether it was said before
};

}  // namespace brusio::session
