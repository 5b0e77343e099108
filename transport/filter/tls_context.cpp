#include "transport/filter/tls_context.h"

#include <openssl/pem.h>

#include <array>
#include <ctime>
#include <limits>

#include "core/base/assert.h"
#include "transport/filter/openssl.h"
#include "transport/filter/tls_protocol.h"
#include "transport/filter/tls_stream.h"

namespace brusio::filter {

namespace {

constexpr const char* tls12_ciphers =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
    "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:"
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384";
constexpr const char* groups = "X25519:P-256:P-384";
constexpr long client_chain_bytes_max = 16 * 1024;

/// A passphrase would be asked for at the terminal; nobody sits there.
int no_passphrase(char*, int, int, void*) { return -1; }

int accept_any_client(X509_STORE_CTX*, void*) { return 1; }

/// RFC 7301: who offers protocols and not ours has dialled the wrong port; telling it protects
/// from streams that are led astray on purpose.
int choose_protocol(SSL* ssl, const unsigned char** chosen, unsigned char* chosen_bytes,
                    const unsigned char* offered, unsigned int offered_bytes, void*) {
    const auto* const protocol = static_cast<const TlsProtocol*>(SSL_get_app_data(ssl));
    const std::string_view ours = protocol_name(*protocol);
    for (unsigned int at = 0; at < offered_bytes; at += 1U + offered[at]) {
        const std::string_view name{reinterpret_cast<const char*>(offered) + at + 1, offered[at]};
        if (name != ours) continue;
        *chosen = offered + at + 1;
        *chosen_bytes = offered[at];
        return SSL_TLSEXT_ERR_OK;
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

WallTime time_of(const ASN1_TIME* time) {
    std::tm parts{};
    BRUSIO_ASSERT(ASN1_TIME_to_tm(time, &parts) == 1);
    return {static_cast<std::int64_t>(::timegm(&parts)) * 1000};
}

void set_rules(SSL_CTX* context) {
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION |
                                     SSL_OP_NO_TICKET | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                     SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_max_cert_list(context, client_chain_bytes_max);
    BRUSIO_ASSERT(SSL_CTX_set_cipher_list(context, tls12_ciphers) == 1);
    BRUSIO_ASSERT(SSL_CTX_set1_groups_list(context, groups) == 1);
    SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
}

/// Nothing, or what is wrong with it.
std::string use_certificate(SSL_CTX* context, const std::string& pem) {
    const auto reader = reader_of(pem);
    const OpensslPtr<X509> own{
        PEM_read_bio_X509_AUX(reader.get(), nullptr, no_passphrase, nullptr)};
    if (!own) return "the certificate is no certificate in PEM form";
    if (SSL_CTX_use_certificate(context, own.get()) != 1) {
        return "the certificate is too weak or of a kind that TLS does not use";
    }
    while (X509* issuer = PEM_read_bio_X509(reader.get(), nullptr, no_passphrase, nullptr)) {
        if (SSL_CTX_add0_chain_cert(context, issuer) == 1) continue;
        X509_free(issuer);
        return "a certificate that follows the first is too weak";
    }
    const bool at_end = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    return at_end ? "" : "a certificate that follows the first is no certificate in PEM form";
}

std::string use_key(SSL_CTX* context, const std::string& pem) {
    const auto reader = reader_of(pem);
    const OpensslPtr<EVP_PKEY> key{
        PEM_read_bio_PrivateKey(reader.get(), nullptr, no_passphrase, nullptr)};
    if (!key && pem.find("ENCRYPTED") != std::string::npos) {
        return "the key is encrypted; the server needs it without a passphrase";
    }
    if (!key) return "the key is no private key in PEM form";
    const bool fits =
        SSL_CTX_use_PrivateKey(context, key.get()) == 1 && SSL_CTX_check_private_key(context) == 1;
    return fits ? "" : "the key does not belong to the certificate";
}

}  // namespace

std::string fingerprint_of(const X509& certificate) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int bytes = 0;
    BRUSIO_ASSERT(X509_digest(&certificate, EVP_sha256(), digest.data(), &bytes) == 1);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < bytes; ++i) {
        text += digits[digest[i] >> 4];
        text += digits[digest[i] & 0xF];
    }
    return text;
}

TlsContext::TlsContext()
    : context_(SSL_CTX_new(TLS_server_method())), stream_method_(make_stream_method()) {
    BRUSIO_ASSERT(context_ != nullptr && stream_method_ != nullptr);
    set_rules(context_);
}

TlsContext::~TlsContext() {
    SSL_CTX_free(context_);
    BIO_meth_free(stream_method_);
}

Result<std::shared_ptr<const TlsContext>, std::string> TlsContext::make(
    const TlsPair& pair, ClientCertificates client_certificates) {
    constexpr std::size_t pem_bytes_max = std::numeric_limits<int>::max();
    if (pair.certificate.size() > pem_bytes_max || pair.key.size() > pem_bytes_max) {
        return Err{std::string{"the certificate or the key is far too large"}};
    }
    ERR_clear_error();
    const std::shared_ptr<TlsContext> made{new TlsContext};
    std::string wrong = use_certificate(made->context_, pair.certificate);
    if (wrong.empty()) wrong = use_key(made->context_, pair.key);
    ERR_clear_error();
    if (!wrong.empty()) return Err{std::move(wrong)};
    const X509* const own = SSL_CTX_get0_certificate(made->context_);
    made->fingerprint_ = fingerprint_of(*own);
    made->valid_from_ = time_of(X509_get0_notBefore(own));
    made->valid_until_ = time_of(X509_get0_notAfter(own));
    if (client_certificates == ClientCertificates::asked) {
        SSL_CTX_set_verify(made->context_, SSL_VERIFY_PEER, nullptr);
        SSL_CTX_set_cert_verify_callback(made->context_, accept_any_client, nullptr);
    }
    return std::shared_ptr<const TlsContext>{made};
}

}  // namespace brusio::filter
