#include "server-app/password_prompt.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace brusio::server {

namespace {

/// Switches the echo of a terminal off for as long as it lives.
class NoEcho {
 public:
    NoEcho(int descriptor, const char* prompt)
        : descriptor_(descriptor), is_terminal_(::tcgetattr(descriptor, &before_) == 0) {
        if (!is_terminal_) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(descriptor_, TCSAFLUSH, &quiet);
        std::fputs(prompt, stderr);
    }
    ~NoEcho() {
        if (!is_terminal_) return;
        ::tcsetattr(descriptor_, TCSAFLUSH, &before_);
        std::fputs("\n", stderr);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

 private:
    int descriptor_;
    termios before_{};
    bool is_terminal_;
};

}  // namespace

std::string read_password(int descriptor, const char* prompt) {
    const NoEcho quiet{descriptor, prompt};
    std::string password;
    char c = 0;
    while (::read(descriptor, &c, 1) == 1 && c != '\n') password += c;
    if (password.ends_with('\r')) password.pop_back();
    return password;
}

}  // namespace brusio::server
