#include "core/checking/checked_workbook.hpp"
#include "core/fiche/fiche_draft.hpp"
#include "core/fiche/fiche_formulas.hpp"
#include "core/fiche/fiche_layout.hpp"
#include "core/fiche/fiche_words.hpp"
#include "core/text/fold.hpp"
#include "findings_of.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

using namespace panorama;
using test::sourceFolder;

namespace {

const RuleBook& book()
{
    static const auto loaded = test::required(RuleBook::load(sourceFolder / "extension"));
    return *loaded;
}

const FichePlan& plan()
{
    static const FichePlan read = test::required(
        FichePlan::read(sourceFolder / "extension/data/fiche.xml", book().columns(), book().nomenclatures()));
    return read;
}

Field field(std::string_view key)
{
    return fieldNamed(key).value();
}

/// What a host would show: formulas have not been computed, and show nothing.
Sheet shown(const SheetDraft& draft)
{
    Sheet sheet(draft.name, CellOrigin::document);
    for (std::size_t row = 0; row < draft.rows.size(); ++row)
        for (std::size_t column = 0; column < draft.rows[row].size(); ++column) {
            const DraftCell& cell = draft.rows[row][column];
            const Place place{static_cast<int>(row), static_cast<int>(column)};
            if (cell.kind == DraftCell::Kind::text) sheet.addText(place, cell.text);
            if (cell.kind == DraftCell::Kind::number)
                sheet.addNumber(place, cell.number,
                                cell.form == NumberForm::date ? CellKind::date : CellKind::number);
        }
    return sheet;
}

std::unique_ptr<CheckedWorkbook> checked(const SheetDraft& draft)
{
    std::vector<Sheet> sheets;
    sheets.push_back(shown(draft));
    return CheckedWorkbook::check("fiche.ods", std::move(sheets), book(), {});
}

SheetDraft draftOf(Language language, const FicheContent& content = {})
{
    return ficheDraft(plan(), book(), {.language = language}, content);
}

FicheContent sound()
{
    FicheContent content;
    const auto text = [&](std::string_view key, std::string_view value) {
        content.lines.emplace(field(key), textCell(value));
    };
    text("identifier", "EX-001");
    text("name", "Projet d’exemple");
    text("ministry", "Ministère de la Culture");
    text("phase", "Déploiement");
    text("interministerial", "Non");
    content.lines.emplace(field("updated_cost"), numberCell(12.5, NumberForm::amount));
    content.lines.emplace(field("start"), numberCell(44562, NumberForm::date));
    content.lines.emplace(field("state_date"), numberCell(46174, NumberForm::date));
    text("unchanged", "Oui");
    content.journals["recalages"] = {{numberCell(45000, NumberForm::date),
                                      textCell("Marché infructueux"),
                                      textCell("Comité de pilotage"),
                                      {},
                                      {},
                                      numberCell(14, NumberForm::amount)}};
    content.schedules["mareva"] = {{numberCell(44562, NumberForm::date)},
                                   {textCell("HT"), numberCell(2, NumberForm::amount)}};
    return content;
}

} // namespace

BOOST_AUTO_TEST_SUITE(fiche)

BOOST_AUTO_TEST_CASE(a_fiche_is_recognised_line_by_line_in_both_languages)
{
    for (const Language language : {Language::french, Language::english}) {
        const Sheet sheet = shown(draftOf(language, sound()));
        const auto tables = findTables(sheet, book().columns());
        BOOST_REQUIRE_EQUAL(tables.size(), 1);
        BOOST_TEST((tables[0].role() == LayoutRole::fiche));
        const FicheLayout layout = layOut(plan());
        std::set<Field> found;
        for (const auto& column : tables[0].recognised()) {
            const std::string_view key = keyOf(column.meaning.field);
            found.insert(column.meaning.field);
            const auto place = layout.valueOf(column.meaning.field);
            BOOST_REQUIRE_MESSAGE(place, key << " is no line of the fiche");
            BOOST_TEST((tables[0].place(column.meaning.field, 0) == *place), key);
        }
        for (const auto& [line, row] : layout.lines)
            BOOST_TEST(found.contains(line), keyOf(line));
    }
}

BOOST_AUTO_TEST_CASE(no_title_or_column_of_a_journal_is_taken_for_a_field)
{
    const auto meansNothing = [](const Text& words) {
        BOOST_TEST(!book().columns().meaning(words.french), words.french);
        BOOST_TEST(!book().columns().meaning(words.english), words.english);
    };
    meansNothing(plan().title);
    for (const auto* words : {&fiche_words::state, &fiche_words::findings, &fiche_words::nature,
                              &fiche_words::lineVat, &fiche_words::constructionTotal, &fiche_words::mcoTotal})
        meansNothing(*words);
    for (const FicheSection& section : plan().sections) {
        meansNothing(section.title);
        for (const FichePart& part : section.parts) {
            if (const auto* journal = std::get_if<FicheJournal>(&part)) {
                meansNothing(journal->title);
                for (const auto& column : journal->columns)
                    meansNothing(column.label);
            }
            if (const auto* schedule = std::get_if<FicheSchedule>(&part))
                for (const auto& nature : schedule->natures)
                    meansNothing(nature.label);
        }
    }
}

BOOST_AUTO_TEST_CASE(about_twelve_cells_are_shown_first)
{
    const FicheSection& first = plan().sections.front();
    BOOST_TEST(!first.folded);
    BOOST_TEST(std::count_if(first.parts.begin(), first.parts.end(), [](const auto& part) {
                   return std::get<FicheLine>(part).formula.empty();
               }) == 12);
    BOOST_TEST(std::all_of(plan().sections.begin() + 1, plan().sections.end(),
                           [](const auto& section) { return section.folded; }));
    BOOST_TEST(draftOf(Language::french).sections.size() == plan().sections.size() - 1);
}

BOOST_AUTO_TEST_CASE(every_placeholder_and_every_list_is_known)
{
    for (const auto& row : draftOf(Language::french).rows)
        for (const DraftCell& cell : row)
            if (cell.kind == DraftCell::Kind::formula)
                BOOST_TEST(cell.text.find_first_of("{}@") == std::string::npos, cell.text);
    for (const Field field : book().columns().fields())
        if (const auto& list = book().columns().field(field).list; !list.empty())
            BOOST_TEST(book().nomenclatures().find(list), keyOf(field));
}

BOOST_AUTO_TEST_CASE(formulas_speak_of_cells)
{
    const FicheLayout layout = layOut(plan());
    const FicheFormulas formulas(plan(), layout);
    const auto cell = [&](std::string_view key) { return fixedAddress(*layout.valueOf(field(key))); };
    BOOST_TEST(formulas.resolve("@slippage({initial_cost};{updated_cost})") ==
               "=ORG.PANORAMACALC.ADDIN.SLIPPAGE(" + cell("initial_cost") + ";" + cell("updated_cost") + ")");
    BOOST_TEST(formulas.resolve("{unknown}") == "={unknown}");
}

BOOST_AUTO_TEST_CASE(an_empty_fiche_is_to_be_completed_and_has_no_finding)
{
    for (const Language language : {Language::french, Language::english}) {
        const auto workbook = checked(draftOf(language));
        BOOST_REQUIRE_EQUAL(workbook->tables().size(), 1);
        BOOST_TEST(workbook->tables()[0].untouched);
        BOOST_TEST(workbook->tables()[0].findings.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_filled_fiche_is_checked_at_its_cells)
{
    FicheContent content = sound();
    content.lines[field("phase")] = textCell("Bientôt");
    content.lines[field("updated_cost")] = textCell("douze");
    const auto workbook = checked(draftOf(Language::french, content));
    const FicheLayout layout = layOut(plan());
    std::set<std::string> found;
    for (const Finding& finding : workbook->tables()[0].findings)
        found.insert(finding.rule->id + " " + a1(finding.place));
    BOOST_TEST(found.contains("F05 " + a1(*layout.valueOf(field("phase")))));
    BOOST_TEST(found.contains("F04 " + a1(*layout.valueOf(field("updated_cost")))));
    BOOST_TEST(workbook->tables()[0].pack->id == "fiche");
}

BOOST_AUTO_TEST_CASE(a_fiche_is_taken_over_in_either_language)
{
    std::vector<Sheet> sheets;
    sheets.emplace_back("Autre", CellOrigin::document);
    sheets.push_back(shown(draftOf(Language::english, sound())));
    auto content = readFiche(sheets, plan(), book().columns());
    BOOST_REQUIRE(content);
    BOOST_TEST(content->lines.size() == sound().lines.size());
    clearForNewEdition(*content, plan());
    BOOST_TEST(!content->lines.contains(field("state_date")));
    BOOST_TEST(!content->lines.contains(field("unchanged")));
    BOOST_TEST(content->lines.at(field("name")).text == "Projet d’exemple");
    BOOST_TEST(content->lines.at(field("updated_cost")).number == 12.5);
    BOOST_REQUIRE_EQUAL(content->journals.at("recalages").size(), 1);
    BOOST_TEST(content->journals.at("recalages")[0][1].text == "Marché infructueux");
    BOOST_TEST(content->journals.at("recalages")[0][5].number == 14);
    BOOST_TEST(content->schedules.at("mareva")[1][0].text == "HT");
    BOOST_TEST(content->schedules.at("mareva")[1][1].number == 2);
    BOOST_TEST(content->schedules.at("mareva")[0][0].number == 44562);
}

BOOST_AUTO_TEST_CASE(a_journal_grows_with_what_it_holds)
{
    FicheContent content = sound();
    for (int i = 0; i < 9; ++i)
        content.journals["recalages"].push_back({numberCell(45100 + i, NumberForm::date), textCell("Motif")});
    for (auto& row : content.journals["recalages"])
        row.resize(6);
    std::vector<Sheet> sheets;
    sheets.push_back(shown(draftOf(Language::french, content)));
    BOOST_TEST(readFiche(sheets, plan(), book().columns())->journals.at("recalages").size() == 10);
}

BOOST_AUTO_TEST_CASE(what_is_no_fiche_is_not_taken_over)
{
    std::vector<Sheet> sheets;
    sheets.push_back(test::sheetOf({{"Nom du projet", "Phase", "Coût"}, {"A", "Cadrage", "En cadrage"}}));
    BOOST_TEST(!readFiche(sheets, plan(), book().columns()));
}

// Lines of a list name data of the fiche, as the conflicts of a consolidation do; none of them is its name.
BOOST_AUTO_TEST_CASE(a_list_that_speaks_of_fields_is_no_fiche)
{
    std::vector<Sheet> sheets;
    sheets.push_back(test::sheetOf({{"Projet", "Donnée", "Première valeur", "Autre valeur"},
                                    {"CONFLUENCE", "Ministère porteur", "MI", "MJ"},
                                    {"CONFLUENCE", "Nom du projet", "CONFLUENCE", "Confluence"},
                                    {"CONFLUENCE", "Fin actualisée", "31/12/2028", "30/06/2029"},
                                    {"CONFLUENCE", "Phase du projet en cours", "Cadrage", "Déploiement"},
                                    {"CONFLUENCE", "Coût actualisé", 31.0, 34.5}}));
    BOOST_TEST(!readFiche(sheets, plan(), book().columns()));
    BOOST_TEST(findTables(sheets.front(), book().columns()).empty());
}

BOOST_AUTO_TEST_CASE(cells_are_open_helped_and_offer_their_lists)
{
    const SheetDraft draft = draftOf(Language::french);
    const FicheLayout layout = layOut(plan());
    BOOST_TEST(draft.isProtected);
    const auto guidanceAt = [&](std::string_view key) -> const CellGuidance& {
        const int row = layout.lines.at(field(key));
        return *std::find_if(draft.guidance.begin(), draft.guidance.end(),
                             [&](const auto& guidance) { return guidance.block.firstRow == row; });
    };
    BOOST_TEST(guidanceAt("phase").choices.size() == 5);
    BOOST_TEST((guidanceAt("phase").strictness == CellGuidance::Strictness::refuse));
    BOOST_TEST((guidanceAt("ministry").strictness == CellGuidance::Strictness::ask));
    const auto& ministries = guidanceAt("ministry").choices;
    BOOST_TEST(std::count(ministries.begin(), ministries.end(), "MI") == 1); // as its help and F02 allow
    BOOST_TEST(guidanceAt("causes").choices.front() == "C01 Besoin ou périmètre modifié");
    BOOST_TEST((guidanceAt("start").kind == CellGuidance::Kind::date));
    BOOST_TEST((guidanceAt("updated_cost").kind == CellGuidance::Kind::number));
    for (const CellGuidance& guidance : draft.guidance) {
        const DraftCell& cell = draft.rows[static_cast<std::size_t>(guidance.block.firstRow)]
                                          [static_cast<std::size_t>(guidance.block.firstColumn)];
        BOOST_TEST((cell.look == Look::input), guidance.helpTitle);
    }
}

BOOST_AUTO_TEST_CASE(only_costs_and_durations_offer_a_mention_in_place_of_the_number)
{
    const SheetDraft draft = draftOf(Language::french);
    const FicheLayout layout = layOut(plan());
    const auto offersMention = [&](std::string_view key) {
        const int row = layout.lines.at(field(key));
        const auto found = std::find_if(draft.guidance.begin(), draft.guidance.end(),
                                        [&](const auto& guidance) { return guidance.block.firstRow == row; });
        BOOST_TEST(!found->refusal.empty(), key);
        return found->refusal.find("mention") != std::string::npos;
    };
    for (const auto* key : {"updated_cost", "initial_cost", "spent"})
        BOOST_TEST(offersMention(key), key);
    for (const auto* key : {"opinion_suspended", "price_year", "vat_rate", "start"})
        BOOST_TEST(!offersMention(key), key);
}

BOOST_AUTO_TEST_CASE(what_only_some_projects_need_is_asked_under_a_condition)
{
    const SheetDraft draft = draftOf(Language::french);
    const FicheLayout layout = layOut(plan());
    const auto markAt = [&](std::string_view key) {
        return draft.rows[static_cast<std::size_t>(layout.lines.at(field(key)))][FicheLayout::markColumn]
            .text;
    };
    BOOST_TEST(markAt("name").find("Cadrage") == std::string::npos);
    BOOST_TEST(markAt("start").find("Cadrage") != std::string::npos);
    BOOST_TEST(markAt("comment").find("0.15") != std::string::npos); // the limit of R15
    BOOST_TEST(markAt("zone").empty());
    const auto fields = plan().expectedFields();
    BOOST_TEST(std::count(fields.begin(), fields.end(), field("start")) == 1);
    BOOST_TEST(std::count(fields.begin(), fields.end(), field("comment")) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
