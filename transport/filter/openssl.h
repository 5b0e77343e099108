#pragma once

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>
#include <string_view>

namespace brusio::filter {

/// Frees what OpenSSL made.
struct OpensslFree {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
    void operator()(SSL* ssl) const { SSL_free(ssl); }
};
template <class T>
using OpensslPtr = std::unique_ptr<T, OpensslFree>;

/// A memory BIO that reads `text`, which outlives it.
inline OpensslPtr<BIO> reader_of(std::string_view text) {
    return OpensslPtr<BIO>{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
}

/// SHA-256 of a certificate's DER form: 64 lower-case hexadecimal digits.
[[nodiscard]] std::string fingerprint_of(const X509& certificate);

}  // namespace brusio::filter
