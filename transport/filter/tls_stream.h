#pragma once

#include <string>
#include <string_view>

struct bio_st;
struct bio_method_st;

namespace brusio::filter {

/// The strings of one call, as OpenSSL reads from and writes to them. Between calls both are empty.
struct TlsStream {
    std::string_view wire;        // came from the peer, not yet taken
    std::string* down = nullptr;  // where bytes for the peer go
};

/// How OpenSSL reaches a TlsStream; freed with BIO_meth_free.
[[nodiscard]] bio_method_st* make_stream_method();

/// A BIO over `stream`, which outlives it; freed with the SSL that it is given to.
[[nodiscard]] bio_st* make_stream_bio(const bio_method_st* method, TlsStream& stream);

}  // namespace brusio::filter
