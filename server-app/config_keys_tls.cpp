#include <chrono>

#include "server-app/config_key_kinds.h"
#include "server-app/config_keys.h"

namespace brusio::server {

namespace {

using namespace std::chrono_literals;
using ClientCertificates = filter::TlsContext::ClientCertificates;

void add_certificate_keys(std::vector<ConfigKey>& keys) {
    keys.push_back(text_key(
        "tls", "certificate",
        "The server's certificate as a PEM file, followed by those that lead to its root. A\n"
        "relative path starts from the folder of this file. Left out: the server makes a\n"
        "self-signed one and says its fingerprint.",
        [](AppConfig& c) -> std::string& { return c.tls.certificate; }, file_name));
    keys.push_back(text_key(
        "tls", "key", "Its private key as a PEM file, not encrypted. May be the same file.",
        [](AppConfig& c) -> std::string& { return c.tls.key; }, file_name));
    keys.push_back(text_key(
        "tls", "self_signed_folder",
        "Where the self-signed certificate is kept (self-signed.pem). Left out: nowhere, and each\n"
        "start makes a new one.",
        [](AppConfig& c) -> std::string& { return c.tls.self_signed_folder; }, file_name));
    keys.push_back(choice_key<ClientCertificates>(
        "tls", "client_certificates",
        "ask: a client may show a certificate, and log in with it. ignore: it is not asked.",
        {{"ask", ClientCertificates::asked}, {"ignore", ClientCertificates::ignored}},
        [](AppConfig& c) -> ClientCertificates& { return c.tls.client_certificates; }));
}

void add_sts_keys(std::vector<ConfigKey>& keys) {
    keys.push_back(count_key(
        "tls", "sts_port",
        "Strict Transport Security: clients that come without TLS are sent to this port, where an\n"
        "ircs listener must be with a certificate that they trust. 0: they are not.",
        {[](AppConfig& c, std::int64_t value) {
             c.server.sts_port = static_cast<std::uint16_t>(value);
         },
         [](const AppConfig& c) { return std::int64_t{c.server.sts_port}; }},
        {0, 65'535}));
    keys.push_back(duration_key(
        "tls", "sts_duration",
        "For so long after each visit clients come with TLS only. 0s takes back what they were\n"
        "told before.",
        [](AppConfig& c) -> Duration& { return c.server.sts_duration; }, {0s, 24h * 3'650}));
}

}  // namespace

std::vector<ConfigKey> tls_keys() {
    std::vector<ConfigKey> keys;
    add_certificate_keys(keys);
    add_sts_keys(keys);
    return keys;
}

}  // namespace brusio::server
