#include "core/text/fold.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

using namespace panorama;

BOOST_AUTO_TEST_SUITE(fold_text)

BOOST_AUTO_TEST_CASE(spellings_of_the_same_thing_fold_alike)
{
    constexpr struct
    {
        std::string_view text;
        std::string_view key;
    } rows[] = {
        {"", ""},
        {"   ", ""},
        {"-", ""},
        {"Projet", "projet"},
        {"Conception/Réalisation", "conception realisation"},
        {" CONCEPTION - REALISATION", "conception realisation"},
        {"Conception / Réalisation\n", "conception realisation"},
        {"ÀÂÇÉÈÊËÎÏÔÙÛÜŸ", "aaceeeeiiouuuy"},
        {"Re\u0301vision", "revision"}, // e and a combining accent
        {"Expérimentation", "experimentation"},
        {"Ministère\u00A0de\u202Fla\u2009Justice", "ministere de la justice"},
        {"Appel d’offres", "appel d offres"},
        {"Appel d'offres", "appel d offres"},
        {"M€", "meur"},
        {"k€", "keur"},
        {"Coût (en M€)", "cout en meur"},
        {"Cœur", "coeur"},
        {"ŒUVRE", "oeuvre"},
        {"Ægir", "aegir"},
        {"Straße", "strasse"},
        {"R&D", "r et d"},
        {"R & D", "r et d"},
        {"N° 2", "n 2"},
        {"ﬁche", "fiche"}, // the ligature of f and i
        {"a\xFF"
         "b",
         "a b"}, // a byte that is no UTF-8
        {"\xC3", ""},
        {"Проект", "проект"},
        {"ALT\u200BAÏR", "altair"}, // what cannot be seen is not there
        {"BOUSSOLE\u200E", "boussole"},
        {"\uFEFFNom", "nom"},
        {"Minis\u00ADtère", "ministere"},
        {"\u202Aa\u2066b\u2060c\u202E", "abc"},
        {"\u200B \u200B", ""},
        {"a\u200B b", "a b"},
        {"a\u3000b\u2028c\u1680d", "a b c d"}, // spaces of other scripts
        {"1\u2065", "1"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.text) BOOST_TEST(fold(row.text) == row.key);
}

BOOST_AUTO_TEST_CASE(different_things_stay_apart)
{
    BOOST_TEST(fold("M€") != fold("k€"));
    BOOST_TEST(fold("Phase 1") != fold("Phase 2"));
    BOOST_TEST(fold("SIRHEN") != fold("SIRH EN"));
}

BOOST_AUTO_TEST_CASE(trimming_takes_every_kind_of_space)
{
    constexpr struct
    {
        std::string_view text;
        std::string_view trimmed;
    } rows[] = {
        {"", ""},
        {" \t\r\n", ""},
        {"Ministère porteur ", "Ministère porteur"},
        {"\u00A0A\u00A0B\u202F", "A\u00A0B"},
        {"\uFEFFNom", "Nom"},
        {"\u200BNom\u200B ", "Nom"},
        {"\u3000Nom\u2009\u2028", "Nom"},
        {"\u200E Nom\u00AD\u202C", "Nom"},
        {"Nom\u200Bdu projet", "Nom\u200Bdu projet"}, // only at the ends
        {"\xA0Nom\x80", "\xA0Nom\x80"},               // bytes that are no UTF-8
        {"\u200B", ""},
        {"é", "é"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.text) BOOST_TEST(trimmed(row.text) == row.trimmed);
}

BOOST_AUTO_TEST_CASE(utf8_is_told_from_other_bytes)
{
    constexpr struct
    {
        std::string_view bytes;
        bool valid;
    } rows[] = {
        {"", true},
        {"abc", true},
        {"Réalisation", true},
        {"\xF0\x9F\x98\x80", true},
        {"R\xE9"
         "alisation",
         false},                 // Windows-1252
        {"\xC3", false},         // cut off
        {"\xC0\xAF", false},     // overlong
        {"\xED\xA0\x80", false}, // half of a UTF-16 pair
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.bytes) BOOST_TEST(isUtf8(row.bytes) == row.valid);
}

BOOST_AUTO_TEST_CASE(edit_distance_stops_above_its_limit)
{
    constexpr struct
    {
        std::string_view a;
        std::string_view b;
        int limit;
        int distance;
    } rows[] = {
        {"", "", 3, 0},
        {"justice", "justice", 3, 0},
        {"justise", "justice", 3, 1},
        {"justic", "justice", 3, 1},
        {"jutsice", "justice", 3, 2}, // a swap is two edits
        {"kitten", "sitting", 3, 3},
        {"kitten", "sitting", 2, 3}, // more than the limit: limit + 1
        {"abc", "", 2, 3},
        {"aaaaaaaa", "bbbbbbbb", 3, 4},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.a << " " << row.b)
    BOOST_TEST(editDistance(row.a, row.b, row.limit) == row.distance);
}

BOOST_AUTO_TEST_SUITE_END()
