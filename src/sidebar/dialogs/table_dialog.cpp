#include "sidebar/dialogs/table_dialog.hpp"

#include "core/live/sheet_at_hand.hpp"
#include "core/report/table_notes.hpp"
#include "core/text/fold.hpp"
#include "sidebar/dialogs/dialog.hpp"
#include "sidebar/words.hpp"

#include <algorithm>

namespace panorama::sidebar {

namespace {

/// A header of the table and what it is taken for.
struct HeaderChoice
{
    std::string header;
    std::string shown; ///< "F : Coût"
    std::optional<Field> field;
    bool changed = false;
};

std::vector<HeaderChoice> headersOf(const Table& table, Language language)
{
    std::vector<std::pair<int, HeaderChoice>> found;
    const auto add = [&](Place place, std::optional<Field> field) {
        const std::string header(trimmed(table.sheet().text(place)));
        if (!header.empty())
            found.push_back(
                {place.column,
                 {header, say(Word::columnOf, language, columnName(place.column), header), field, false}});
    };
    for (const auto& column : table.recognised())
        add(table.headerPlace(column.meaning.field), column.meaning.field);
    for (const auto& unknown : table.unrecognised())
        add(unknown.place, std::nullopt);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<HeaderChoice> headers;
    for (auto& [column, header] : found)
        headers.push_back(std::move(header));
    return headers;
}

/// Fields in the order of their names.
std::vector<std::pair<std::string, Field>> fieldsOf(const Columns& columns, Language language)
{
    std::vector<std::pair<std::string, Field>> fields;
    for (const Field field : columns.fields())
        fields.emplace_back(columns.field(field).label.in(language), field);
    std::sort(fields.begin(), fields.end(),
              [](const auto& a, const auto& b) { return fold(a.first) < fold(b.first); });
    return fields;
}

std::vector<const Pack*> packsOf(const RuleBook& rules)
{
    std::vector<const Pack*> packs;
    for (const auto& [name, pack] : rules.packs())
        if (!pack.layout.empty()) packs.push_back(&pack);
    return packs;
}

class TableForm
{
  public:
    TableForm(const PanelHost& host, const DocumentWatch& watch, const CheckedTable& checked)
        : language_(host.language), dialog_(host, word(Word::tableTitle, host.language)),
          headers_(headersOf(checked.table, host.language)),
          fields_(fieldsOf(checked.table.columns(), host.language)), packs_(packsOf(*watch.rules())),
          settings_(watch.settings())
    {
        makeControls(checked);
        onItem(column_, life_, [this] { showMeaning(); });
        onItem(meaning_, life_, [this] { takeMeaning(); });
        showMeaning();
    }

    std::optional<WatchSettings> ask()
    {
        while (dialog_.run([&](LayoutColumn& column) { place(column); }))
            if (complete()) return settings_;
        return std::nullopt;
    }

  private:
    void makeControls(const CheckedTable& checked)
    {
        const ControlMaker make = dialog_.make();
        const auto words = [&](Word which) { return word(which, language_); };
        std::string notes;
        for (const auto& note : tableNotes(checked, language_, NotesFor::sidebar))
            notes += (notes.empty() ? "" : "\n") + note;
        notes_ = make.reading("notes", words(Word::tableTitle));
        notes_.showText(tableHeading(checked.table, language_) + "\n" + notes);
        packLabel_ = make.text("packLabel", words(Word::packLabel));
        pack_ = make.listBox("pack", words(Word::packHelp));
        std::vector<std::string> packs{say(Word::packAutomatic, language_)};
        std::size_t chosen = 0;
        for (const Pack* pack : packs_) {
            packs.push_back(pack->title.in(language_));
            if (settings_.pack == pack) chosen = packs.size() - 1;
        }
        pack_.setItems(packs, chosen);
        editionLabel_ = make.text("editionLabel", words(Word::editionLabel));
        edition_ = make.edit("edition", words(Word::editionHelp));
        if (settings_.edition)
            edition_.showText(fmt::format("{:04}-{:02}", static_cast<int>(settings_.edition->year()),
                                          static_cast<unsigned>(settings_.edition->month())));
        columnLabel_ = make.text("columnLabel", words(Word::columnLabel));
        column_ = make.listBox("column", words(Word::columnHelp));
        std::vector<std::string> headers;
        for (const auto& header : headers_)
            headers.push_back(header.shown);
        column_.setItems(headers, firstUnknown());
        meaningLabel_ = make.text("meaningLabel", words(Word::meaningLabel));
        meaning_ = make.listBox("meaning", words(Word::meaningHelp));
        note_ = make.text("note", words(Word::tableNote));
        trouble_ = make.text("trouble", "", true);
        dialog_.addEnd(words(Word::apply), words(Word::abandon));
    }

    std::size_t firstUnknown() const
    {
        const auto found =
            std::find_if(headers_.begin(), headers_.end(), [](const auto& h) { return !h.field; });
        return found == headers_.end() ? 0 : static_cast<std::size_t>(found - headers_.begin());
    }

    void place(LayoutColumn& column) const
    {
        column.full(notes_, 20 * column.unit());
        column.labelled(packLabel_, pack_);
        column.labelled(editionLabel_, edition_);
        column.labelled(columnLabel_, column_);
        column.labelled(meaningLabel_, meaning_);
        column.text(note_);
        if (!trouble_.label().empty()) column.text(trouble_);
    }

    void showMeaning()
    {
        if (headers_.empty()) return;
        std::vector<std::string> meanings{say(Word::meaningNone, language_)};
        std::size_t chosen = 0;
        for (const auto& [name, field] : fields_) {
            meanings.push_back(name);
            if (headers_[column_.selectedItem()].field == field) chosen = meanings.size() - 1;
        }
        meaning_.setItems(meanings, chosen);
    }

    void takeMeaning()
    {
        if (headers_.empty()) return;
        HeaderChoice& header = headers_[column_.selectedItem()];
        const std::size_t chosen = meaning_.selectedItem();
        header.field = chosen == 0 ? std::nullopt : std::optional(fields_[chosen - 1].second);
        header.changed = true;
    }

    /// Takes over what was entered; false, and a word, where something is no month.
    bool complete()
    {
        const std::size_t pack = pack_.selectedItem();
        settings_.pack = pack == 0 ? nullptr : packs_[pack - 1];
        const std::string edition(trimmed(edition_.text()));
        settings_.edition = edition.empty() ? std::nullopt : parseYearMonth(edition);
        if (!edition.empty() && !settings_.edition) {
            trouble_.show(say(Word::editionBad, language_, edition));
            return false;
        }
        for (const HeaderChoice& header : headers_) {
            if (!header.changed) continue;
            std::erase_if(settings_.headers, [&](const auto& known) { return known.first == header.header; });
            settings_.headers.emplace_back(header.header, header.field);
        }
        return true;
    }

    Language language_;
    Lifeline life_ = std::make_shared<bool>(true);
    Dialog dialog_;
    std::vector<HeaderChoice> headers_;
    std::vector<std::pair<std::string, Field>> fields_;
    std::vector<const Pack*> packs_;
    WatchSettings settings_;
    Control notes_, packLabel_, pack_, editionLabel_, edition_, columnLabel_, column_, meaningLabel_,
        meaning_, note_, trouble_;
};

} // namespace

void chooseTableMeaning(const PanelHost& panel, const std::shared_ptr<DocumentWatch>& watched,
                        const std::shared_ptr<const CheckedWorkbook>& judged, const std::string& sheet)
{
    // The panel may go while the dialog is open.
    const PanelHost host = panel;
    const auto watch = watched;
    const auto workbook = judged;
    const SheetAtHand at = sheetAtHand(*workbook, sheet);
    if (at.tables.empty() || !watch->rules()) return;
    if (auto settings = TableForm(host, *watch, *at.tables.front()).ask())
        watch->change(std::move(*settings));
}

} // namespace panorama::sidebar
