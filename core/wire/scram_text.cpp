#include "core/wire/scram_text.h"

#include <algorithm>
#include <charconv>

#include "core/base/assert.h"
#include "core/wire/base64.h"
#include "core/wire/scram_client_text.h"

namespace brusio::wire {

namespace {

/// Takes what stands before the next comma, and the comma.
std::string_view take_part(std::string_view& text) {
    const std::size_t comma = text.find(',');
    const std::string_view part = text.substr(0, comma);
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    return part;
}

/// The value of "x=value", or nothing.
std::optional<std::string_view> value_of(std::string_view part, char attribute) {
    if (part.size() < 2 || part[0] != attribute || part[1] != '=') return std::nullopt;
    return part.substr(2);
}

/// RFC 5802 section 5.1: "=2C" is a comma and "=3D" an equals sign; no other "=" may be there.
std::optional<std::string> decode_name(std::string_view text) {
    std::string name;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '=') {
            name += text[at];
            continue;
        }
        const std::string_view code = text.substr(at, 3);
        if (code != "=2C" && code != "=3D") return std::nullopt;
        name += code == "=2C" ? ',' : '=';
        at += 2;
    }
    return name;
}

std::string encode_name(std::string_view name) {
    std::string encoded;
    for (const char c : name) {
        if (c == ',') {
            encoded += "=2C";
        } else if (c == '=') {
            encoded += "=3D";
        } else {
            encoded += c;
        }
    }
    return encoded;
}

bool is_nonce(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(),
                                        [](char c) { return c > ' ' && c < '\x7F' && c != ','; });
}

}  // namespace

std::optional<ScramClientFirst> parse_scram_client_first(std::string_view text) {
    ScramClientFirst first;
    std::string_view rest = text;
    const std::string_view binding = take_part(rest);
    if (binding != "n" && binding != "y") return std::nullopt;
    const std::string_view authzid = take_part(rest);
    if (!authzid.empty()) {
        const auto value = value_of(authzid, 'a');
        const auto name = value ? decode_name(*value) : std::nullopt;
        if (!name) return std::nullopt;
        first.authzid = *name;
    }
    first.gs2_header = text.substr(0, text.size() - rest.size());
    first.bare = rest;
    const auto encoded = value_of(take_part(rest), 'n');
    const auto name = encoded ? decode_name(*encoded) : std::nullopt;
    const auto nonce = value_of(take_part(rest), 'r');
    if (!name || name->empty() || !nonce || !is_nonce(*nonce)) return std::nullopt;
    first.name = *name;
    first.nonce = *nonce;
    BRUSIO_ASSERT(first.gs2_header.ends_with(','));
    return first;
}

std::optional<ScramClientFinal> parse_scram_client_final(std::string_view text) {
    ScramClientFinal message;
    const std::size_t proof_at = text.rfind(",p=");
    if (proof_at == std::string_view::npos) return std::nullopt;
    const auto proof = decode_base64(text.substr(proof_at + 3));
    std::string_view rest = text.substr(0, proof_at);
    message.without_proof = rest;
    const auto binding = value_of(take_part(rest), 'c');
    const auto header = binding ? decode_base64(*binding) : std::nullopt;
    const auto nonce = value_of(take_part(rest), 'r');
    if (!proof || !header || !nonce) return std::nullopt;
    message.gs2_header = *header;
    message.nonce = *nonce;
    message.proof = *proof;
    return message;
}

std::string scram_server_first(std::string_view nonce, std::string_view salt,
                               std::uint32_t iterations) {
    BRUSIO_ASSERT(is_nonce(nonce) && iterations > 0);
    return "r=" + std::string{nonce} + ",s=" + encode_base64(salt) +
           ",i=" + std::to_string(iterations);
}

std::string scram_server_final(std::string_view signature) {
    return "v=" + encode_base64(signature);
}

std::string scram_client_first_bare(std::string_view name, std::string_view nonce) {
    BRUSIO_ASSERT(!name.empty() && is_nonce(nonce));
    return "n=" + encode_name(name) + ",r=" + std::string{nonce};
}

std::optional<ScramServerFirst> parse_scram_server_first(std::string_view text,
                                                         std::string_view client_nonce) {
    std::string_view rest = text;
    const auto nonce = value_of(take_part(rest), 'r');
    const auto encoded = value_of(take_part(rest), 's');
    const auto count = value_of(take_part(rest), 'i');
    const auto salt = encoded ? decode_base64(*encoded) : std::nullopt;
    if (!nonce || !is_nonce(*nonce) || !salt || salt->empty() || !count) return std::nullopt;
    if (nonce->size() <= client_nonce.size() || !nonce->starts_with(client_nonce)) {
        return std::nullopt;
    }
    ScramServerFirst first{std::string{*nonce}, *salt, 0};
    const char* const end = count->data() + count->size();
    const auto read = std::from_chars(count->data(), end, first.iterations);
    if (read.ec != std::errc{} || read.ptr != end || first.iterations == 0) return std::nullopt;
    return first;
}

std::string scram_client_final_without_proof(std::string_view nonce) {
    return "c=" + encode_base64("n,,") + ",r=" + std::string{nonce};
}

std::string scram_client_final(std::string_view without_proof, std::string_view proof) {
    return std::string{without_proof} + ",p=" + encode_base64(proof);
}

std::optional<std::string> parse_scram_server_final(std::string_view text) {
    std::string_view rest = text;
    const auto signature = value_of(take_part(rest), 'v');
    return signature ? decode_base64(*signature) : std::nullopt;
}

}  // namespace brusio::wire
