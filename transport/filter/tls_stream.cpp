#include "transport/filter/tls_stream.h"

#include <algorithm>
#include <cstring>

#include "core/base/assert.h"
#include "transport/filter/openssl.h"

namespace brusio::filter {

namespace {

TlsStream& stream_of(BIO* bio) { return *static_cast<TlsStream*>(BIO_get_data(bio)); }

int read_wire(BIO* bio, char* into, std::size_t bytes_max, std::size_t* got) {
    std::string_view& wire = stream_of(bio).wire;
    BIO_clear_retry_flags(bio);
    *got = std::min(bytes_max, wire.size());
    if (*got == 0) {
        BIO_set_retry_read(bio);
        return 0;
    }
    std::memcpy(into, wire.data(), *got);
    wire.remove_prefix(*got);
    return 1;
}

int write_wire(BIO* bio, const char* from, std::size_t bytes, std::size_t* put) {
    BRUSIO_ASSERT(stream_of(bio).down != nullptr);
    BIO_clear_retry_flags(bio);
    stream_of(bio).down->append(from, bytes);
    *put = bytes;
    return 1;
}

long control_wire(BIO*, int command, long, void*) { return command == BIO_CTRL_FLUSH ? 1 : 0; }

}  // namespace

bio_method_st* make_stream_method() {
    BIO_METHOD* const method = BIO_meth_new(BIO_TYPE_SOURCE_SINK, "brusio filter");
    BRUSIO_ASSERT(method != nullptr);
    BIO_meth_set_read_ex(method, read_wire);
    BIO_meth_set_write_ex(method, write_wire);
    BIO_meth_set_ctrl(method, control_wire);
    return method;
}

bio_st* make_stream_bio(const bio_method_st* method, TlsStream& stream) {
    BIO* const bio = BIO_new(method);
    BRUSIO_ASSERT(bio != nullptr);
    BIO_set_data(bio, &stream);
    BIO_set_init(bio, 1);
    return bio;
}

}  // namespace brusio::filter
