#include "transport/filter/tls_server_filter.h"

#include <array>
#include <utility>

#include "core/base/assert.h"
#include "transport/filter/openssl.h"

namespace brusio::filter {

namespace {

constexpr std::size_t record_bytes_max = 16 * 1024;

}  // namespace

TlsServerFilter::TlsServerFilter(std::shared_ptr<const TlsContext> context, TlsProtocol protocol)
    : context_(std::move(context)), ssl_(SSL_new(context_->native())), protocol_(protocol) {
    BRUSIO_ASSERT(ssl_ != nullptr);  // otherwise memory is gone
    BIO* const bio = make_stream_bio(context_->stream_method(), stream_);
    SSL_set_bio(ssl_, bio, bio);
    SSL_set_app_data(ssl_, &protocol_);  // read by the choice among ALPN protocols
    SSL_set_accept_state(ssl_);
}

TlsServerFilter::~TlsServerFilter() { SSL_free(ssl_); }

void TlsServerFilter::receive(std::string_view wire, std::string& up, std::string& down) {
    if (state_ > FilterState::open || wire.empty()) return;
    stream_ = {wire, &down};
    if (state_ == FilterState::handshaking) shake_hands(wire.size());
    if (state_ == FilterState::open) read_records(up);
    BRUSIO_ASSERT(stream_.wire.empty() || state_ > FilterState::open);
    stream_ = {};
}

void TlsServerFilter::shake_hands(std::size_t wire_bytes) {
    handshake_bytes_ += wire_bytes;
    ERR_clear_error();
    const int result = SSL_do_handshake(ssl_);
    if (result == 1) {
        state_ = FilterState::open;
    } else if (SSL_get_error(ssl_, result) != SSL_ERROR_WANT_READ) {
        fail();
    } else if (handshake_bytes_ > handshake_bytes_max) {
        fail();
        reason_ = "handshake too long";
    }
}

void TlsServerFilter::read_records(std::string& up) {
    std::array<char, record_bytes_max> record;
    while (true) {
        ERR_clear_error();
        std::size_t got = 0;
        const int result = SSL_read_ex(ssl_, record.data(), record.size(), &got);
        if (result == 1) {
            up.append(record.data(), got);
            continue;
        }
        const int error = SSL_get_error(ssl_, result);
        if (error == SSL_ERROR_WANT_READ) return;
        if (error != SSL_ERROR_ZERO_RETURN) return fail();
        state_ = FilterState::peer_closed;
        return;
    }
}

void TlsServerFilter::fail() {
    const char* const text = ERR_reason_error_string(ERR_peek_last_error());
    reason_ = text == nullptr ? "broken TLS" : text;
    state_ = FilterState::failed;
    ERR_clear_error();
}

void TlsServerFilter::send(std::string_view plain, std::string& down) {
    BRUSIO_ASSERT(state_ != FilterState::handshaking);
    if (plain.empty() || goodbye_said_ || state_ == FilterState::failed) return;
    stream_.down = &down;
    ERR_clear_error();
    std::size_t written = 0;
    if (SSL_write_ex(ssl_, plain.data(), plain.size(), &written) != 1) fail();
    stream_ = {};
}

void TlsServerFilter::close(std::string& down) {
    const bool open = state_ == FilterState::open || state_ == FilterState::peer_closed;
    if (!open || std::exchange(goodbye_said_, true)) return;
    stream_.down = &down;
    ERR_clear_error();
    SSL_shutdown(ssl_);  // its answer says only whether the peer's goodbye is here already
    ERR_clear_error();
    stream_ = {};
}

void TlsServerFilter::describe(LinkInfo& info) const {
    info.secure = true;
    const X509* const certificate = SSL_get0_peer_certificate(ssl_);
    if (certificate != nullptr) info.certificate_fingerprint = fingerprint_of(*certificate);
}

}  // namespace brusio::filter
