#include "server-app/signals.h"

#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "core/base/assert.h"

namespace brusio::server {

SignalWatch::SignalWatch() {
    sigset_t signals{};
    ::sigemptyset(&signals);
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) ::sigaddset(&signals, number);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    ::signal(SIGPIPE, SIG_IGN);  // a log whose reader is gone must not end the server
    descriptor_ = ::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
    BRUSIO_ASSERT(descriptor_ >= 0);
}

SignalWatch::~SignalWatch() { ::close(descriptor_); }

std::optional<int> SignalWatch::next() {
    signalfd_siginfo info{};
    if (::read(descriptor_, &info, sizeof info) != sizeof info) return std::nullopt;
    return static_cast<int>(info.ssi_signo);
}

}  // namespace brusio::server
