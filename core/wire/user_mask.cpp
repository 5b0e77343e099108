#include "core/wire/user_mask.h"

#include "core/base/assert.h"

namespace brusio::wire {
namespace {

void append_part(std::string& mask, std::string_view part) {
    const std::size_t from = mask.size();
    for (const char c : part) {
        if (c == '*' && mask.size() > from && mask.back() == '*') continue;
        mask += c;
    }
    if (mask.size() == from) mask += '*';
}

}  // namespace

std::string normalise_mask(std::string_view text) {
    std::string_view nick;
    std::string_view user;
    std::string_view host;
    const std::size_t bang = text.find('!');
    const std::size_t at = text.find('@', bang == std::string_view::npos ? 0 : bang);
    const std::string_view before_host = text.substr(0, at);
    if (at != std::string_view::npos) host = text.substr(at + 1);
    if (bang != std::string_view::npos) {
        nick = before_host.substr(0, bang);
        user = before_host.substr(bang + 1);
    } else if (at != std::string_view::npos) {
        user = before_host;
    } else if (text.find_first_of(".:/") != std::string_view::npos) {
        host = text;
    } else {
        nick = text;
    }
    std::string mask;
    append_part(mask, nick);
    mask += '!';
    append_part(mask, user);
    mask += '@';
    append_part(mask, host);
    BRUSIO_ASSERT(mask.size() >= std::string_view{"*!*@*"}.size());
    return mask;
}

}  // namespace brusio::wire
