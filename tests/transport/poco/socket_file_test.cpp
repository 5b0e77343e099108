#include "transport/poco/socket_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cstring>
#include <fstream>

#include "tests/support/temporary_folder.h"
#include "transport/poco/descriptor.h"

namespace brusio::poco {
namespace {

using testing::HasSubstr;
using testing::Optional;

class SocketFileTest : public testing::Test {
 protected:
    /// A socket that is bound to the path.
    [[nodiscard]] Descriptor bind() const {
        Descriptor socket{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
        EXPECT_EQ(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address),
                  0)
            << std::strerror(errno);
        return socket;
    }
    [[nodiscard]] bool exists() const {
        struct stat found {};
        return ::lstat(path.c_str(), &found) == 0;
    }

    test::TemporaryFolder folder;
    std::string path = folder.path() + "/irc";
};

TEST_F(SocketFileTest, the_mode_holds_before_anybody_comes_and_the_name_goes_along) {
    {
        SocketFile file{path};
        const Descriptor socket = bind();
        file.take(0600);
        struct stat found {};
        ASSERT_EQ(::lstat(path.c_str(), &found), 0);
        EXPECT_EQ(found.st_mode & 0777U, 0600U);
    }
    EXPECT_FALSE(exists());
}

TEST_F(SocketFileTest, what_a_killed_server_has_left_is_taken_away) {
    { const Descriptor killed = bind(); }
    ASSERT_TRUE(exists());
    EXPECT_EQ(SocketFile::why_not(path), std::nullopt);
    SocketFile file{path};
    EXPECT_FALSE(exists());
}

TEST_F(SocketFileTest, the_socket_of_a_server_that_runs_is_left_alone) {
    const Descriptor running = bind();
    ASSERT_EQ(::listen(running.get(), 1), 0);
    EXPECT_THAT(SocketFile::why_not(path), Optional(HasSubstr("another server listens there")));
    { SocketFile file{path}; }
    EXPECT_TRUE(exists());
}

TEST_F(SocketFileTest, a_file_that_is_no_socket_is_left_alone) {
    std::ofstream{path} << "precious";
    EXPECT_THAT(SocketFile::why_not(path), Optional(HasSubstr("no socket")));
    { SocketFile file{path}; }
    EXPECT_TRUE(exists());
}

TEST_F(SocketFileTest, a_file_that_somebody_put_there_since_stays) {
    {
        SocketFile file{path};
        const Descriptor socket = bind();
        file.take(0660);
        ::unlink(path.c_str());
        std::ofstream{path} << "precious";
    }
    EXPECT_TRUE(exists());
}

TEST_F(SocketFileTest, a_path_has_a_length) {
    EXPECT_EQ(SocketFile::why_not(std::string(107, 'x')), std::nullopt);
    EXPECT_THAT(SocketFile::why_not(std::string(108, 'x')), Optional(HasSubstr("107 bytes")));
}

}  // namespace
}  // namespace brusio::poco
