// What a check comes to, and in which account every filled cell is.

#include "core/checking/cell_account.hpp"
#include "core/checking/verdict.hpp"
#include "core/report/verdict_words.hpp"
#include "findings_of.hpp"
#include "live_workbooks.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

using namespace panorama;
using test::Cell;
using test::Cells;
using test::namedSheet;
using test::sheetsOf;

namespace {

const Cells sound{{"Identifiant", "Nom du projet", "Ministère porteur", "Phase", "Date de début",
                   "Date de fin initiale", "Date de fin actualisée", "Coût initial (M€)",
                   "Coût actualisé (M€)", "Projet interministériel"},
                  {"P1", "ALPHA", "Ministère de la Justice", "Déploiement", "2020-01-01", "2026-12-31",
                   "2027-06-30", 10.0, 12.0, "Non"}};

Cells with(std::vector<std::pair<Place, Cell>> edits, std::vector<std::vector<Cell>> more = {})
{
    Cells cells = sound;
    for (auto& [place, cell] : edits)
        cells[static_cast<std::size_t>(place.row)][static_cast<std::size_t>(place.column)] = cell;
    for (auto& row : more)
        cells.push_back(std::move(row));
    return cells;
}

} // namespace

BOOST_AUTO_TEST_SUITE(verdict)

BOOST_AUTO_TEST_CASE(what_was_not_understood_makes_a_check_partial)
{
    const struct
    {
        const char* why;
        Cells cells;
        const char* sheet;
        VerdictState state;
        std::string reasons;
    } rows[] = {
        {"all understood", with({}), "2026-06", VerdictState::ready, ""},
        {"an error", with({{{1, 3}, "Rêverie"}}), "2026-06", VerdictState::toCorrect, ""},
        {"no date", with({}), "s", VerdictState::partial, "no-date"},
        {"a column nobody understands in the place of one that is needed", with({{{0, 8}, "Enveloppe"}}),
         "2026-06", VerdictState::partial, "L01"},
        {"a column twice, with other values", with({{{0, 9}, "Coût actualisé"}, {{1, 9}, 13.0}}), "2026-06",
         VerdictState::partial, "L02"},
        {"a row that looks like a project", with({}, {{{}, "BETA"}}), "2026-06", VerdictState::partial,
         "L03"},
        {"only rows that look like projects",
         {sound[0], {{}, "BETA"}, {{}, "GAMMA"}},
         "2026-06",
         VerdictState::partial,
         "L05 L03"},
        {"another currency", with({{{0, 7}, "Coût initial (USD)"}}), "2026-06", VerdictState::partial, "L07"},
        {"amounts in euros", with({{{1, 7}, 10e6}, {{1, 8}, 12e6}}), "2026-06", VerdictState::partial,
         "L07 L07"},
        {"headers alone", {sound[0]}, "2026-06", VerdictState::partial, "L05"},
        {"nothing to declare",
         {sound[0], {{}, "Rien à déclarer", "Ministère de la Justice"}},
         "2026-06",
         VerdictState::ready,
         ""},
        {"no layout",
         {{"Nom du projet", "Description", "Zone"}, {"A", "x", "y"}},
         "2026-06",
         VerdictState::partial,
         "no-layout"},
        {"no table", {{"x"}}, "2026-06", VerdictState::partial, "no-table"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.why)
        {
            const auto workbook = test::checkedWorkbook(sheetsOf(namedSheet(row.sheet, row.cells)));
            BOOST_TEST(static_cast<int>(verdictOf(*workbook).state) == static_cast<int>(row.state));
            BOOST_TEST(workbook->conforms() == (row.state == VerdictState::ready));
            for (const Language language : {Language::french, Language::english}) {
                std::string reasons;
                for (const auto& each : shownNotChecked(*workbook, language)) {
                    reasons += (reasons.empty() ? "" : " ") + std::string(each.why);
                    BOOST_TEST(each.what.find('{') == std::string::npos, each.what);
                }
                BOOST_TEST(reasons == row.reasons);
            }
        }
}

BOOST_AUTO_TEST_CASE(what_an_earlier_edition_lacks_leaves_the_check_whole)
{
    const Cells before{{"Nom du projet", "Phase", "Coût initial (M€)"}, {"ALPHA", "Déploiement", 10.0}};
    const auto workbook =
        test::checkedWorkbook(sheetsOf(namedSheet("2026-06", with({})), namedSheet("2025-12", before)));
    BOOST_TEST(static_cast<int>(verdictOf(*workbook).state) != static_cast<int>(VerdictState::partial));
}

BOOST_AUTO_TEST_CASE(every_filled_cell_is_in_one_account)
{
    const struct
    {
        const char* why;
        Cells cells;
        std::string account;
    } rows[] = {
        {"all read", with({}), "20 = 20 + 0 + 0"},
        {"an unknown column and its cells", with({{{0, 8}, "Enveloppe"}}), "20 = 18 + 0 + 2"},
        {"a cost that is no number", with({{{1, 8}, "douze"}}), "20 = 19 + 0 + 1"},
        {"a line of totals, a note",
         with({}, {{{}, "Total", {}, {}, {}, {}, {}, 10.0, 12.0}, {}, {"* sous réserve"}}),
         "24 = 20 + 4 + 0"},
        {"a row that looks like a project", with({}, {{{}, "BETA"}}), "21 = 20 + 0 + 1"},
        {"no table", {{"x", "y"}}, "2 = 0 + 0 + 2"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.why)
        {
            const CellAccount sum =
                accountOf(*test::checkedWorkbook(sheetsOf(namedSheet("2026-06", row.cells))));
            BOOST_TEST(fmt::format("{} = {} + {} + {}", sum.filled, sum.read, sum.setAside,
                                   sum.notUnderstood) == row.account);
        }
}

/// Texts without a letter or digit, marks and halves of something: whatever stands where, it is judged.
BOOST_AUTO_TEST_CASE(odd_texts_stand_anywhere)
{
    const char* odd[] = {"—",
                         "-",
                         "…",
                         "()",
                         "(",
                         ")",
                         "*",
                         "?",
                         "!",
                         ".",
                         ",",
                         ";",
                         ":",
                         "/",
                         "//",
                         "%",
                         "€",
                         "M€",
                         "k€",
                         "(M€)",
                         "1.",
                         "1)",
                         "a)",
                         "«»",
                         "'",
                         "\"",
                         "''",
                         "\xC2\xA0",
                         "\xC2\xAD",
                         "\xE2\x80\x8B",
                         "+",
                         "--",
                         "+-",
                         "=",
                         "@",
                         "#",
                         "#REF!",
                         "1/",
                         "/1",
                         "1//2",
                         "T",
                         "T9",
                         "fin",
                         "début",
                         "n°",
                         "№",
                         "°",
                         "☀",
                         "\xF0\x9F\x94\xB4",
                         "\n",
                         "\t",
                         " ",
                         "0",
                         "-0",
                         "1e",
                         "e5",
                         "1e999",
                         "NaN",
                         "inf",
                         "2026"};
    for (const char* text : odd)
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < 10; ++column) {
                const auto workbook = test::checkedWorkbook(sheetsOf(
                    namedSheet("2026-06", with({{{row, column}, text}}, {{"P2", text, text, text}}))));
                const CellAccount account = accountOf(*workbook);
                BOOST_TEST(account.filled == account.read + account.setAside + account.notUnderstood,
                           text << " in row " << row << ", column " << column);
            }
}

BOOST_AUTO_TEST_SUITE_END()
