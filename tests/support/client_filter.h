#pragma once

#include <string>
#include <string_view>

namespace brusio::test {

/// The client's side of what the server's filters speak, over strings. What it gives back is to be
/// sent to the server, in the order of the calls.
class ClientFilter {
 public:
    virtual ~ClientFilter() = default;
    /// The first flight; called once, before anything else.
    [[nodiscard]] virtual std::string hello() = 0;
    /// Takes bytes from the server.
    [[nodiscard]] virtual std::string receive(std::string_view wire) = 0;
    [[nodiscard]] virtual std::string send(std::string_view plain) = 0;
    /// Says goodbye.
    [[nodiscard]] virtual std::string close() = 0;

    [[nodiscard]] virtual bool open() const = 0;
    /// The server has said its goodbye.
    [[nodiscard]] virtual bool server_closed() const = 0;
    /// What the server has sent and nobody has taken yet.
    [[nodiscard]] virtual std::string& received() = 0;
};

}  // namespace brusio::test
