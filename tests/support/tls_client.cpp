#include "tests/support/tls_client.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <array>
#include <cstdlib>

namespace brusio::test {

struct TlsClient::Impl {
    ~Impl() {
        SSL_free(ssl);
        SSL_CTX_free(context);
    }

    /// What OpenSSL has written meanwhile.
    std::string written() const {
        std::string bytes;
        std::array<char, 4096> buffer;
        for (int got = 1; got > 0;) {
            got = BIO_read(to_server, buffer.data(), buffer.size());
            if (got > 0) bytes.append(buffer.data(), static_cast<std::size_t>(got));
        }
        return bytes;
    }

    void judge(int result) {
        const int code = SSL_get_error(ssl, result);
        if (code == SSL_ERROR_ZERO_RETURN) server_closed = true;
        if (code == SSL_ERROR_SSL || code == SSL_ERROR_SYSCALL) {
            const char* const text = ERR_reason_error_string(ERR_peek_last_error());
            error = text == nullptr ? "unknown" : text;
        }
        ERR_clear_error();
    }

    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL* ssl = nullptr;
    BIO* from_server = BIO_new(BIO_s_mem());
    BIO* to_server = BIO_new(BIO_s_mem());
    bool server_closed = false;
    std::string error;
    std::string received;
};

namespace {

int version_number(TlsClient::Version version) {
    switch (version) {
        case TlsClient::Version::tls11:
            return TLS1_1_VERSION;
        case TlsClient::Version::tls12:
            return TLS1_2_VERSION;
        case TlsClient::Version::tls13:
            break;
    }
    return TLS1_3_VERSION;
}

void use_pair(SSL* ssl, const std::string& pem) {
    BIO* const bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    EVP_PKEY* const key = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
    BIO_reset(bio);
    X509* const certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    if (SSL_use_certificate(ssl, certificate) != 1 || SSL_use_PrivateKey(ssl, key) != 1) {
        std::abort();
    }
    X509_free(certificate);
    EVP_PKEY_free(key);
    BIO_free(bio);
}

}  // namespace

TlsClient::TlsClient() : TlsClient(Options{}) {}

TlsClient::TlsClient(const Options& options) : impl_(std::make_unique<Impl>()) {
    const int version = version_number(options.version);
    SSL_CTX_set_security_level(impl_->context, 0);  // an old client may be as weak as it likes
    SSL_CTX_set_min_proto_version(impl_->context, version);
    SSL_CTX_set_max_proto_version(impl_->context, version);
    impl_->ssl = SSL_new(impl_->context);
    SSL_set_bio(impl_->ssl, impl_->from_server, impl_->to_server);
    SSL_set_connect_state(impl_->ssl);
    if (!options.pair_pem.empty()) use_pair(impl_->ssl, options.pair_pem);
    if (!options.protocol.empty()) {
        const std::string list = static_cast<char>(options.protocol.size()) + options.protocol;
        SSL_set_alpn_protos(impl_->ssl, reinterpret_cast<const unsigned char*>(list.data()),
                            static_cast<unsigned>(list.size()));
    }
}

TlsClient::~TlsClient() = default;
TlsClient::TlsClient(TlsClient&&) noexcept = default;

std::string TlsClient::hello() {
    impl_->judge(SSL_do_handshake(impl_->ssl));
    return impl_->written();
}

std::string TlsClient::receive(std::string_view wire) {
    BIO_write(impl_->from_server, wire.data(), static_cast<int>(wire.size()));
    if (!open()) impl_->judge(SSL_do_handshake(impl_->ssl));
    std::array<char, 16 * 1024> buffer;
    while (open() && !impl_->server_closed && impl_->error.empty()) {
        const int got = SSL_read(impl_->ssl, buffer.data(), buffer.size());
        if (got <= 0) {
            impl_->judge(got);
            break;
        }
        impl_->received.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return impl_->written();
}

std::string TlsClient::send(std::string_view plain) {
    if (!plain.empty()) SSL_write(impl_->ssl, plain.data(), static_cast<int>(plain.size()));
    return impl_->written();
}

std::string TlsClient::close() {
    SSL_shutdown(impl_->ssl);
    return impl_->written();
}

std::string TlsClient::renegotiate() {
    if (SSL_version(impl_->ssl) == TLS1_3_VERSION) {
        SSL_key_update(impl_->ssl, SSL_KEY_UPDATE_REQUESTED);
    } else {
        SSL_renegotiate(impl_->ssl);
    }
    impl_->judge(SSL_do_handshake(impl_->ssl));
    return impl_->written();
}

bool TlsClient::open() const { return SSL_is_init_finished(impl_->ssl) == 1; }
bool TlsClient::server_closed() const { return impl_->server_closed; }
const std::string& TlsClient::error() const { return impl_->error; }
std::string& TlsClient::received() { return impl_->received; }

std::string TlsClient::server_fingerprint() const {
    const X509* const certificate = SSL_get0_peer_certificate(impl_->ssl);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int bytes = 0;
    if (certificate == nullptr) return {};
    X509_digest(certificate, EVP_sha256(), digest.data(), &bytes);
    std::string text;
    for (unsigned int i = 0; i < bytes; ++i) {
        std::array<char, 3> pair{};
        std::snprintf(pair.data(), pair.size(), "%02x", digest[i]);
        text += pair.data();
    }
    return text;
}

std::string TlsClient::protocol() const {
    const unsigned char* name = nullptr;
    unsigned int bytes = 0;
    SSL_get0_alpn_selected(impl_->ssl, &name, &bytes);
    return {reinterpret_cast<const char*>(name), bytes};
}

std::string TlsClient::cipher() const { return SSL_get_cipher_name(impl_->ssl); }

}  // namespace brusio::test
