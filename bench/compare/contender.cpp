#include "bench/compare/contender.h"

#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "bench/load/descriptor.h"

namespace brusio::bench {
namespace {

constexpr std::int64_t start_deadline_ns = 10'000'000'000;

std::string ngircd_configuration(std::uint16_t port) {
    return "[Global]\nName = ngircd.bench\nInfo = bench\nListen = 127.0.0.1\n"
           "MotdPhrase = bench\nPorts = " +
           std::to_string(port) +
           "\n[Limits]\nMaxConnections = 0\nMaxConnectionsIP = 0\nMaxJoins = 0\n"
           "MaxNickLength = 30\nMaxPenaltyTime = 0\nPingTimeout = 3600\n"
           "[Options]\nDNS = no\nIdent = no\nPAM = no\nIncludeDir = /nonexistent\n";
}

std::string brusiod_configuration() {
    return "[limits]\ncommand_burst_tokens = 1000000\ncommand_tokens_per_second = 1000000\n"
           "announcement_tokens_per_minute = 0\n"
           "send_queue_bytes_max = 104857600\n";
}

std::string inspircd_modules(Features features) {
    if (features == Features::plain) return {};
    std::string text;
    for (const char* name :
         {"cap", "ircv3", "ircv3_accounttag", "ircv3_batch", "ircv3_capnotify", "ircv3_chghost",
          "ircv3_ctctags", "ircv3_invitenotify", "ircv3_labeledresponse", "ircv3_msgid",
          "ircv3_servertime", "namesx", "uhnames"}) {
        text += std::string{"<module name=\""} + name + "\">\n";
    }
    return text;
}

std::string inspircd_configuration(std::uint16_t port, Features features) {
    return "<server name=\"inspircd.bench\" description=\"bench\" id=\"1BB\" network=\"bench\">\n"
           "<admin name=\"bench\" nick=\"bench\" email=\"bench@example.org\">\n"
           "<bind address=\"127.0.0.1\" type=\"clients\" port=\"" +
           std::to_string(port) +
           "\">\n<connect name=\"main\" allow=\"*\" timeout=\"60\" pingfreq=\"3600\" "
           "hardsendq=\"100M\" softsendq=\"100M\" recvq=\"1M\" threshold=\"1000000\" "
           "commandrate=\"1000000000\" fakelag=\"no\" localmax=\"1000000\" globalmax=\"1000000\" "
           "limit=\"1000000\" maxchans=\"100\" resolvehostnames=\"no\" useident=\"no\" "
           "maxconnwarn=\"no\">\n"
           "<performance netbuffersize=\"10240\" somaxconn=\"4096\" softlimit=\"1000000\" "
           "clonesonconnect=\"no\" quietbursts=\"yes\">\n"
           "<path datadir=\"/nonexistent\" logdir=\"/nonexistent\">\n"
           "<class name=\"none\"><type name=\"none\" classes=\"none\">\n" +
           inspircd_modules(features);
}

LaunchPlan plan_of(const Contender& contender, Features features, const TemporaryFolder& folder,
                   std::uint16_t port) {
    LaunchPlan plan;
    const std::string program = contender.program.string();
    switch (contender.kind) {
        case ContenderKind::floor:
            plan.command = {program, std::to_string(port)};
            break;
        case ContenderKind::brusiod:
            plan.command = {program, "--config",
                            folder.write("brusiod.toml", brusiod_configuration()).string(),
                            "--listen", "irc://127.0.0.1:0"};
            if (contender.keeps == Keeps::nothing) plan.command.emplace_back("--ephemeral");
            if (contender.keeps == Keeps::everything) {
                plan.command.insert(plan.command.end(),
                                    {"--data", (folder.path() / "data").string()});
            }
            break;
        case ContenderKind::ngircd:
            plan.run_as = LaunchPlan::RunAs::nobody;
            plan.command = {program, "-n", "-f",
                            folder.write("ngircd.conf", ngircd_configuration(port)).string()};
            break;
        case ContenderKind::inspircd:
            plan.run_as = LaunchPlan::RunAs::nobody;
            plan.command = {
                program,
                "--nofork",
                "--nopid",
                "--nolog",
                "--config",
                folder.write("inspircd.conf", inspircd_configuration(port, features)).string()};
            break;
    }
    plan.log = folder.path() / "log";
    return plan;
}

/// Where the shell would find it, or where Debian puts servers.
std::filesystem::path program_named(const std::string& name) {
    const char* const path = std::getenv("PATH");
    std::istringstream folders{path != nullptr ? path : ""};
    for (std::string folder; std::getline(folders, folder, ':');) {
        const auto program = std::filesystem::path{folder} / name;
        if (!folder.empty() && std::filesystem::exists(program)) return program;
    }
    return std::filesystem::path{"/usr/sbin"} / name;
}

}  // namespace

std::vector<Contender> find_contenders(const std::filesystem::path& our_programs,
                                       const std::filesystem::path& brusiod) {
    const std::vector<Contender> all{
        {ContenderKind::floor, "floor", our_programs / "brusio-floor", 256},
        {ContenderKind::brusiod, "Brusio", brusiod.empty() ? our_programs / "brusiod" : brusiod,
         256},
        {ContenderKind::ngircd, "ngIRCd", program_named("ngircd"), 8},
        {ContenderKind::inspircd, "InspIRCd", program_named("inspircd"), 2'000}};
    std::vector<Contender> found;
    for (const Contender& contender : all) {
        if (std::filesystem::exists(contender.program)) found.push_back(contender);
    }
    return found;
}

RunningContender::RunningContender(const Contender& contender, Features features, int cpu) {
    const std::uint16_t port = free_port();
    LaunchPlan plan = plan_of(contender, features, folder_, port);
    plan.cpu = cpu;
    process_ = std::make_unique<ServerProcess>(std::move(plan));
    const std::int64_t deadline = now_ns() + start_deadline_ns;
    target_ = contender.kind == ContenderKind::brusiod ? process_->wait_for_address(deadline)
                                                       : Target{"127.0.0.1", port};
    process_->wait_until_accepting(target_, deadline);
}

}  // namespace brusio::bench
