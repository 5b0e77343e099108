#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "bench/compare/server_process.h"

namespace brusio::bench {

/// The servers that the table can hold.
enum class ContenderKind : std::uint8_t { floor, brusiod, ngircd, inspircd };

/// What the server's clients may negotiate.
enum class Features : std::uint8_t { plain, every_tag };

/// What the server has in its store (brusiod alone has one): nothing that outlives it, or every
/// message, in the temporary folder ($TMPDIR), before it is acknowledged.
enum class Keeps : std::uint8_t { nothing, everything };

/// A server that is there to be measured.
struct Contender {
    ContenderKind kind = ContenderKind::floor;
    std::string name;
    std::filesystem::path program;
    /// Logins under way at a time that serve it best: ngIRCd listens with a queue of ten, InspIRCd
    /// completes registrations once a second.
    std::uint32_t window = 256;
    Keeps keeps = Keeps::nothing;
};

/// Those whose programs exist: floor and brusiod in `our_programs` (or `brusiod` if it is not
/// empty), the others where Debian puts them.
std::vector<Contender> find_contenders(const std::filesystem::path& our_programs,
                                       const std::filesystem::path& brusiod);

/// A contender at work, with throttling and limits off, on the loopback. Ends with the object.
class RunningContender {
 public:
    /// Starts it on `cpu` (-1: any) and waits until it accepts links. Throws std::runtime_error
    /// with its own words if it does not come up within ten seconds.
    RunningContender(const Contender& contender, Features features, int cpu);

    [[nodiscard]] const Target& target() const { return target_; }
    [[nodiscard]] int pid() const { return process_->pid(); }

 private:
    TemporaryFolder folder_;
    Target target_;
    std::unique_ptr<ServerProcess> process_;
};

}  // namespace brusio::bench
