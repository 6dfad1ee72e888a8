#include "core/text/plain_text.hpp"

#include <boost/test/unit_test.hpp>
#include <string_view>

using namespace panorama;

BOOST_AUTO_TEST_SUITE(plain_text)

BOOST_AUTO_TEST_CASE(odd_characters_change_nothing)
{
    using enum OddCharacter::Kind;
    constexpr struct
    {
        std::string_view text, plain;
        char32_t code = 0; ///< 0: nothing odd
        OddCharacter::Kind kind = invisible;
    } rows[] = {
        {"", ""},
        {"12,5", "12,5"},
        {"  12,5 ", "12,5"},
        {"L'été", "L'été"},
        {"été à 12,5 M€", "été à 12,5 M€"},
        {"\u200E12,5", "12,5", 0x200E},
        {"\u00AD12,5", "12,5", 0xAD},
        {"12\u200B,5", "12,5", 0x200B},
        {"12,5\uFEFF", "12,5", 0xFEFF},
        {"\u202A12,5\u202C", "12,5", 0x202A},
        {"\u206612,5\u2069", "12,5", 0x2066},
        {"\u206012,5", "12,5", 0x2060},
        {"1\u00A0234", "1 234", 0xA0, space},
        {"1\u202F234", "1 234", 0x202F, space},
        {"1\u3000234", "1 234", 0x3000, space},
        {"1\u00A0234\u200E", "1 234", 0x200E}, // a mark goes before a space
        {"\uFF11\uFF12", "12", 0xFF11, fullWidth},
        {"\u221212", "-12", 0x2212, minus},
        {"'12", "12", '\'', apostrophe},
        {" \u2019 12", "12", 0x2019, apostrophe},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.text)
        {
            BOOST_TEST(plainText(row.text) == row.plain);
            const auto odd = oddCharacterIn(row.text);
            BOOST_TEST(odd.has_value() == (row.code != 0));
            if (!odd) continue;
            BOOST_TEST(static_cast<unsigned>(odd->code) == static_cast<unsigned>(row.code));
            BOOST_TEST((odd->kind == row.kind));
        }
}

BOOST_AUTO_TEST_CASE(a_symbol_is_a_word_of_its_own)
{
    BOOST_TEST(wordKey("Été") == "ete");
    BOOST_TEST(wordKey(" ✓ ") == "✓");
    BOOST_TEST(wordKey("☀\uFE0F") == "☀");
    BOOST_TEST(wordKey("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
