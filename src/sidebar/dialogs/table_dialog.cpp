#include "sidebar/dialogs/table_dialog.hpp"

#include "core/data/text.hpp"
#include "core/live/sheet_at_hand.hpp"
#include "core/report/table_notes.hpp"
#include "core/text/fold.hpp"
#include "core/words/vocabulary.hpp"
#include "sidebar/dialogs/dialog.hpp"
#include "sidebar/document/kept_meanings.hpp"
#include "sidebar/words.hpp"

#include <algorithm>

namespace panorama::sidebar::words {

constexpr Text tableTitle{"Tableau contrôlé", "Table checked"};
constexpr Text packLabel{"Règles :", "Rules:"};
constexpr Text packHelp{"Les règles à appliquer ; « Automatique » les choisit d’après les en-têtes.",
                        "The rules to apply; “Automatic” chooses them from the headers."};
constexpr Text packAutomatic{"Automatique", "Automatic"};
constexpr Text columnLabel{"Colonne :", "Column:"};
constexpr Text columnHelp{"La colonne dont le sens est à corriger.",
                          "The column whose meaning is to be corrected."};
constexpr Text meaningLabel{"Sens :", "Meaning:"};
constexpr Text meaningHelp{"Ce que contient la colonne choisie.", "What the chosen column holds."};
constexpr Text meaningNone{"(ne pas contrôler)", "(not to be checked)"};
constexpr Text editionLabel{"Édition (AAAA-MM) :", "Edition (YYYY-MM):"};
constexpr Text editionHelp{
    "Le mois de l’édition, par exemple 2026-06, quand ni la feuille ni le nom du fichier ne le disent.",
    "The month of the edition, for example 2026-06, where neither the sheet nor the file’s name says it."};
constexpr Text editionBad{"« {} » n’est pas un mois ; écrivez par exemple 2026-06.",
                          "“{}” is no month; write for example 2026-06."};
constexpr Text keepBox{"Conserver ces choix dans le classeur", "Keep these choices in the workbook"};
constexpr Text keepHelp{
    "Une feuille de plus les garde : ils valent aussi à la prochaine ouverture et pour le contrôle par lots.",
    "One more sheet keeps them: they also hold when the workbook is opened again, and for batches."};
constexpr Text tableNote{
    "Sans cette case, ces choix valent jusqu’à la fermeture du classeur, qui n’est pas modifié.",
    "Without this box these choices hold until the workbook, which is not changed, is closed."};
constexpr Text applyButton{"Appliquer", "Apply"};

} // namespace panorama::sidebar::words

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
            found.push_back({place.column,
                             {header, say(vocabulary::labelled, language, columnName(place.column), header),
                              field, false}});
    };
    for (const auto& column : table.recognised())
        add(table.headerPlace(column.meaning.field), column.meaning.field);
    for (const auto& unknown : table.unrecognised())
        add(unknown.place, std::nullopt);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<HeaderChoice> headers;
    headers.reserve(found.size());
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
    TableForm(const PanelHost& host, const DocumentWatch& watch, const CheckedTable& checked,
              const ColumnMeanings& kept)
        : language_(host.language), dialog_(host, words::tableTitle.in(host.language)),
          headers_(headersOf(checked.table, host.language)),
          fields_(fieldsOf(checked.table.columns(), host.language)), packs_(packsOf(*watch.rules())),
          settings_(watch.settings()), isKept_(kept.sheet != nullptr)
    {
        if (!settings_.edition) settings_.edition = kept.edition;
        for (const Pack* pack : packs_)
            if (!settings_.pack && pack->id == kept.pack) settings_.pack = pack;
        makeControls(checked);
        onItem(column_, life_, [this] { showMeaning(); });
        onItem(meaning_, life_, [this] { takeMeaning(); });
        showMeaning();
    }

    /// Whether the workbook is to keep them.
    bool keeps() const { return keep_.isChecked(); }

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
        const auto said = [&](const Text& which) { return which.in(language_); };
        std::string notes;
        for (const auto& note : tableNotes(checked, language_, NotesFor::sidebar))
            notes += (notes.empty() ? "" : "\n") + note;
        notes_ = make.reading("notes", said(words::tableTitle));
        notes_.showText(tableHeading(checked.table, language_) + "\n" + notes);
        packLabel_ = make.text("packLabel", said(words::packLabel));
        pack_ = make.listBox("pack", said(words::packHelp));
        std::vector<std::string> packs{say(words::packAutomatic, language_)};
        std::size_t chosen = 0;
        for (const Pack* pack : packs_) {
            packs.push_back(pack->title.in(language_));
            if (settings_.pack == pack) chosen = packs.size() - 1;
        }
        pack_.setItems(packs, chosen);
        editionLabel_ = make.text("editionLabel", said(words::editionLabel));
        edition_ = make.edit("edition", said(words::editionHelp));
        if (settings_.edition)
            edition_.showText(fmt::format("{:04}-{:02}", static_cast<int>(settings_.edition->year()),
                                          static_cast<unsigned>(settings_.edition->month())));
        columnLabel_ = make.text("columnLabel", said(words::columnLabel));
        column_ = make.listBox("column", said(words::columnHelp));
        std::vector<std::string> headers;
        for (const auto& header : headers_)
            headers.push_back(header.shown);
        column_.setItems(headers, firstUnknown());
        meaningLabel_ = make.text("meaningLabel", said(words::meaningLabel));
        meaning_ = make.listBox("meaning", said(words::meaningHelp));
        keep_ = make.checkBox("keep", said(words::keepBox), said(words::keepHelp));
        keep_.set("State", css::uno::Any(sal_Int16(isKept_ ? 1 : 0)));
        note_ = make.text("note", said(words::tableNote));
        trouble_ = make.text("trouble", "", true);
        dialog_.addEnd(said(words::applyButton), said(words::abandon));
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
        column.line(keep_);
        column.text(note_);
        if (!trouble_.label().empty()) column.text(trouble_);
    }

    void showMeaning()
    {
        if (headers_.empty()) return;
        std::vector<std::string> meanings{say(words::meaningNone, language_)};
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
            trouble_.show(say(words::editionBad, language_, edition));
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
    bool isKept_; ///< a sheet of the workbook keeps such choices
    Control notes_, packLabel_, pack_, editionLabel_, edition_, columnLabel_, column_, meaningLabel_,
        meaning_, keep_, note_, trouble_;
};

/// What the workbook is to keep: what it kept already, with the choices just made.
ColumnMeanings meaningsOf(const WatchSettings& settings, const ColumnMeanings& kept)
{
    ColumnMeanings all = kept;
    all.edition = settings.edition;
    all.pack = settings.pack ? settings.pack->id : std::string();
    for (const auto& [header, field] : settings.headers) {
        const std::string& changed = header;
        std::erase_if(all.headers, [&](const auto& known) { return known.first == changed; });
        all.headers.emplace_back(header, field);
    }
    return all;
}

} // namespace

// The copies live as long as the dialog, whatever becomes of the panel.
// NOLINTBEGIN(performance-unnecessary-value-param)
std::optional<std::string> chooseTableMeaning(const PanelHost& panel, std::shared_ptr<DocumentWatch> watch,
                                              std::shared_ptr<const CheckedWorkbook> workbook,
                                              const std::string& sheet)
// NOLINTEND(performance-unnecessary-value-param)
{
    const PanelHost host = panel; // the panel may go while the dialog is open
    const SheetAtHand at = sheetAtHand(*workbook, sheet);
    if (at.tables.empty() || !watch->rules()) return std::nullopt;
    const ColumnMeanings& kept = workbook->meanings();
    TableForm form(host, *watch, *at.tables.front(), kept);
    auto settings = form.ask();
    if (!settings) return std::nullopt;
    std::optional<ChangeRefusal> refusal;
    if (form.keeps())
        refusal = keepMeanings(watch->document(), meaningsOf(*settings, kept), watch->rules()->columns(),
                               host.language);
    else if (kept.sheet)
        refusal = forgetMeanings(watch->document(), kept.sheet->name(), host.language);
    watch->change(std::move(*settings));
    return refusal ? std::optional(describe(*refusal, host.language)) : std::nullopt;
}

} // namespace panorama::sidebar
