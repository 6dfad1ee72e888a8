// Writes drafts that show everything a draft can hold into a new document of a running office, and stores it.
//
//     draft-probe ADDRESS FILE-URL

#include "bridge/draft_writer.hpp"
#include "bridge/uno_text.hpp"
#include "office_client.hpp"

#include <chrono>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <cstdio>

namespace {

using namespace panorama;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

css::beans::PropertyValue option(const char* name, const Any& value)
{
    css::beans::PropertyValue result;
    result.Name = rtl::OUString::createFromAscii(name);
    result.Value = value;
    return result;
}

SheetDraft everything()
{
    SheetDraft draft{.name = "Essai", .rows = {}};
    draft.rows = {
        {textCell("Titre", Look::title)},
        {textCell("Projet", Look::heading), textCell("Coût", Look::heading), textCell("Taux", Look::heading)},
        {textCell("=1+1"), numberCell(12.5, NumberForm::amount), numberCell(0.135, NumberForm::percent)},
        {textCell("0123"), numberCell(1234.5, NumberForm::amount), numberCell(-14.9, NumberForm::points)},
        {linkCell("Titre", linkTarget("Essai", "A1")),
         formulaCell("=B3+B4", NumberForm::amount, Look::computed), numberCell(45658, NumberForm::date)},
        {inputCell(NumberForm::date), formulaCell("=\"x\"&A4"), formulaCell("=NA()")},
    };
    DraftCell matrix = formulaCell("=TRANSPOSE(B3:B4)", NumberForm::amount);
    matrix.columns = 2;
    draft.rows.push_back({textCell("Matrice"), matrix});
    draft.widths = {5, 3, 3};
    draft.frozenRows = 2;
    draft.merged = {{0, 0, 0, 2}};
    draft.guidance = {{.block = {5, 0, 5, 0},
                       .kind = CellGuidance::Kind::date,
                       .strictness = CellGuidance::Strictness::refuse,
                       .lowest = 36526,
                       .helpTitle = "Date",
                       .help = "Une date."},
                      {.block = {6, 0, 6, 0},
                       .kind = CellGuidance::Kind::list,
                       .choices = {"Oui", "Non", "dit \"peut-être\""}}};
    draft.sections = {{.first = 3, .last = 4}};
    draft.charts = {{.kind = DraftChart::Kind::bars,
                     .title = "Coûts",
                     .data = {{1, 0, 3, 1}},
                     .place = {8, 0, 20, 2},
                     .legend = false}};
    draft.isProtected = true;
    return draft;
}

SheetDraft manyRows()
{
    SheetDraft draft{.name = "Essai", .rows = {}};
    for (int row = 0; row < 10000; ++row)
        draft.rows.push_back({textCell("Projet " + std::to_string(row)), textCell("Ministère", Look::label),
                              numberCell(row, NumberForm::amount), numberCell(45000 + row, NumberForm::date),
                              textCell(row % 3 ? "à vérifier" : "", row % 3 ? Look::warning : Look::plain)});
    return draft;
}

int run(const char* address, const char* target)
{
    const OfficeClient office(address);
    const auto desktop = css::frame::Desktop::create(office.context());
    const css::uno::Sequence<css::beans::PropertyValue> hidden = sequence({option("Hidden", Any(true))});
    const Reference<css::sheet::XSpreadsheetDocument> document(
        desktop->loadComponentFromURL("private:factory/scalc", "_blank", 0, hidden), UNO_QUERY_THROW);
    DraftWriter writer(document);
    std::printf("%s\n", writer.write(everything(), 0).c_str());
    const auto start = std::chrono::steady_clock::now();
    const std::string name = writer.write(manyRows());
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("%s\n%.3f\n", name.c_str(), seconds.count());
    Reference<css::frame::XStorable>(document, UNO_QUERY_THROW)
        ->storeToURL(
            rtl::OUString::createFromAscii(target),
            sequence({option("FilterName", Any(rtl::OUString("OpenDocument Spreadsheet Flat XML")))}));
    Reference<css::util::XCloseable>(document, UNO_QUERY_THROW)->close(true);
    return 0;
}

} // namespace

int main(int count, char** arguments)
try {
    return count == 3 ? run(arguments[1], arguments[2]) : 2;
} catch (const css::uno::Exception& error) {
    std::fprintf(stderr, "%s\n", toUtf8(error.Message).c_str());
    return 1;
}
