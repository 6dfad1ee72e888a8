#include "core/dashboard/dashboard_draft.hpp"
#include "core/dashboard/project_counts.hpp"
#include "findings_of.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace panorama;
using test::sourceFolder;

namespace {

const RuleBook& book()
{
    static const auto loaded = test::required(RuleBook::load(sourceFolder / "extension"));
    return *loaded;
}

/// A small internal portfolio; figures invented.
Sheet portfolio()
{
    Sheet sheet("Ministère d'essai", CellOrigin::document);
    const char* headers[] = {"Identifiant", "Nom du projet", "Ministère porteur", "Phase",
                             "Diffusion",   "Coût initial",  "Coût actualisé"};
    for (int column = 0; column < 7; ++column)
        sheet.addText({0, column}, headers[column]);
    struct Row
    {
        const char *name, *ministry, *phase, *diffusion;
        double initial, updated;
    };
    const Row rows[] = {{"A", "Culture", "Déploiement", "Publiable", 10, 12},
                        {"B", "Culture", "Cadrage", "En cadrage", 0, 0},
                        {"C", "Justice", "Déploiement", "Révision de trajectoire", 20, 25}};
    int row = 0;
    for (const Row& project : rows) {
        ++row;
        sheet.addText({row, 0}, "P-" + std::to_string(row));
        sheet.addText({row, 1}, project.name);
        sheet.addText({row, 2}, project.ministry);
        sheet.addText({row, 3}, project.phase);
        sheet.addText({row, 4}, project.diffusion);
        if (project.initial > 0) sheet.addNumber({row, 5}, project.initial);
        if (project.updated > 0) sheet.addNumber({row, 6}, project.updated);
    }
    return sheet;
}

std::unique_ptr<CheckedWorkbook> checked(Sheet sheet)
{
    std::vector<Sheet> sheets;
    sheets.push_back(std::move(sheet));
    return CheckedWorkbook::check("portefeuille-2024-12.ods", std::move(sheets), book(), {});
}

std::vector<std::string> labels(const std::vector<CountedKind>& kinds)
{
    std::vector<std::string> result;
    for (const CountedKind& kind : kinds)
        result.push_back(kind.label);
    return result;
}

std::size_t filledUnder(const SheetDraft& draft, const CellBlock& place)
{
    std::size_t filled = 0;
    for (auto row = static_cast<std::size_t>(place.firstRow); row <= static_cast<std::size_t>(place.lastRow);
         ++row)
        for (auto column = static_cast<std::size_t>(place.firstColumn);
             row < draft.rows.size() && column < draft.rows[row].size(); ++column)
            if (draft.rows[row][column].kind != DraftCell::Kind::empty) ++filled;
    return filled;
}

} // namespace

BOOST_AUTO_TEST_SUITE(dashboard)

BOOST_AUTO_TEST_CASE(every_phase_is_there)
{
    const auto workbook = checked(portfolio());
    auto phases = book().nomenclatures().find("phases")->labels({});
    phases.emplace_back("Autres");
    BOOST_TEST(labels(projectsByPhase(workbook->mainTable()->table, book().nomenclatures(), "Autres")) ==
                   phases,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(bands_count_the_list_of_the_projects)
{
    const auto workbook = checked(portfolio());
    const SheetDraft draft = dashboardDraft(*workbook, *workbook->mainTable(), book(), Language::french);
    const auto rowOf = [&](const std::string& text) {
        return static_cast<std::size_t>(
            std::find_if(draft.rows.begin(), draft.rows.end(),
                         [&](const auto& row) { return !row.empty() && row[0].text == text; }) -
            draft.rows.begin());
    };
    const std::size_t list = rowOf("Projet suivi") + 1;
    const std::string bands = "B" + std::to_string(list + 1) + ":B" + std::to_string(list + 3);
    for (const std::string& band : book().nomenclatures().find("bands")->labels({}))
        BOOST_TEST(draft.rows[rowOf(band)][1].text == "=COUNTIF(" + bands + ";\"" + band + "\")");
    const std::string phase = "INDEX($'Ministère d''essai'.$D$2:$D$4;2)",
                      diffusion = "INDEX($'Ministère d''essai'.$E$2:$E$4;2)",
                      cost = "INDEX($'Ministère d''essai'.$G$2:$G$4;2)";
    BOOST_TEST(draft.rows[list + 1][1].text ==
               "=IFERROR(IF(INDEX($'Ministère d''essai'.$B$2:$B$4;2)=\"\";\"\";"
               "IFERROR(ORG.PANORAMACALC.ADDIN.COSTBAND(" +
                   cost +
                   ";"
                   "IF(ORG.PANORAMACALC.ADDIN.COSTBAND(1;" +
                   phase + ")=\"moins de 5 M€\";IF(ORG.PANORAMACALC.ADDIN.COSTBAND(1;" + diffusion +
                   ")=\"moins de 5 M€\";T(" + cost + ");" + diffusion + ");" + phase +
                   "));\"Non communiqué\"));\"\")");
}

BOOST_AUTO_TEST_CASE(ministries_come_by_their_number_of_projects)
{
    const auto workbook = checked(portfolio());
    const auto kinds = projectsByText(workbook->mainTable()->table, Field::ministry, 1, "Autres");
    BOOST_TEST(labels(kinds) == (std::vector<std::string>{"Culture", "Autres"}),
               boost::test_tools::per_element());
    BOOST_TEST(kinds[0].formula == "=COUNTIFS($'Ministère d''essai'.$C$2:$C$4;\"Culture\")");
    BOOST_TEST(kinds[1].formula ==
               "=COUNTA($'Ministère d''essai'.$B$2:$B$4)-(" + kinds[0].formula.substr(1) + ")");
    BOOST_TEST(projectsByText(workbook->mainTable()->table, Field::zone, 5, "Autres").empty());
}

BOOST_AUTO_TEST_CASE(figures_are_formulas_and_charts_stand_on_them)
{
    for (const Language language : {Language::french, Language::english}) {
        const auto workbook = checked(portfolio());
        const SheetDraft draft = dashboardDraft(*workbook, *workbook->mainTable(), book(), language);
        BOOST_TEST(draft.charts.size() == 5);
        for (const auto& row : draft.rows)
            for (const DraftCell& cell : row)
                BOOST_TEST((cell.kind != DraftCell::Kind::number), "a number that follows nothing");
        for (const DraftChart& chart : draft.charts)
            for (const CellBlock& block : chart.data)
                BOOST_TEST(block.lastRow < static_cast<int>(draft.rows.size()));
        for (const DraftChart& chart : draft.charts)
            BOOST_TEST(filledUnder(draft, chart.place) == 0, chart.title);
        for (std::size_t i = 1; i < draft.charts.size(); ++i)
            BOOST_TEST(draft.charts[i].place.firstRow > draft.charts[i - 1].place.lastRow,
                       draft.charts[i].title);
    }
}

BOOST_AUTO_TEST_CASE(a_dashboard_is_no_table_of_projects)
{
    const auto workbook = checked(portfolio());
    const SheetDraft draft = dashboardDraft(*workbook, *workbook->mainTable(), book(), Language::french);
    Sheet sheet(draft.name, CellOrigin::document);
    for (std::size_t row = 0; row < draft.rows.size(); ++row)
        for (std::size_t column = 0; column < draft.rows[row].size(); ++column)
            if (const DraftCell& cell = draft.rows[row][column]; cell.kind != DraftCell::Kind::empty)
                sheet.addText({static_cast<int>(row), static_cast<int>(column)},
                              cell.kind == DraftCell::Kind::text ? cell.text : "0");
    BOOST_TEST(findTables(sheet, book().columns()).empty());
}

BOOST_AUTO_TEST_SUITE_END()
