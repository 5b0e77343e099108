#include "sim/main/options.h"

#include <CLI/CLI.hpp>

#include "sim/main/exit_code.h"

namespace brusio::sim {

namespace {

constexpr std::uint32_t users_max = 100'000;
constexpr std::uint32_t rooms_max = 10'000;

std::string weather_names() {
    std::string names = "list";
    for (const Weather& weather : weather_profiles()) names += ", " + std::string{weather.name};
    return names;
}

const CLI::Validator a_weather{[](std::string& name) {
                                   if (name == "list" || weather_named(name)) return std::string{};
                                   return "there is no weather '" + name +
                                          "'; there are: " + weather_names();
                               },
                               "NAME"};

const CLI::Validator a_duration{[](std::string& text) {
                                    if (duration_from(text)) return std::string{};
                                    return "'" + text + "' is not a time; say 90s, 10m or 1h30m";
                                },
                                "TIME"};

}  // namespace

std::variant<CommandLine, int> read_command_line(int argc, char** argv) {
    CLI::App app{"Runs Brusio's real server and real clients in virtual time and judges them."};
    app.name("brusio-sim");
    app.require_subcommand(1);
    CommandLine line;
    std::string weather = "calm";
    std::string span = "10m";
    CLI::App* run = app.add_subcommand("run", "people chat for a while under some weather");
    run->add_option("--seed", line.run.seed, "chance is a function of this number")
        ->capture_default_str();
    run->add_option("--seeds", line.seeds, "run so many seeds, one after the other")
        ->check(CLI::Range(1U, 100'000'000U));
    run->add_option("--users", line.run.users, "how many people")
        ->check(CLI::Range(1U, users_max))
        ->capture_default_str();
    run->add_option("--rooms", line.run.rooms, "in how many rooms")
        ->check(CLI::Range(1U, rooms_max))
        ->capture_default_str();
    run->add_option("--for", span, "how long, in virtual time")
        ->check(a_duration)
        ->capture_default_str();
    run->add_option("--weather", weather, "what the lines go through; 'list' lists them")
        ->check(a_weather)
        ->capture_default_str();
    run->add_option("--trace", line.trace_file, "write every event to this file, one JSON a line");
    run->add_flag("--check-determinism", line.check_determinism,
                  "run each seed twice and compare event by event");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? static_cast<int>(ExitCode::pass)
                                    : static_cast<int>(ExitCode::usage);
    }
    line.list_weather = weather == "list";
    line.run.weather = weather_named(weather).value_or(Weather{});
    line.run.span = *duration_from(span);
    return line;
}

}  // namespace brusio::sim
