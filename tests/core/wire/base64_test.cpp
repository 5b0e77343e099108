#include "core/wire/base64.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace brusio::wire {
namespace {

TEST(Base64, is_what_the_specification_says) {
    // RFC 4648 section 10.
    const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : vectors) {
        EXPECT_EQ(encode_base64(bytes), text);
        EXPECT_EQ(decode_base64(text), bytes);
    }
}

TEST(Base64, refuses_what_nothing_is_encoded_to) {
    for (const char* text : {"Zg", "Zg=", "Zg===", "====", "Z===", "=Zg=", "Zh==", "Zm9=", "Z-_=",
                             "Zg==Zg==", " Zg==", "Zg==\n"}) {
        EXPECT_FALSE(decode_base64(text)) << text;
    }
}

RC_GTEST_PROP(Base64, gives_back_what_it_took, (const std::string& bytes)) {
    RC_ASSERT(decode_base64(encode_base64(bytes)) == bytes);
}

RC_GTEST_PROP(Base64, has_one_text_for_each_value, (const std::string& text)) {
    const auto bytes = decode_base64(text);
    if (bytes) RC_ASSERT(encode_base64(*bytes) == text);
}

}  // namespace
}  // namespace brusio::wire
