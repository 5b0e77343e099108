#include "sim/people/plain_user.h"

#include <utility>

namespace brusio::sim {

PlainUser::PlainUser(SimTransport& transport, Auditor& auditor, Identity identity)
    : transport_(transport), auditor_(auditor), identity_(std::move(identity)) {
    line_ = transport_.dial(
        {this, identity_.index, identity_.kind, identity_.address, identity_.weather});
}

void PlainUser::send(std::string_view bytes) {
    if (!open_) {
        waiting_ += bytes;
        return;
    }
    if (identity_.kind == LinkKind::irc) auditor_.client_wrote(line_, bytes);
    transport_.write(line_, bytes);
}

void PlainUser::close() {
    auditor_.client_ended(line_);
    transport_.close(line_);
    open_ = false;
}

std::size_t PlainUser::times_seen(std::string_view text) const {
    std::size_t count = 0;
    for (std::size_t at = screen_.find(text); at != std::string::npos;
         at = screen_.find(text, at + text.size())) {
        ++count;
    }
    return count;
}

void PlainUser::line_opened(LinkId link, Now) {
    auditor_.client_opened(link, identity_.kind, identity_.name);
    open_ = true;
    if (!waiting_.empty()) send(std::exchange(waiting_, {}));
}

void PlainUser::line_bytes(LinkId link, std::string_view bytes, Now) {
    auditor_.client_read(link, bytes);
    screen_ += bytes;
}

void PlainUser::line_ended(LinkId link, LineEnd end, Now) {
    auditor_.client_ended(link);
    open_ = false;
    end_ = end;
}

}  // namespace brusio::sim
