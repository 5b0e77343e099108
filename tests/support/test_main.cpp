#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <trompeloeil.hpp>

int main(int argc, char** argv) {
    // A violated expectation of a mock fails the running test where it happened.
    trompeloeil::set_reporter([](trompeloeil::severity severity, const char* file,
                                 unsigned long line, const std::string& text) {
        if (severity == trompeloeil::severity::fatal) {
            throw std::runtime_error(text);
        }
        ADD_FAILURE_AT(file == nullptr ? "" : file, static_cast<int>(line)) << text;
    });
    testing::InitGoogleMock(&argc, argv);
    return RUN_ALL_TESTS();
}
