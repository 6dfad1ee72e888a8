// Whatever a cell holds: the fix that is proposed for it is read back as the value proposed, and nothing is
// found there any more.
#include "core/text/number.hpp"
#include "findings_of.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <string>
#include <vector>

using namespace panorama;
using test::Cell;

namespace {

constexpr Place cost{1, 5}, start{1, 3}, end{1, 4}, name{1, 0};

/// A project beside two ordinary ones; what its cell at the place holds is put there by the function.
template <typename Put>
Sheet sheetWith(Place place, CellOrigin origin, Put put)
{
    const std::vector<std::vector<std::string>> rows = {
        {"Nom du projet", "Ministère porteur", "Phase", "Date de début", "Date de fin actualisée",
         "Coût actualisé (M€)"},
        {"Projet A", "Ministère de la Culture", "Déploiement", "2010-01-01", "2027-12-31", "14.2"},
        {"Projet B", "Ministère de la Culture", "Déploiement", "2022-01-01", "2026-12-31", "20.6"},
        {"Projet C", "Ministère de la Culture", "Déploiement", "2023-01-01", "2028-12-31", "11.2"}};
    Sheet sheet("feuille", origin);
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            const Place at{static_cast<int>(row), static_cast<int>(column)};
            const std::string& shown = rows[row][column];
            const bool isFigure = row > 0 && column >= 3 && origin == CellOrigin::document;
            if (at == place)
                put(sheet);
            else if (!isFigure)
                sheet.addText(at, shown);
            else if (column == 5)
                sheet.addNumber(at, parseNumber(shown)->value);
            else
                sheet.addNumber(at, serialOf(parseDate(shown)->date), CellKind::date);
        }
    return sheet;
}

std::vector<Finding> findingsAt(const Table& table, Place place)
{
    const CheckContext context{test::library().nomenclatures, test::library().editions,
                               test::edition("2026-06")};
    std::vector<Finding> found;
    for (Finding& finding : findAll(table, test::library().pack("panorama"), context))
        if (finding.place == place && (finding.rule->id == "F01" || finding.rule->id == "F03" ||
                                       finding.rule->id == "F04" || finding.rule->id == "F07"))
            found.push_back(std::move(finding));
    return found;
}

/// The fix as a file of that origin holds it.
std::string written(const CellEdit& edit)
{
    if (edit.kind == CellEdit::Kind::text) return edit.text;
    return edit.kind == CellEdit::Kind::date ? isoDate(*dateOfSerial(edit.number))
                                             : fmt::format("{}", edit.number);
}

void proveReadBack(Place place, Field field, const std::string& text, CellOrigin origin)
{
    BOOST_TEST_CONTEXT("<" << text << "> " << static_cast<int>(origin))
    {
        const Sheet sheet = sheetWith(place, origin, [&](Sheet& filled) { filled.addText(place, text); });
        const auto tables = findTables(sheet, test::library().columns);
        BOOST_REQUIRE(tables.size() == 1u);
        const auto found = findingsAt(tables.front(), place);
        if (found.empty()) return; // natural as it is
        BOOST_TEST(found.size() == 1u);
        BOOST_REQUIRE(found.front().fix.has_value());
        const CellEdit& edit = found.front().fix->edits.front();
        // What is sure changes nothing in what was read.
        const Reading& before = tables.front().readings(field).front();
        if (found.front().fix->degree == FixDegree::sure && edit.kind != CellEdit::Kind::text)
            BOOST_TEST(before.number == edit.number);

        const Sheet repaired = sheetWith(place, origin, [&](Sheet& filled) {
            const bool isText = origin == CellOrigin::plainText || edit.kind == CellEdit::Kind::text;
            if (isText)
                filled.addText(place, written(edit));
            else
                filled.addNumber(place, edit.number,
                                 edit.kind == CellEdit::Kind::date ? CellKind::date : CellKind::number);
        });
        const auto again = findTables(repaired, test::library().columns);
        BOOST_REQUIRE(again.size() == 1u);
        BOOST_TEST(findingsAt(again.front(), place).empty());
        const Reading& after = again.front().readings(field).front();
        if (edit.kind == CellEdit::Kind::text)
            BOOST_TEST(again.front().textOf(after) == edit.text);
        else
            BOOST_TEST(after.number == edit.number);
    }
}

std::vector<std::string> oddSpellings(const std::string& text)
{
    std::vector<std::string> all = {text};
    for (const std::string odd : {"\u00AD", "\u200B", "\u200E", "\u200F", "\u202A", "\u2060", "\u2066",
                                  "\uFEFF", "\u00A0", "\u3000", "'", "\u2019", " "})
        all.push_back(odd + text);
    for (const std::string odd : {"\u200E", "\u202C", "\u00A0", "\u2003", "\uFEFF"})
        all.push_back(text + odd);
    if (static_cast<unsigned char>(text[0]) < 0x80)
        all.push_back(text.substr(0, 1) + "\u200B" + text.substr(1));
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(read_back)

BOOST_AUTO_TEST_CASE(amounts)
{
    for (const auto origin : {CellOrigin::document, CellOrigin::plainText})
        for (const std::string number : {"12,5", "12.5", "9,75", "1 234,5", "12 500", "12 500 000", "0,0125",
                                         "1,25E+01", "12500000", "\uFF11\uFF12", "30"})
            for (const std::string unit :
                 {"", " M€", "M€", " MEUR", " Meuros", " k€", " K€", " €", " EUR", " Md€", " millions", " M",
                  " M€ TTC", " M€ HT", " millions d’euros"})
                for (const auto& text : oddSpellings(number + unit))
                    proveReadBack(cost, Field::updatedCost, text, origin);
}

BOOST_AUTO_TEST_CASE(dates)
{
    for (const auto origin : {CellOrigin::document, CellOrigin::plainText})
        for (const std::string date : {"2015-04-01",        "01/04/2015", "1/4/2015",
                                       "avril 2015",        "04/2015",    "1er avril 2015",
                                       "01/04/15",          "1.4.15",     "avril 15",
                                       "avr.-15",           "04/15",      "T2 2015",
                                       "2e trimestre 2015", "Q2 2015",    "S1 2015",
                                       "1er semestre 2015", "2015",       "depuis avril 2015",
                                       "fin 2015",          "début 2015", "mi-2015",
                                       "20150401",          "42095"})
            for (const auto& text : oddSpellings(date)) {
                proveReadBack(start, Field::start, text, origin);
                proveReadBack(end, Field::updatedEnd, text, origin);
            }
}

BOOST_AUTO_TEST_CASE(names)
{
    for (const auto origin : {CellOrigin::document, CellOrigin::plainText})
        for (const auto& text : oddSpellings("Projet élan"))
            if (!text.starts_with("'") && !text.starts_with("\u2019"))
                proveReadBack(name, Field::name, text, origin);
}

BOOST_AUTO_TEST_SUITE_END()
