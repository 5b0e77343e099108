#include "core/client/sasl_lines.h"

#include "core/base/assert.h"
#include "core/wire/base64.h"

namespace brusio::client {

void send_authenticate(Brain& brain, std::string_view response) {
    BRUSIO_ASSERT(brain.link.privacy == LinkPrivacy::sealed);
    const std::string text = wire::encode_base64(response);
    for (std::size_t at = 0; at <= text.size(); at += sasl_piece_bytes) {
        const std::string piece = text.substr(at, sasl_piece_bytes);
        brain.send("AUTHENTICATE " + (piece.empty() ? "+" : piece));
    }
}

}  // namespace brusio::client
