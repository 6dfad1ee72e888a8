#include "core/checking/waiver_line.hpp"

#include "core/text/fold.hpp"

#include <algorithm>

namespace panorama {

namespace {

constexpr Field listFields[] = {Field::waiverRule,   Field::name,     Field::waiverField,
                                Field::waiverReason, Field::waiverBy, Field::waiverUntil};

CellEdit textEdit(const std::string& sheet, Place place, std::string text)
{
    return {.sheet = sheet, .place = place, .kind = CellEdit::Kind::text, .text = std::move(text)};
}

/// The project as acceptances name it: a finding about several things of one cell names its subject.
std::string projectNamed(const Finding& finding)
{
    if (!finding.others.empty()) return {}; // accepted whole: the line names the column alone
    return finding.project ? std::string(trimmed(finding.table->projectName(*finding.project)))
                           : finding.subject;
}

std::string columnNamed(const Finding& finding, Language language)
{
    const auto header = trimmed(finding.table->header(finding.field));
    return std::string(header.empty() ? finding.table->columns().field(finding.field).label.in(language)
                                      : header);
}

/// The content of a field's cell in the new line; nothing where it stays empty.
std::optional<CellEdit> cellOf(Field field, const Finding& finding, const Acceptance& acceptance,
                               Language language)
{
    CellEdit edit;
    if (field == Field::waiverRule) edit.text = finding.rule->id;
    if (field == Field::name) edit.text = projectNamed(finding);
    if (field == Field::waiverField) edit.text = columnNamed(finding, language);
    if (field == Field::waiverReason) edit.text = acceptance.why;
    if (field == Field::waiverBy) edit.text = acceptance.by;
    if (field == Field::waiverUntil && acceptance.until) {
        edit.kind = CellEdit::Kind::date;
        edit.number = serialOf(*acceptance.until);
        return edit;
    }
    return edit.text.empty() ? std::nullopt : std::optional(edit);
}

const Table* listOf(const CheckedWorkbook& workbook)
{
    for (const CheckedTable& checked : workbook.tables())
        if (checked.table.role() == LayoutRole::waivers) return &checked.table;
    return nullptr;
}

std::string freeName(const CheckedWorkbook& workbook, const std::string& wanted)
{
    const auto isTaken = [&](const std::string& name) {
        return std::any_of(workbook.sheets().begin(), workbook.sheets().end(),
                           [&](const Sheet& sheet) { return fold(sheet.name()) == fold(name); });
    };
    std::string name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = wanted + " " + std::to_string(number);
    return name;
}

} // namespace

WaiverLine waiverLine(const CheckedWorkbook& workbook, const Finding& finding, const Acceptance& acceptance,
                      const Columns& columns, const std::string& sheetName, Language language)
{
    const Table* list = listOf(workbook);
    WaiverLine line{.sheet = list ? list->sheet().name() : freeName(workbook, sheetName),
                    .isNewSheet = list == nullptr,
                    .edits = {}};
    int column = 0;
    for (const Field field : listFields) {
        Place place{1, column};
        if (list) {
            if (!list->has(field)) continue;
            place = {list->sheet().rowCount(), list->headerPlace(field).column};
        } else {
            line.edits.push_back(textEdit(line.sheet, {0, column}, columns.field(field).label.in(language)));
        }
        ++column;
        if (auto edit = cellOf(field, finding, acceptance, language)) {
            edit->sheet = line.sheet;
            edit->place = place;
            line.edits.push_back(std::move(*edit));
        }
    }
    return line;
}

} // namespace panorama
