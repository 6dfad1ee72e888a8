#include "core/live/findings_list.hpp"
#include "core/live/live_check.hpp"
#include "core/report/finding_words.hpp"
#include "live_workbooks.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

using namespace panorama;
using test::Cell;
using test::Cells;
using test::copyOf;
using test::namedSheet;
using test::sheetsOf;

namespace {

std::vector<LiveResult> judge(LiveCheck& check, LiveRequest request)
{
    CheckProgress progress;
    std::vector<LiveResult> results;
    check.judge(std::move(request), progress,
                [&](LiveResult result) { results.push_back(std::move(result)); });
    return results;
}

LiveCheck standardCheck()
{
    return LiveCheck([] { return &test::ruleBook(); });
}

LiveRequest requestFor(std::vector<Sheet> sheets)
{
    return {.fileName = "classeur.ods",
            .sheets = std::move(sheets),
            .facts = {},
            .options = test::optionsOfToday(),
            .previous = {}};
}

/// Every finding with its words, sorted.
std::vector<std::string> identities(const CheckedWorkbook& workbook)
{
    std::vector<std::string> list;
    for (const CheckedTable& checked : workbook.tables())
        for (const Finding& finding : checked.findings)
            list.push_back(identityOf(finding) + "\n" + messageOf(finding, Language::french) + "\n" +
                           std::string(keyOf(finding.severity)) + (finding.accepted ? "\naccepted" : ""));
    std::sort(list.begin(), list.end());
    return list;
}

const std::vector<Cell> header{"Identifiant", "Nom du projet",  "Ministère porteur",
                               "Phase",       "Coût initial",   "Coût actualisé",
                               "Début",       "Fin actualisée", "Durée"};

/// Invented projects and typing errors.
class Typist
{
  public:
    explicit Typist(unsigned seed) : random_(seed) {}

    std::vector<Cell> row(int number)
    {
        identifiers_.push_back("P" + std::to_string(number));
        names_.push_back("PROJET " + std::to_string(number));
        return {identifiers_.back().c_str(),
                names_.back().c_str(),
                "MINARM",
                "Déploiement",
                10.0 + number % 40,
                12.0 + number % 45,
                Cell::date("2019-03-01"),
                Cell::date("2024-06-01"),
                5.25};
    }

    Cells sheet(int rows)
    {
        Cells cells{header};
        for (int i = 0; i < rows; ++i)
            cells.push_back(row(i));
        return cells;
    }

    /// One edit, as a user makes them; now and then a row comes, goes or moves, or a header changes.
    void edit(Cells& cells)
    {
        switch (pick(20)) {
        case 0: cells.insert(somewhere(cells), row(1000 + pick(5000))); break;
        case 1:
            if (cells.size() > 5) cells.erase(somewhere(cells));
            break;
        case 2: std::swap(*somewhere(cells), *somewhere(cells)); break;
        case 3: cells.insert(somewhere(cells), std::vector<Cell>()); break;
        case 4: *somewhere(cells) = {{}, "Total", {}, {}, 100.0}; break;
        case 5: cells[0][static_cast<std::size_t>(pick(9))] = pick(2) == 0 ? Cell("Divers") : Cell(); break;
        case 6:
        case 7: cells[0] = header; break;
        default: type(cells); break;
        }
    }

    void type(Cells& cells)
    {
        static const std::vector<Cell> typed{{},
                                             "",
                                             "Cadrage",
                                             "En cadrage",
                                             "Terminé",
                                             "Rêverie",
                                             "12,5",
                                             "NA",
                                             "avril 15",
                                             0.0,
                                             -3.0,
                                             12000.0,
                                             31.0473252853897,
                                             Cell::date("2030-01-01"),
                                             Cell::error("#REF!"),
                                             "PROJET 1",
                                             "P1",
                                             "Total",
                                             " PROJET\xC2\xA0"
                                             "7 "};
        auto& row = *somewhere(cells);
        row.resize(header.size());
        row[static_cast<std::size_t>(pick(static_cast<int>(header.size())))] =
            typed[static_cast<std::size_t>(pick(static_cast<int>(typed.size())))];
    }

    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  private:
    Cells::iterator somewhere(Cells& cells)
    {
        return cells.begin() + 1 + pick(static_cast<int>(cells.size()) - 1);
    }

    std::mt19937 random_;
    std::vector<std::string> identifiers_, names_; // cells copy them
};

/// After each edit the live check says what a check from scratch says.
void checkEdits(unsigned seed, int rows, int edits)
{
    Typist typist(seed);
    Cells now = typist.sheet(rows), other = typist.sheet(6);
    LiveCheck live = standardCheck();
    for (int number = 0; number < edits; ++number) {
        if (number % 3 > 0 || number == 0) // else read again though nothing changed
            typist.edit(number % 10 == 9 ? other : now);
        const auto sheets = [&] {
            return sheetsOf(namedSheet("2021-11", now), namedSheet("2021-07", other));
        };
        const auto results = judge(live, requestFor(sheets()));
        BOOST_TEST_CONTEXT("seed " << seed << ", edit " << number)
        {
            BOOST_REQUIRE(!results.empty());
            BOOST_REQUIRE(!results.back().changed);
            const auto fresh = test::checkedWorkbook(sheets());
            const auto expected = identities(*fresh);
            const auto found = identities(*results.back().workbook);
            BOOST_REQUIRE(found == expected);
            const auto* main = results.back().workbook->mainTable();
            BOOST_REQUIRE(bool(results.back().comparison) == bool(main && main->earlier));
        }
    }
}

/// Findings of one rule in a row of the sheet: "C7 C9".
std::string cellsOf(const CheckedWorkbook& workbook, std::string_view rule)
{
    std::string cells;
    for (const CheckedTable& checked : workbook.tables())
        for (const Finding& finding : checked.findings)
            if (finding.rule->id == rule) cells += (cells.empty() ? "" : " ") + a1(finding.place);
    return cells;
}

} // namespace

BOOST_AUTO_TEST_SUITE(live_check)

BOOST_AUTO_TEST_CASE(whatever_is_typed_the_findings_are_those_of_a_fresh_check)
{
    checkEdits(1, 30, 250);
    checkEdits(2, 60, 150);
}

BOOST_AUTO_TEST_CASE(large_sheets_too)
{
    checkEdits(3, 2200, 12);
}

BOOST_AUTO_TEST_CASE(nothing_is_judged_twice)
{
    Typist typist(4);
    const Cells cells = typist.sheet(20);
    const auto sheets = [&] { return sheetsOf(namedSheet("2021-11", cells)); };
    LiveCheck live = standardCheck();
    const auto first = judge(live, requestFor(sheets()));
    BOOST_REQUIRE(first.size() == 1U);
    const CheckedWorkbook* workbook = first[0].workbook.get();

    const Sheet list = namedSheet("acceptations", {{"Règle", "Nom du projet", "Motif", "Accepté par"}});
    const auto tables = findTables(list, test::ruleBook().columns());
    BOOST_REQUIRE(tables.size() == 1U);
    const struct
    {
        const char* why;
        std::function<void(LiveRequest&)> change;
        bool again;
    } rows[] = {
        {"nothing", [](LiveRequest&) {}, false},
        {"another reading of the same", [](LiveRequest& r) { r.sheets[0] = copyOf(r.sheets[0]); }, false},
        {"a cell", [&](LiveRequest& r) { r.sheets[0] = namedSheet("2021-11", typist.sheet(21)); }, true},
        {"the sheet's name", [&](LiveRequest& r) { r.sheets[0] = namedSheet("2021-12", cells); }, true},
        {"a sheet more", [](LiveRequest& r) { r.sheets.emplace_back("b", CellOrigin::document); }, true},
        {"the file's name", [](LiveRequest& r) { r.fileName = "autre.ods"; }, true},
        {"what it carries beside", [](LiveRequest& r) { r.facts.author = "M. Dupont"; }, true},
        {"the day", [](LiveRequest& r) { r.options.today = Date(std::chrono::year(2022) / 1 / 1); }, true},
        {"the edition", [](LiveRequest& r) { r.options.editionNumber = 13; }, true},
        {"a list of acceptances", [&](LiveRequest& r) { r.options.waivers = {tables.data()}; }, true},
        {"a renaming",
         [](LiveRequest& r) {
             r.options.renames = {{"A", "B"}};
         },
         true},
        {"a header's meaning",
         [](LiveRequest& r) {
             r.options.headers = {{"Durée", std::nullopt}};
         },
         true},
        {"the rules", [](LiveRequest& r) { r.options.pack = &test::ruleBook().packs().begin()->second; },
         true},
        {"another file to compare with",
         [&](LiveRequest& r) { r.previous = test::checkedWorkbook(sheetsOf(namedSheet("2021-07", cells))); },
         true},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.why)
        {
            LiveCheck same = standardCheck();
            const auto before = judge(same, requestFor(sheets()));
            LiveRequest request = requestFor(sheets());
            row.change(request);
            const auto results = judge(same, std::move(request));
            BOOST_REQUIRE(results.size() == 1U);
            BOOST_TEST((results[0].workbook != before[0].workbook) == row.again);
        }
    BOOST_TEST(judge(live, requestFor(sheets()))[0].workbook.get() == workbook);
}

BOOST_AUTO_TEST_CASE(other_rules_make_everything_be_judged_anew)
{
    const auto other = test::required(RuleBook::load(test::sourceFolder / "extension"));
    const RuleBook* rules = &test::ruleBook();
    LiveCheck live([&] { return rules; });
    Typist typist(4);
    const Cells cells = typist.sheet(3);
    const auto first = judge(live, requestFor(sheetsOf(namedSheet("s", cells))));
    rules = other.get();
    const auto second = judge(live, requestFor(sheetsOf(namedSheet("s", cells))));
    BOOST_TEST((first[0].workbook != second[0].workbook));
    rules = nullptr; // damaged
    const auto none = judge(live, requestFor(sheetsOf(namedSheet("s", cells))));
    BOOST_REQUIRE(none.size() == 1U);
    BOOST_TEST(!none[0].workbook);
}

BOOST_AUTO_TEST_CASE(the_day_is_the_systems_where_it_is_not_said)
{
    LiveCheck live = standardCheck();
    Typist typist(4);
    const Cells cells = typist.sheet(3);
    const auto judged = [&] {
        LiveRequest request = requestFor(sheetsOf(namedSheet("s", cells)));
        request.options.today = std::nullopt;
        return judge(live, std::move(request))[0].workbook;
    };
    const auto first = judged();
    BOOST_TEST((judged() == first)); // but for a test run at midnight
}

BOOST_AUTO_TEST_CASE(the_main_table_is_compared_with_its_edition_before)
{
    Typist typist(5);
    const Cells cells = typist.sheet(5);
    Cells fewer(cells.begin(), cells.end() - 1);
    LiveCheck live = standardCheck();
    const auto both = [&] { return sheetsOf(namedSheet("2021-07", fewer), namedSheet("2021-11", cells)); };
    const auto results = judge(live, requestFor(both()));
    BOOST_REQUIRE(results[0].comparison);
    BOOST_TEST(results[0].comparison->entering.size() == 1U);
    BOOST_TEST((judge(live, requestFor(both()))[0].comparison == results[0].comparison));

    LiveRequest request = requestFor(sheetsOf(namedSheet("2021-11", cells)));
    request.previous =
        test::checkedWorkbook(sheetsOf(namedSheet("2021-07", cells)), test::optionsOfToday(), "avant.ods");
    const std::weak_ptr<const CheckedWorkbook> before = request.previous;
    auto other = judge(live, std::move(request));
    BOOST_REQUIRE(other[0].comparison);
    BOOST_TEST(other[0].comparison->previousFile == "avant.ods");
    BOOST_TEST(other[0].comparison->entering.empty());
    BOOST_TEST(!before.expired()); // the result points into it
    const auto alone = judge(live, requestFor(sheetsOf(namedSheet("2021-11", cells))));
    BOOST_TEST(!alone[0].comparison);
    other.clear();
    BOOST_TEST(before.expired());
}

BOOST_AUTO_TEST_CASE(of_a_large_sheet_the_rows_just_typed_come_first)
{
    Typist typist(6);
    const Cells base = typist.sheet(2500);
    const Cells small = typist.sheet(4);
    const Cells list{{"Règle", "Nom du projet", "Motif", "Accepté par"},
                     {"F05", "PROJET 98", "vu", "M. Dupont"}};
    const auto sheets = [&](const Cells& cells, const Cells& accepted, const Cells& beside) {
        return sheetsOf(namedSheet("2021-11", cells), namedSheet("acceptations", accepted),
                        namedSheet("b", beside));
    };
    const auto with = [&](std::vector<std::pair<Place, Cell>> edits) {
        Cells cells = base;
        for (auto& [place, cell] : edits)
            cells[static_cast<std::size_t>(place.row)][static_cast<std::size_t>(place.column)] = cell;
        return cells;
    };
    Cells inserted = base, appended = base, manyTyped = base;
    inserted.insert(inserted.begin() + 10, base[3]);
    appended.push_back(base[3]);
    appended.back()[1] = "NOUVEAU";
    appended.back()[3] = "Rêverie";
    for (int row = 1; row <= 201; ++row)
        manyTyped[static_cast<std::size_t>(row)][3] = "Rêverie";
    Cells otherList = list;
    otherList.push_back({"F04", "PROJET 1", "vu", "M. Dupont"});
    const struct
    {
        const char* why;
        Cells now, list, beside;
        std::vector<int> rows; // empty: the whole at once
        std::string phases;    // cells of F05 in what is judged alone
    } rows[] = {
        {"one cell", with({{{7, 3}, "Rêverie"}}), list, small, {7}, "D8"},
        {"two rows", with({{{7, 3}, "Rêverie"}, {{2400, 3}, "Songe"}}), list, small, {7, 2400}, "D8 D2401"},
        {"what was accepted stays so", with({{{99, 3}, "Rêverie"}}), list, small, {99}, "D100"},
        {"a row at the end", appended, list, small, {2501}, "D2502"},
        {"a row inserted moves too many", inserted, list, small, {}, ""},
        {"too many rows", manyTyped, list, small, {}, ""},
        {"a header", with({{{0, 3}, "Étape"}}), list, small, {}, ""},
        {"the list of acceptances", base, otherList, small, {}, ""},
        {"two sheets", with({{{7, 3}, "Rêverie"}}), list, typist.sheet(5), {}, ""},
        {"nothing", base, list, small, {}, ""},
    };
    LiveCheck live = standardCheck();
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.why)
        {
            const auto before = judge(live, requestFor(sheets(base, list, small))).back();
            const auto results = judge(live, requestFor(sheets(row.now, row.list, row.beside)));
            BOOST_TEST(results.size() == (row.rows.empty() ? 1U : 2U));
            if (row.rows.empty() || results.size() != 2) continue;
            BOOST_TEST((results[0].workbook == before.workbook)); // the whole as it was
            BOOST_TEST((results[0].comparison == before.comparison));
            std::vector<int> changed;
            for (const auto& [sheet, at] : results[0].changedRows) {
                BOOST_TEST(sheet == "2021-11");
                changed.push_back(at);
            }
            BOOST_TEST(changed == row.rows, boost::test_tools::per_element());
            BOOST_TEST(cellsOf(*results[0].changed, "F05") == row.phases);
            BOOST_TEST(!results[1].changed);
            for (const Finding& finding : results[0].changed->mainTable()->findings)
                if (finding.rule->id == "F05")
                    BOOST_TEST(finding.accepted.has_value() == (finding.place.row == 99));
        }
}

BOOST_AUTO_TEST_CASE(a_cancelled_judgement_brings_nothing_and_is_not_remembered)
{
    Typist typist(7);
    const Cells cells = typist.sheet(50);
    LiveCheck live = standardCheck();
    CheckProgress cancelled;
    cancelled.cancel();
    int delivered = 0;
    live.judge(requestFor(sheetsOf(namedSheet("s", cells))), cancelled,
               [&](const LiveResult&) { ++delivered; });
    BOOST_TEST(delivered == 0);
    const auto results = judge(live, requestFor(sheetsOf(namedSheet("s", cells))));
    BOOST_REQUIRE(results.size() == 1U);
    BOOST_TEST(identities(*results[0].workbook) ==
                   identities(*test::checkedWorkbook(sheetsOf(namedSheet("s", cells)))),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(progress_goes_from_nothing_to_all)
{
    CheckProgress progress;
    BOOST_TEST(progress.share() == 0);
    progress.expect(4);
    progress.advance();
    BOOST_TEST(progress.share() == 0.25);
    BOOST_TEST(!progress.isCancelled());

    Typist typist(8);
    CheckOptions options = test::optionsOfToday();
    CheckProgress whole;
    options.progress = &whole;
    test::checkedWorkbook(sheetsOf(namedSheet("s", typist.sheet(10))), options);
    BOOST_TEST(whole.share() == 1);

    CheckProgress cancelled;
    cancelled.cancel();
    options.progress = &cancelled;
    const auto workbook =
        test::checkedWorkbook(sheetsOf(namedSheet("s", {header, {{}, {}, {}, "Rêverie"}})), options);
    BOOST_TEST(cancelled.share() == 0); // no rule was begun
    BOOST_TEST(workbook->mainTable()->findings.empty());
}

BOOST_AUTO_TEST_SUITE_END()
