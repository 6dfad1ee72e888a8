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
        std::vector<std::size_t> swallowed = {}; // rows, by each stray quote
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
        {"a quote that is not closed", "a,b\n\"1,2\n3,4\n", {{"a", "b"}, {"\"1", "2"}, {"3", "4"}}, ',', {1}},
        {"not closed but for a doubled one", "a,b\n1,\"x\"\"", {{"a", "b"}, {"1", "\"x\"\""}}, ',', {0}},
        {"a quote at the very end", "a,b\n1,\"", {{"a", "b"}, {"1", "\""}}, ',', {0}},
        {"a quote that would close in the midst of a later cell",
         "a;b\n\"1;2\n3;\"x;y\"\n5;6\n",
         {{"a", "b"}, {"\"1", "2"}, {"3", "x;y"}, {"5", "6"}},
         ';',
         {1}},
        {"two stray quotes, each the end of the other's row",
         "a;b;c\n\"1;2;3\n4;5\";6\n7;8;9\n",
         {{"a", "b", "c"}, {"\"1", "2", "3"}, {"4", "5\"", "6"}, {"7", "8", "9"}},
         ';',
         {1}},
        {"a stray quote before a quoted cell of the same row",
         "a;b;c\n\"1;2;\"x\"\n4;5;6\n",
         {{"a", "b", "c"}, {"\"1", "2", "x"}, {"4", "5", "6"}},
         ';',
         {0}},
        {"a cell of several lines with separators in it is one",
         "a;b;c\n1;\"x;y\nz;t\";3\n4;5;6\n",
         {{"a", "b", "c"}, {"1", "x;y\nz;t", "3"}, {"4", "5", "6"}},
         ';'},
        {"spaces behind the closing quote of several lines",
         "a;b\n\"x\ny\" ;2\n",
         {{"a", "b"}, {"x\ny ", "2"}},
         ';'},
        {"sep= is no row", "sep=;\r\na;b\r\n1,5;2\r\n", {{"a", "b"}, {"1,5", "2"}}, ';'},
        {"sep= in quotes, in capitals, filled up", "\"SEP=|\"||\na|b\n1|2", {{"a", "b"}, {"1", "2"}}, '|'},
        {"sep= and one column", "sep=;\na, b\nc, d\n", {{"a, b"}, {"c, d"}}, ';'},
        {"sep= alone", "sep=;", {}, ';'},
        {"a text that begins like sep=", "sep=arateur,b\n1,2\n", {{"sep=arateur", "b"}, {"1", "2"}}},
        {"decimal commas in every cell do not separate",
         "Projet;Initial;Actualisé;Écart\nA, B;1,5;2,5;3,5\nC, D;1,5;2,5;3,5\nE, F;1,5;2,5;3,5\nG, "
         "H;1,5;2,5;3,5\nI, J;1,5;2,5;3,5\n",
         {{"Projet", "Initial", "Actualisé", "Écart"},
          {"A, B", "1,5", "2,5", "3,5"},
          {"C, D", "1,5", "2,5", "3,5"},
          {"E, F", "1,5", "2,5", "3,5"},
          {"G, H", "1,5", "2,5", "3,5"},
          {"I, J", "1,5", "2,5", "3,5"}},
         ';'},
        {"titles and notes with a comma each do not separate",
         "Panorama, 14e édition\nÉtat au 1er mai, en M€\nSource, ministères\na;b;c\n1;2;3\nLu, relu\n",
         {{"Panorama, 14e édition", "", ""},
          {"État au 1er mai, en M€", "", ""},
          {"Source, ministères", "", ""},
          {"a", "b", "c"},
          {"1", "2", "3"},
          {"Lu, relu", "", ""}},
         ';'},
        {"numbers between commas", "1,2,3\n4,5,6\n", {{"1", "2", "3"}, {"4", "5", "6"}}},
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
            std::vector<std::size_t> swallowed;
            for (const StrayQuote& stray : csv->form.strayQuotes)
                swallowed.push_back(stray.swallowedRows);
            BOOST_TEST(swallowed == row.swallowed, boost::test_tools::per_element());
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
        std::string_view charset;
    } rows[] = {
        {"ASCII", "Nom,Phase\n", "Nom", "UTF-8"},
        {"UTF-8", "Réalisation à 5 €,b\n", "Réalisation à 5 €", "UTF-8"},
        {"UTF-8 with a mark", "\xEF\xBB\xBFRéalisation,b\n", "Réalisation", "UTF-8"},
        {"a mark alone", "\xEF\xBB\xBF", "", "UTF-8"},
        {"four bytes", "\xF0\x9F\x98\x80,b\n", "\xF0\x9F\x98\x80", "UTF-8"},
        {"UTF-16, low byte first", inUtf16(u"Réalisation,b\n", false), "Réalisation", "UTF-16"},
        {"UTF-16, high byte first", inUtf16(u"Réalisation,b\n", true), "Réalisation", "UTF-16"},
        {"UTF-16 with a pair", inUtf16(u"\U0001F600,b\n", false), "\xF0\x9F\x98\x80", "UTF-16"},
        {"UTF-16 with half of a pair", inUtf16(std::u16string{0xD83D, u'x', u',', u'b'}, true), "\uFFFDx",
         "UTF-16"},
        {"UTF-16 cut off within a unit", inUtf16(u"a,b", false) + "c", "a", "UTF-16"},
        {"Windows-1252",
         "R\xE9"
         "alisation,b\n",
         "Réalisation", "Windows-1252"},
        {"Windows-1252 beyond Latin-1",
         "5 \x80 \x96 l\x92"
         "avis \x9C"
         "uvre,b\n",
         "5 € – l’avis œuvre", "Windows-1252"},
        {"a byte that means nothing there", "a\x81,pr\xE9vu \xE9t\xE9\n", "a\uFFFD", "Windows-1252"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
        {
            const auto csv = parseCsv(row.bytes, "f");
            BOOST_REQUIRE(csv.has_value());
            BOOST_TEST(csv->sheet.text({0, 0}) == row.cell);
            BOOST_TEST(csv->form.decoding.charset == row.charset);
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
        {"UTF-32", "\xFF\xFE\0\0a\0\0\0"s, CsvProblem::utf32},
        {"only null characters", std::string(1000, '\0'), CsvProblem::binary},
        {"a zip, as .xlsx files are", "PK\x03\x04\x14\0\x06\0"s, CsvProblem::binary},
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

BOOST_AUTO_TEST_CASE(damaged_cells_are_named)
{
    const auto csv =
        parseCsv("Nom;Ministère\r\nCaf\xE9 \xE9tage;Intérieur\r\nAltaïr;D\0fense \xFE\r\n"s, "f");
    BOOST_REQUIRE(csv.has_value());
    BOOST_TEST(csv->sheet.text({1, 0}) == "Café étage");
    BOOST_TEST(csv->sheet.text({2, 1}) == "D\uFFFDfense \uFFFD");
    const DamagedCells& damaged = csv->form.damaged;
    BOOST_TEST(csv->form.decoding.damages == 4U);
    BOOST_TEST(damaged.total == 2U);
    BOOST_TEST((damaged.byColumn == std::vector<std::size_t>{1, 1}));
    BOOST_REQUIRE(damaged.first.size() == 2U);
    BOOST_TEST((damaged.first[0] == DamagedCell{{1, 0}, DamageKind::strayByte, {2, 4}, "\xE9", "é"}));
    BOOST_TEST((damaged.first[1] == DamagedCell{{2, 1}, DamageKind::nullCharacter, {3, 9}, "\0"s, "\uFFFD"}));
}

BOOST_AUTO_TEST_CASE(many_damaged_cells_are_counted)
{
    std::string text = "é,é\n";
    for (int row = 0; row < 300; ++row)
        text += "Ã©,é\n";
    const auto csv = parseCsv(text, "f");
    BOOST_TEST(csv->sheet.text({300, 0}) == "é");
    BOOST_TEST(csv->form.damaged.total == 300U);
    BOOST_TEST(csv->form.damaged.first.size() == DamagedCells::mostListed);
    BOOST_TEST((csv->form.damaged.byColumn == std::vector<std::size_t>{300}));
}

BOOST_AUTO_TEST_CASE(a_stray_quote_is_placed)
{
    const auto csv = parseCsv("sep=;\na;b;c\n1;\"2;3\n4;5;6\n7;8;9\n", "f");
    BOOST_TEST(csv->form.separatorLine);
    BOOST_REQUIRE(csv->form.strayQuotes.size() == 1U);
    BOOST_TEST((csv->form.strayQuotes[0] == StrayQuote{{1, 1}, {3, 3}, 2}));
    BOOST_TEST(csv->sheet.text({3, 2}) == "9");
}

BOOST_AUTO_TEST_CASE(edits_leave_the_rest_as_it_was_read)
{
    const struct
    {
        std::string_view what;
        std::string bytes;
        std::string edited; // B2 becomes "X"
    } rows[] = {
        {"UTF-8", "a;b\r\n1;2\r\n", "a;b\r\n1;X\r\n"},
        {"sep= stays above", "sep=;\r\na;b\r\n1;2\r\n", "sep=;\r\na;b\r\n1;X\r\n"},
        {"a stray quote stays", "a;b\n\"1;2\n3;4\n", "a;b\n\"1;X\n3;4\n"},
        {"damaged UTF-8 is read before", "né;b\n1\xE9;2\n", "né;b\n1é;X\n"},
        {"Windows-1252 comes out in UTF-8",
         "d\xE9"
         "but;b\n1;2\n",
         "\xEF\xBB\xBF"
         "début;b\n1;X\n"},
        {"UTF-16 too", inUtf16(u"é;b\n1;2\n", true), "\xEF\xBB\xBFé;b\n1;X\n"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
        {
            const CellEdit edit{.place = {1, 1}, .kind = CellEdit::Kind::text, .text = "X"};
            const auto edited = editCsv(row.bytes, std::span(&edit, 1));
            BOOST_REQUIRE(edited.has_value());
            BOOST_TEST(*edited == row.edited);
        }
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
