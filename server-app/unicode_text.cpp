#include "server-app/unicode_text.h"

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

}  // namespace

std::function<std::string(std::string_view)> name_skeletons() {
    UErrorCode error = U_ZERO_ERROR;
    const std::shared_ptr<USpoofChecker> checker{uspoof_open(&error), uspoof_close};
    return [checker](std::string_view name) { return skeleton_of(checker.get(), name); };
}

std::string prepared_password(std::string_view password) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UStringPrepProfile, decltype(&usprep_close)> profile{
        usprep_openByType(USPREP_RFC4013_SASLPREP, &error), usprep_close};
    const icu::UnicodeString text = read(password);
    std::vector<char16_t> prepared(static_cast<std::size_t>(text.length()) * 18 + 1);
    const std::int32_t length =
        usprep_prepare(profile.get(), text.getBuffer(), text.length(), prepared.data(),
                       static_cast<std::int32_t>(prepared.size()), USPREP_DEFAULT, nullptr, &error);
    if (U_FAILURE(error)) return std::string{password};
    std::string result;
    icu::UnicodeString{prepared.data(), length}.toUTF8String(result);
    return result;
}

}  // namespace brusio::server
