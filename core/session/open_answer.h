#pragma once

#include <cstddef>
#include <string>

namespace brusio::session {

/// What has been said of one command so far: enough to go on with it in a later turn.
struct OpenAnswer {
    std::string label;  // the escaped value of its label tag, or empty
    std::string first;  // the only line so far of a labelled command, without its leading tag
    std::size_t lines = 0;
    std::string label_batch_tag;  // of the batch that gathers a labelled answer
    std::string batch_tag;        // of the batch that a command has opened
    std::size_t begin = 0;        // where its bytes of this turn begin
    bool deferred = false;        // it will come later
    bool left_open = false;       // it goes on in a later turn
    bool may_wait = false;        // what others say may come before its end
};

}  // namespace brusio::session
