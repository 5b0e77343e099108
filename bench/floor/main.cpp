// brusio-floor [PORT]: the denominator of the benchmark table. Prints the port it listens on.
#include <charconv>
#include <cstdio>
#include <cstring>
#include <exception>

#include "bench/floor/floor_server.h"

int main(int argc, char** argv) {
    std::uint16_t port = 0;
    if (argc > 1) {
        const char* end = argv[1] + std::strlen(argv[1]);
        const auto [rest, error] = std::from_chars(argv[1], end, port);
        if (argc > 2 || rest != end || error != std::errc{}) {
            std::fputs("usage: brusio-floor [PORT]\n", stderr);
            return 2;
        }
    }
    try {
        brusio::bench::raise_descriptor_limit(65'536);
        brusio::bench::FloorServer server{port};
        std::printf("%u\n", static_cast<unsigned>(server.port()));
        std::fflush(stdout);
        server.run();
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "brusio-floor: %s\n", failure.what());
        return 1;
    }
}
