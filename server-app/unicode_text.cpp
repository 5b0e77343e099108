#include "server-app/unicode_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>
#include <unicode/usprep.h>

#include <memory>
#include <vector>

namespace brusio::server {

namespace {

icu::UnicodeString read(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
}

std::string skeleton_of(const USpoofChecker* checker, std::string_view name) {
    icu::UnicodeString text = read(name).foldCase();
    icu::UnicodeString skeleton;
    UErrorCode error = U_ZERO_ERROR;
    uspoof_getSkeletonUnicodeString(checker, 0, text, skeleton, &error);
    if (U_FAILURE(error)) return std::string{name};
    std::string result;
    // A look-alike of a small letter may be a capital ("0" is "O").
    skeleton.foldCase().toUTF8String(result);
    return result;
}

/// RFC 4013, as one asks for a password (section 2.5: characters that are newer than it may be in
/// it). Bogus if the profile forbids the text.
icu::UnicodeString saslprep(const icu::UnicodeString& text) {
    icu::UnicodeString bogus;
    bogus.setToBogus();
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UStringPrepProfile, decltype(&usprep_close)> profile{
        usprep_openByType(USPREP_RFC4013_SASLPREP, &error), usprep_close};
    if (U_FAILURE(error)) return bogus;
    std::vector<char16_t> prepared(static_cast<std::size_t>(text.length()) * 18 + 1);
    const std::int32_t length = usprep_prepare(
        profile.get(), text.getBuffer(), text.length(), prepared.data(),
        static_cast<std::int32_t>(prepared.size()), USPREP_ALLOW_UNASSIGNED, nullptr, &error);
    if (U_FAILURE(error)) return bogus;
    return {prepared.data(), length};
}

/// What clients that do not look for forbidden characters make of a text that has some.
icu::UnicodeString nearly_prepared(const icu::UnicodeString& text) {
    constexpr char16_t soft_hyphen = 0xAD;
    icu::UnicodeString mapped;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 letter = text.char32At(at);
        if (letter == soft_hyphen) continue;
        mapped += u_charType(letter) == U_SPACE_SEPARATOR ? UChar32{' '} : letter;
    }
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(error);
    icu::UnicodeString bogus;
    bogus.setToBogus();
    if (U_FAILURE(error)) return bogus;
    icu::UnicodeString result = nfkc->normalize(mapped, error);
    return U_FAILURE(error) ? bogus : result;
}

}  // namespace

std::function<std::string(std::string_view)> name_skeletons() {
    UErrorCode error = U_ZERO_ERROR;
    const std::shared_ptr<USpoofChecker> checker{uspoof_open(&error), uspoof_close};
    return [checker](std::string_view name) { return skeleton_of(checker.get(), name); };
}

std::string prepared_password(std::string_view password) {
    const icu::UnicodeString text = read(password);
    icu::UnicodeString prepared = saslprep(text);
    if (prepared.isBogus()) prepared = nearly_prepared(text);
    if (prepared.isBogus() || prepared.isEmpty()) return std::string{password};
    std::string result;
    prepared.toUTF8String(result);
    return result;
}

}  // namespace brusio::server
