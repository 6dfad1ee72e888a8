#include "core/table/csv.hpp"
#include "findings_of.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

using namespace panorama;
using namespace std::string_literals;
using Charset = CsvForm::Charset;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rowsOf(const Sheet& sheet)
{
    Rows rows;
    for (int row = 0; row < sheet.rowCount(); ++row) {
        rows.emplace_back();
        for (int column = 0; column < sheet.columnCount(); ++column)
            rows.back().emplace_back(sheet.text({row, column}));
    }
    return rows;
}

std::string shown(const Rows& rows)
{
    std::string text;
    for (const auto& row : rows) {
        for (const auto& cell : row)
            text += "[" + cell + "]";
        text += "\n";
    }
    return text;
}

std::string inUtf16(std::u16string_view text, bool bigEndian)
{
    std::string bytes = bigEndian ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

BOOST_AUTO_TEST_SUITE(csv)

BOOST_AUTO_TEST_CASE(cells_rows_and_quotes)
{
    const struct
    {
        std::string_view what;
        std::string text;
        Rows rows;
        char separator = ',';
        bool unclosed = false;
    } rows[] = {
        {"nothing", "", {}},
        {"one cell", "a", {{"a"}}},
        {"a last line end starts no row", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
        {"nor need it be there", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
        {"CRLF", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
        {"CR alone", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}}},
        {"mixed line ends", "a,b\n1,2\r\n3,4\r5,6", {{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}}},
        {"empty cells", "a,,c\n,2,\n", {{"a", "", "c"}, {"", "2", ""}}},
        {"empty lines stay rows", "a,b\n\n1,2\n", {{"a", "b"}, {"", ""}, {"1", "2"}}},
        {"spaces are part of a cell", " a , b \n1,2\n", {{" a ", " b "}, {"1", "2"}}},
        {"rows of different lengths",
         "a,b,c\n1\n1,2,3,4\n",
         {{"a", "b", "c", ""}, {"1", "", "", ""}, {"1", "2", "3", "4"}}},
        {"quoted", "\"a\",\"b\"\n1,2\n", {{"a", "b"}, {"1", "2"}}},
        {"a separator in quotes", "a,b\n\"1,5\",2\n", {{"a", "b"}, {"1,5", "2"}}},
        {"doubled quotes", "a,b\n\"dit \"\"X\"\"\",2\n", {{"a", "b"}, {"dit \"X\"", "2"}}},
        {"only doubled quotes", "a,b\n\"\"\"\",2\n", {{"a", "b"}, {"\"", "2"}}},
        {"empty quotes", "a,b\n\"\",2\n", {{"a", "b"}, {"", "2"}}},
        {"a line end in quotes", "a,b\n\"l1\nl2\r\nl3\",2\n", {{"a", "b"}, {"l1\nl2\r\nl3", "2"}}},
        {"a quote within a cell is a character", "a,b\n5\" disque,2\n", {{"a", "b"}, {"5\" disque", "2"}}},
        {"nothing is lost behind a closing quote", "a,b\n\"x\" y,2\n", {{"a", "b"}, {"x y", "2"}}},
        {"a quote that is not closed", "a,b\n\"1,2\n3,4\n", {{"a", "b"}, {"1,2\n3,4\n", ""}}, ',', true},
        {"not closed but for a doubled one", "a,b\n1,\"x\"\"", {{"a", "b"}, {"1", "x\""}}, ',', true},
        {"a quote at the very end", "a,b\n1,\"", {{"a", "b"}, {"1", ""}}, ',', true},
        {"semicolons", "a;b;c\n1,5;2;3\n", {{"a", "b", "c"}, {"1,5", "2", "3"}}, ';'},
        {"semicolons and decimal commas",
         "Nom;Coût\nA;12,5\nB;3,5\n",
         {{"Nom", "Coût"}, {"A", "12,5"}, {"B", "3,5"}},
         ';'},
        {"tabs", "a\tb\n1,5\t2;3\n", {{"a", "b"}, {"1,5", "2;3"}}, '\t'},
        {"bars", "a|b|c\n1|2,5|3\n", {{"a", "b", "c"}, {"1", "2,5", "3"}}, '|'},
        {"a separator in a quoted text does not count",
         "a;b\n\"1, 2, 3, 4\";2\n\"5, 6, 7, 8\";3\n",
         {{"a", "b"}, {"1, 2, 3, 4", "2"}, {"5, 6, 7, 8", "3"}},
         ';'},
        {"a title above the header",
         "Panorama, 14e édition\n\na;b;c\n1;2;3\n4;5;6\n",
         {{"Panorama, 14e édition", "", ""}, {"", "", ""}, {"a", "b", "c"}, {"1", "2", "3"}, {"4", "5", "6"}},
         ';'},
        {"one column", "Nom\nA\nB\n", {{"Nom"}, {"A"}, {"B"}}},
        {"nothing becomes a formula, a number or a date",
         "a,b,c,d\n=1+1,+3,@x,0123\n-2,1e3,2015-04-01,TRUE\n",
         {{"a", "b", "c", "d"}, {"=1+1", "+3", "@x", "0123"}, {"-2", "1e3", "2015-04-01", "TRUE"}}},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
        {
            const auto csv = parseCsv(row.text, "f");
            BOOST_REQUIRE(csv.has_value());
            BOOST_TEST(shown(rowsOf(csv->sheet)) == shown(row.rows));
            BOOST_TEST(csv->form.separator == row.separator);
            BOOST_TEST(csv->form.unclosedQuote == row.unclosed);
            BOOST_TEST((csv->sheet.origin() == CellOrigin::plainText));
        }
}

BOOST_AUTO_TEST_CASE(every_cell_is_text)
{
    const auto csv = parseCsv("a,b\n12,=A1\n", "f");
    BOOST_TEST((csv->sheet.kind({1, 0}) == CellKind::text));
    BOOST_TEST((csv->sheet.kind({1, 1}) == CellKind::text));
}

BOOST_AUTO_TEST_CASE(charsets)
{
    const struct
    {
        std::string_view what;
        std::string bytes;
        std::string cell; // A1
        Charset charset;
    } rows[] = {
        {"ASCII", "Nom,Phase\n", "Nom", Charset::utf8},
        {"UTF-8", "Réalisation à 5 €,b\n", "Réalisation à 5 €", Charset::utf8},
        {"UTF-8 with a mark", "\xEF\xBB\xBFRéalisation,b\n", "Réalisation", Charset::utf8WithMark},
        {"a mark alone", "\xEF\xBB\xBF", "", Charset::utf8WithMark},
        {"four bytes", "\xF0\x9F\x98\x80,b\n", "\xF0\x9F\x98\x80", Charset::utf8},
        {"UTF-16, low byte first", inUtf16(u"Réalisation,b\n", false), "Réalisation", Charset::utf16},
        {"UTF-16, high byte first", inUtf16(u"Réalisation,b\n", true), "Réalisation", Charset::utf16},
        {"UTF-16 with a pair", inUtf16(u"\U0001F600,b\n", false), "\xF0\x9F\x98\x80", Charset::utf16},
        {"UTF-16 with half of a pair", inUtf16(std::u16string{0xD83D, u'x', u',', u'b'}, true), "\uFFFDx",
         Charset::utf16},
        {"UTF-16 cut off within a unit", inUtf16(u"a,b", false) + "c", "a", Charset::utf16},
        {"Windows-1252",
         "R\xE9"
         "alisation,b\n",
         "Réalisation", Charset::windows1252},
        {"Windows-1252 beyond Latin-1",
         "5 \x80 \x96 l\x92"
         "avis \x9C"
         "uvre,b\n",
         "5 € – l’avis œuvre", Charset::windows1252},
        {"a byte that means nothing there", "a\x81,\xE9\n", "a\uFFFD", Charset::windows1252},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
        {
            const auto csv = parseCsv(row.bytes, "f");
            BOOST_REQUIRE(csv.has_value());
            BOOST_TEST(csv->sheet.text({0, 0}) == row.cell);
            BOOST_TEST((csv->form.charset == row.charset));
        }
}

BOOST_AUTO_TEST_CASE(what_is_no_csv_is_refused)
{
    const struct
    {
        std::string_view what;
        std::string bytes;
        CsvProblem problem;
    } rows[] = {
        {"a null character", "a,b\n1,\0\n"s, CsvProblem::binary},
        {"only null characters", std::string(1000, '\0'), CsvProblem::binary},
        {"a zip, as .xlsx files are", "PK\x03\x04\x14\0\x06\0"s, CsvProblem::binary},
        {"UTF-16 without a mark", inUtf16(u"a,b\n", false).substr(2), CsvProblem::binary},
        {"more columns than a sheet has", std::string(16384, ','), CsvProblem::tooLarge},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
        {
            const auto csv = parseCsv(row.bytes, "f");
            BOOST_REQUIRE(!csv.has_value());
            BOOST_TEST((csv.error() == row.problem));
        }
    BOOST_TEST(parseCsv(std::string(16383, ','), "f").has_value());
}

BOOST_AUTO_TEST_CASE(files)
{
    const auto folder = std::filesystem::temp_directory_path() / "panorama-test-csv";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "Édition 14.csv", std::ios::binary) << "Nom;Coût\r\nA;12,5\r\n";

    const auto csv = readCsv(folder / "Édition 14.csv");
    BOOST_REQUIRE(csv.has_value());
    BOOST_TEST(csv->sheet.name() == "Édition 14");
    BOOST_TEST(csv->sheet.text({1, 1}) == "12,5");
    for (const auto& path : {folder / "absent.csv", folder}) {
        const auto none = readCsv(path);
        BOOST_REQUIRE(!none.has_value());
        BOOST_TEST((none.error() == CsvProblem::unreadable));
    }
    std::filesystem::remove_all(folder);
}

BOOST_AUTO_TEST_CASE(a_header_is_found_below_a_title)
{
    const Sheet sheet = test::csvSheet(
        "Panorama des grands projets;;\n;;\nNom du projet;Phase;Coût estimé\nA;Déploiement;12,5\n");
    const auto tables = findTables(sheet, test::library().columns);
    BOOST_REQUIRE(tables.size() == 1U);
    BOOST_TEST(tables[0].headerRow() == 2);
    BOOST_TEST(tables[0].rowCount() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
