#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/client/client_config.h"
#include "core/client/client_events.h"
#include "core/client/client_output.h"

namespace brusio::client {

/// Gathers what leaves the brain: outputs and events, each in order.
class Emitter {
 public:
    void log(ProtocolLog log) { log_ = log; }

    void open(const std::string& server) { outputs_.emplace_back(OpenConnection{server}); }
    void prove(ProveSecret task) { outputs_.emplace_back(std::move(task)); }
    void read(ReadRows question) { outputs_.emplace_back(std::move(question)); }
    void close() { outputs_.emplace_back(CloseConnection{}); }
    /// One line without its CR LF. Lines of one turn leave as one run of bytes.
    void send(std::string_view line);
    template <class Event>
    void tell(Event&& event) {
        // A message is two events: one block for both.
        if (events_.capacity() == 0) events_.reserve(2);
        events_.emplace_back(std::forward<Event>(event));
    }
    /// A line came in: told to the log if it is on.
    void heard(std::string_view line);

    [[nodiscard]] std::vector<ClientOutput> take_output() { return std::exchange(outputs_, {}); }
    [[nodiscard]] std::vector<ClientEvent> take_events() { return std::exchange(events_, {}); }

 private:
    std::vector<ClientOutput> outputs_;
    std::vector<ClientEvent> events_;
    ProtocolLog log_ = ProtocolLog::off;
};

/// Puts `COMMAND param param :last` together; the last parameter gets a ':' if it needs one, and
/// loses CR, LF and NUL. All but the last must be is_middle_param. What does not fit in 510 bytes
/// is cut off between two characters.
[[nodiscard]] std::string line_of(std::string_view command,
                                  std::initializer_list<std::string_view> params);

}  // namespace brusio::client
