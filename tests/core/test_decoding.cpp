#include "core/reading/decoding.hpp"

#include <boost/test/unit_test.hpp>
#include <iconv.h>
#include <string>
#include <string_view>
#include <vector>

using namespace panorama;
using namespace std::string_literals;

namespace {

/// A text as another charset writes it.
std::string in(const char* charset, std::string text)
{
    iconv_t converter = iconv_open(charset, "UTF-8");
    std::string bytes(4 * text.size(), '\0');
    char *from = text.data(), *to = bytes.data();
    std::size_t left = text.size(), room = bytes.size();
    const auto result = iconv(converter, &from, &left, &to, &room);
    iconv_close(converter);
    BOOST_REQUIRE(result != static_cast<std::size_t>(-1));
    bytes.resize(bytes.size() - room);
    return bytes;
}

/// A text whose UTF-8 was taken for a charset and encoded once more.
std::string twice(const char* charset, const std::string& text)
{
    iconv_t converter = iconv_open("UTF-8", charset);
    std::string given = text, result(8 * text.size(), '\0');
    char *from = given.data(), *to = result.data();
    std::size_t left = given.size(), room = result.size();
    BOOST_REQUIRE(iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1));
    iconv_close(converter);
    result.resize(result.size() - room);
    return result;
}

const std::string table = "Nom du projet;Ministère porteur;Date de début;Coût estimé (M€)\r"
                          "ALTAÏR;Ministère de l'Intérieur;août 2024;18,4\r"
                          "BOUSSOLE;Ministère de la Justice;février 2025;11,2\r";
const std::string withoutEuro = "Ministère;Début;Durée\r\nÉcologie;décembre;à préciser\r\n";

} // namespace

BOOST_AUTO_TEST_SUITE(decoding)

BOOST_AUTO_TEST_CASE(texts_and_charsets)
{
    using enum Certainty;
    const struct
    {
        std::string_view what;
        std::string bytes;
        std::string text;
        std::string charset;
        Certainty certainty = certain;
        std::size_t damages = 0;
    } rows[] = {
        {"nothing", "", "", "UTF-8"},
        {"a mark alone", "\xEF\xBB\xBF", "", "UTF-8"},
        {"ASCII", "a,b\r\n1,2\r3\n", "a,b\r\n1,2\r3\n", "UTF-8"},
        {"one line", "Ministère", "Ministère", "UTF-8"},
        {"UTF-8", table, table, "UTF-8"},
        {"UTF-8 of other scripts", "Проект 計画 \xF0\x9F\x98\x80", "Проект 計画 \xF0\x9F\x98\x80", "UTF-8"},
        {"words with Â and Ô", "HÔPITAL ÂGE Âme â 5 €", "HÔPITAL ÂGE Âme â 5 €", "UTF-8"},
        {"Windows-1252", in("CP1252", table), table, "Windows-1252"},
        {"Windows-1252 behind a mark", "\xEF\xBB\xBF" + in("CP1252", table), table, "Windows-1252"},
        {"one word of Windows-1252",
         "R\xE9"
         "alisation,b\n",
         "Réalisation,b\n", "Windows-1252", likely},
        {"a name of Windows-1252", "ALTA\xCFR;x\n", "ALTAÏR;x\n", "Windows-1252", likely},
        {"typographic signs of Windows-1252",
         "5 \x80 \x96 l\x92"
         "avis \x9C"
         "uvre\n",
         "5 € – l’avis œuvre\n", "Windows-1252", likely},
        {"ISO-8859-15", in("ISO-8859-15", table + "mise en œuvre"), table + "mise en œuvre", "ISO-8859-15"},
        {"MacRoman, CR line ends", in("MACINTOSH", table), table, "MacRoman"},
        {"MacRoman in capitals", in("MACINTOSH", "MINISTÈRE;DÉBUT;COÛT;ÉTÉ\r"), "MINISTÈRE;DÉBUT;COÛT;ÉTÉ\r",
         "MacRoman"},
        {"MacRoman quotes", in("MACINTOSH", table + "« l’été »…"), table + "« l’été »…", "MacRoman"},
        {"CP850", in("CP850", withoutEuro), withoutEuro, "CP850"},
        {"CP850 with its euro", in("CP858", table), table, "CP850"},
        {"CP850 with boxes", in("CP850", "╔═══╗\r\n║ Début ║\r\n╚═══╝\r\n├────┤ Ministère, coût, durée"),
         "╔═══╗\r\n║ Début ║\r\n╚═══╝\r\n├────┤ Ministère, coût, durée", "CP850"},
        {"UTF-16 with a mark", in("UTF-16LE", "\uFEFF" + table), table, "UTF-16"},
        {"UTF-16, high byte first", in("UTF-16BE", "\uFEFF" + table), table, "UTF-16"},
        {"UTF-16 without a mark", in("UTF-16LE", table), table, "UTF-16LE", likely},
        {"UTF-16 without a mark, high byte first", in("UTF-16BE", table), table, "UTF-16BE", likely},
        {"UTF-16 with an odd byte", in("UTF-16LE", "\uFEFFa;é") + "x", "a;é", "UTF-16", certain, 1},
        {"UTF-16 with pairs", in("UTF-16BE", "\uFEFF\U0001F600"), "\U0001F600", "UTF-16"},
        {"UTF-16 with the first half of a pair", "\xFE\xFF\xD8\x3D\0x"s, "\uFFFDx", "UTF-16", certain, 1},
        {"UTF-16 with the second half of a pair", "\xFE\xFF\xDE\0\0x"s, "\uFFFDx", "UTF-16", certain, 1},
        {"UTF-16 cut off in a pair", "\xFF\xFEx\0\x3D\xD8"s, "x\uFFFD", "UTF-16", certain, 1},
        {"UTF-8 with one stray byte", table + "Caf\xE9 noir", table + "Café noir", "UTF-8", certain, 1},
        {"UTF-8 with as many stray bytes", "né caf\xE9", "né café", "UTF-8", likely, 1},
        {"UTF-8 with a byte that is no letter", table + "x\xC3", table + "x\uFFFD", "UTF-8", certain, 1},
        {"UTF-8 that ends within a character", table + "x\xE2\x82", table + "xâ\uFFFD", "UTF-8", likely, 2},
        {"a half of a UTF-16 pair in UTF-8", table + "x\xED\xA0\xBDy", table + "x\uFFFDy", "UTF-8", likely,
         1},
        {"longer than need be", table + "\xC0\xAF", table + "À\uFFFD", "UTF-8", likely, 2},
        {"what another program lost", "Minist\uFFFDre né", "Minist\uFFFDre né", "UTF-8", certain, 1},
        {"nulls between cells", "a;b\0\0;c\0\n1;2;3\n"s, "a;b;c\n1;2;3\n", "UTF-8", certain, 2},
        {"a null in a word", "a;b\n1;d\0e\n"s, "a;b\n1;d\uFFFDe\n", "UTF-8", certain, 1},
        {"a disk that was full", "a;b\n1;2\n\0\0\0\0"s, "a;b\n1;2\n", "UTF-8", certain, 1},
        {"nulls in Windows-1252", in("CP1252", table) + "\0;"s, table + ";", "Windows-1252", certain, 1},
        {"encoded twice", twice("CP1252", "Réalisé né œuf l’été 5 €"), "Réalisé né œuf l’été 5 €", "UTF-8",
         certain, 8},
        {"encoded twice in part", "Début;" + twice("CP1252", "été"), "Début;été", "UTF-8", certain, 2},
        {"encoded twice as Latin-1", twice("ISO-8859-1", "À l’École"), "À l’École", "UTF-8", certain, 3},
        {"encoded twice by way of MacRoman", twice("MACINTOSH", "À l’été"), "À l’été", "UTF-8", certain, 4},
        {"encoded twice by way of CP850", twice("CP850", "l’été, le côté"), "l’été, le côté", "UTF-8",
         certain, 5},
        {"encoded three times", twice("CP1252", twice("CP1252", "né")), "né", "UTF-8", certain, 1},
        {"lost, then encoded twice", "n\u00EF\u00BF\u00BD", "n\uFFFD", "UTF-8", certain, 1},
        {"boxes are none", "├┤ ┬┐ ├──┤", "├┤ ┬┐ ├──┤", "UTF-8"},
        {"encoded twice in Windows-1252", in("CP1252", table + "Ã©"), table + "é", "Windows-1252", certain,
         1},
        {"a very long line", std::string(3'000'000, 'x') + "é", std::string(3'000'000, 'x') + "é", "UTF-8"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
        {
            const auto decoded = decode(row.bytes);
            BOOST_REQUIRE(decoded.has_value());
            BOOST_TEST(decoded->text() == row.text);
            const DecodingEvidence& evidence = decoded->evidence();
            BOOST_TEST(evidence.charset == row.charset);
            BOOST_TEST(static_cast<int>(evidence.certainty) == static_cast<int>(row.certainty));
            BOOST_TEST(evidence.damages == row.damages);
            BOOST_TEST(evidence.places.size() == row.damages);
        }
}

BOOST_AUTO_TEST_CASE(what_is_no_text_is_refused)
{
    const struct
    {
        std::string_view what;
        std::string bytes;
        DecodingProblem problem;
    } rows[] = {
        {"only nulls", std::string(1000, '\0'), DecodingProblem::binary},
        {"a zip, as .xlsx files are", "PK\x03\x04\x14\0\x06\0\x08\0"s, DecodingProblem::binary},
        {"an OLE file, as .xls files are", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0\0\0\0\0\x3E\0\x03\0"s,
         DecodingProblem::binary},
        {"nulls in UTF-16",
         "\xFF\xFE"
         "a\0\0\0"s,
         DecodingProblem::binary},
        {"UTF-32", "\xFF\xFE\0\0a\0\0\0"s, DecodingProblem::utf32},
        {"UTF-32, high byte first", "\0\0\xFE\xFF\0\0\0a"s, DecodingProblem::utf32},
        {"UTF-32 without a mark", in("UTF-32LE", table), DecodingProblem::utf32},
        {"UTF-32 without a mark, high byte first", in("UTF-32BE", table), DecodingProblem::utf32},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
        {
            const auto decoded = decode(row.bytes);
            BOOST_REQUIRE(!decoded.has_value());
            BOOST_TEST((decoded.error() == row.problem));
        }
}

BOOST_AUTO_TEST_CASE(what_may_be_read_otherwise_says_so)
{
    const auto decoded = decode("x \xD6y\n"); // a capital in two charsets
    BOOST_REQUIRE(decoded.has_value());
    const DecodingEvidence& evidence = decoded->evidence();
    BOOST_TEST((evidence.certainty == Certainty::ambiguous));
    BOOST_TEST(!evidence.otherCharsets.empty());
    BOOST_REQUIRE(evidence.places.size() == 1U);
    BOOST_TEST((evidence.places[0].kind == DamageKind::uncertain));
}

BOOST_AUTO_TEST_CASE(the_words_at_hand_decide)
{
    const std::string bytes = "c\x82\x8A"; // "cÇä" or "céè", were there such words
    KnownWords words;
    words.add("céè");
    const auto decoded = decode(bytes, words);
    BOOST_REQUIRE(decoded.has_value());
    BOOST_TEST(decoded->evidence().charset == "CP850");
}

BOOST_AUTO_TEST_CASE(damages_say_where_and_how)
{
    const auto decoded = decode("né\r\né\xE8 \xFE\r"
                                "a\0b\nÃ©"s);
    BOOST_REQUIRE(decoded.has_value());
    BOOST_TEST(decoded->text() == "né\r\néè \uFFFD\ra\uFFFDb\né");
    const auto& places = decoded->evidence().places;
    const struct
    {
        DamageKind kind;
        TextPosition position;
        std::string bytes;
        std::string_view read;
    } rows[] = {
        {DamageKind::strayByte, {2, 2}, "\xE8", "è"},
        {DamageKind::strayByte, {2, 4}, "\xFE", "\uFFFD"},
        {DamageKind::nullCharacter, {3, 2}, "\0"s, "\uFFFD"},
        {DamageKind::doubleEncoding, {4, 1}, "Ã©", "é"},
    };
    BOOST_REQUIRE(places.size() == std::size(rows));
    TextPositions positions(decoded->text());
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        BOOST_TEST((places[i].kind == rows[i].kind));
        BOOST_TEST(places[i].bytes == rows[i].bytes);
        BOOST_TEST(decoded->text().substr(places[i].offset, places[i].length) == rows[i].read);
        BOOST_TEST((positions.of(places[i].offset) == rows[i].position));
    }
}

BOOST_AUTO_TEST_SUITE_END()
