#include "transport/filter/self_signed.h"

#include <openssl/pem.h>
#include <openssl/rand.h>

#include <algorithm>
#include <ctime>
#include <optional>

#include "core/base/assert.h"
#include "transport/filter/openssl.h"

namespace brusio::filter {

namespace {

std::time_t seconds_of(WallTime time) { return static_cast<std::time_t>(time.unix_ms / 1000); }

/// What stands in a certificate's extension must not be able to end it.
bool is_name(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '.' || c == ':';
    });
}

bool is_address(const std::string& name) {
    const bool digits = std::all_of(name.begin(), name.end(),
                                    [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    return digits || name.find(':') != std::string::npos;
}

bool add_extension(X509* certificate, int kind, const std::string& value) {
    const OpensslPtr<X509_EXTENSION> extension{
        X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str())};
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

void set_serial(X509* certificate) {
    std::uint64_t serial = 0;
    BRUSIO_ASSERT(RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) == 1);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), (serial >> 1) | 1);
}

void set_subject(X509* certificate, const std::string& name) {
    X509_NAME* const subject = X509_get_subject_name(certificate);
    const std::string shown = name.substr(0, 64);  // what a common name may hold
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(shown.data()),
                               static_cast<int>(shown.size()), -1, 0);
    X509_set_issuer_name(certificate, subject);
}

/// Nothing, or the name that does not fit.
std::optional<std::string> set_names(X509* certificate, const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        if (!is_name(name)) return name;
        list += (list.empty() ? "" : ",") + std::string{is_address(name) ? "IP:" : "DNS:"} + name;
    }
    if (add_extension(certificate, NID_subject_alt_name, list)) return std::nullopt;
    return list;
}

std::string text_of(BIO* bio) {
    char* data = nullptr;
    const long bytes = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(bytes)};
}

}  // namespace

Result<std::string, std::string> make_self_signed(const SelfSigned& spec) {
    BRUSIO_ASSERT(!spec.names.empty());
    ERR_clear_error();
    const OpensslPtr<EVP_PKEY> key{EVP_EC_gen("P-256")};
    const OpensslPtr<X509> certificate{X509_new()};
    BRUSIO_ASSERT(key && certificate);
    X509_set_version(certificate.get(), X509_VERSION_3);
    set_serial(certificate.get());
    const auto lifetime = std::chrono::duration_cast<std::chrono::seconds>(spec.lifetime).count();
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), seconds_of(spec.from));
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), seconds_of(spec.from) + lifetime);
    set_subject(certificate.get(), spec.names.front());
    if (const auto wrong = set_names(certificate.get(), spec.names)) {
        return Err{"'" + *wrong + "' cannot stand in a certificate"};
    }
    add_extension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    add_extension(certificate.get(), NID_key_usage, "critical,digitalSignature");
    add_extension(certificate.get(), NID_ext_key_usage, "serverAuth");
    X509_set_pubkey(certificate.get(), key.get());
    BRUSIO_ASSERT(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);
    const OpensslPtr<BIO> out{BIO_new(BIO_s_mem())};
    BRUSIO_ASSERT(PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                           nullptr) == 1 &&
                  PEM_write_bio_X509(out.get(), certificate.get()) == 1);
    return text_of(out.get());
}

}  // namespace brusio::filter
