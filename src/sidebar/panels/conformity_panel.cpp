#include "sidebar/panels/conformity_panel.hpp"

#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"
#include "core/checking/sure_fixes.hpp"
#include "core/report/finding_details.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/table_notes.hpp"
#include "sidebar/dialogs/accept_dialog.hpp"
#include "sidebar/dialogs/findings_export.hpp"
#include "sidebar/dialogs/table_dialog.hpp"
#include "sidebar/document/cell_marks.hpp"
#include "sidebar/document/document_changes.hpp"
#include "sidebar/document/go_to_cell.hpp"
#include "sidebar/panels/panel_commands.hpp"
#include "sidebar/words.hpp"

#include <algorithm>
#include <com/sun/star/awt/Key.hpp>

namespace panorama::sidebar {

using css::uno::Any;

namespace {
// In units of the layout, three or four of which are a line.
constexpr sal_Int32 leastTree = 22, leastDetails = 12, fairDetails = 17;
} // namespace

std::unique_ptr<PanelContent> makeConformityPanel(const PanelHost& host)
{
    return std::make_unique<ConformityPanel>(host);
}

ConformityPanel::ConformityPanel(const PanelHost& host) : WatchingPanel(host)
{
    startWork(lister_, list, [this] { takeListing(); });
    makeControls();
    listenToControls();
    start();
    enlist(host_.frame, *this);
}

ConformityPanel::~ConformityPanel()
{
    delist(*this);
}

ConformityPanel::Listing ConformityPanel::list(const ListRequest& request, const CheckProgress& progress)
{
    Listing listing{.list = listFindings(request.result, request.sheet, request.filter,
                                         [&] { return progress.isCancelled(); }),
                    .at = {},
                    .sheet = request.sheet};
    if (request.result.workbook) listing.at = sheetAtHand(*request.result.workbook, request.sheet);
    return listing;
}

void ConformityPanel::makeControls()
{
    const ControlMaker make(host_.window);
    const auto words = [&](Word which) { return word(which, language_); };
    badge_ = make.text("badge", words(Word::checking), true);
    situation_ = make.text("situation", "");
    tableButton_ = make.button("table", words(Word::tableButton), words(Word::tableButtonHelp));
    progress_ = make.progressBar("progress", words(Word::progressHelp));
    cancel_ = make.button("cancel", words(Word::cancel), words(Word::cancelHelp));
    severityLabel_ = make.text("severityLabel", words(Word::severityLabel));
    severity_ = make.listBox("severity", words(Word::severityHelp));
    severity_.setItems({sidebar::say(Word::everything, language_),
                        sidebar::say(Word::errorsAndWarnings, language_),
                        sidebar::say(Word::errorsOnly, language_)},
                       0);
    groupingLabel_ = make.text("groupingLabel", words(Word::groupingLabel));
    grouping_ = make.listBox("grouping", words(Word::groupingHelp));
    grouping_.setItems({sidebar::say(Word::byRule, language_), sidebar::say(Word::byProject, language_)}, 0);
    filterLabel_ = make.text("filterLabel", words(Word::filterLabel));
    filter_ = make.edit("filter", words(Word::filterHelp));
    listLabel_ = make.text("listLabel", words(Word::listLabel));
    treeControl_ = make.tree("findings", words(Word::listHelp));
    detailsLabel_ = make.text("detailsLabel", words(Word::detailsLabel));
    details_ = make.reading("details", words(Word::detailsHelp));
    details_.showText(words(Word::chooseFinding));
    goTo_ = make.button("goTo", words(Word::goTo), words(Word::goToHelp));
    fix_ = make.button("fix", words(Word::fix), words(Word::fixHelp));
    fixAll_ = make.button("fixAll", words(Word::fixAll), words(Word::fixAllHelp));
    accept_ = make.button("accept", words(Word::accept), words(Word::acceptHelp));
    export_ = make.button("export", words(Word::exportButton), words(Word::exportHelp));
    mark_ = make.checkBox("mark", words(Word::mark), words(Word::markHelp));
    status_ = make.text("status", "");
    tree_.emplace(host_.context, treeControl_, life_, language_);
    progress_.setVisible(false);
    cancel_.setVisible(false);
}

void ConformityPanel::listenToControls()
{
    onAction(tableButton_, life_, [this] { chooseTable(); });
    onAction(cancel_, life_, [this] {
        if (watch_) watch_->cancel();
    });
    for (const Control& list : {severity_, grouping_})
        onItem(list, life_, [this] { relist(); });
    onText(filter_, life_, [this] { relist(); });
    onSelection(treeControl_, life_, [this] {
        showDetails();
        enableButtons();
    });
    onDoubleClick(treeControl_, life_, [this] { goToChosen(); });
    onKey(treeControl_, life_, [this](const css::awt::KeyEvent& event) {
        if (event.KeyCode == css::awt::Key::RETURN) goToChosen();
    });
    onAction(goTo_, life_, [this] { goToChosen(); });
    onAction(fix_, life_, [this] { fixChosen(); });
    onAction(fixAll_, life_, [this] { fixAll(); });
    onAction(accept_, life_, [this] { acceptChosen(); });
    onAction(export_, life_, [this] { exportFindings(); });
    onItem(mark_, life_, [this] { toggleMarks(); });
}

bool ConformityPanel::command(std::string_view name)
{
    if (name == "check" && watch_)
        watch_->checkNow();
    else if (name == "fix")
        fixChosen();
    else if (name == "fixAll")
        fixAll();
    else if (name == "accept")
        acceptChosen();
    else if (name.starts_with("export."))
        exportAs(name.substr(7));
    else if (name == "nextFinding") {
        if (tree_->selectNext()) goToChosen();
    } else if (name == "mark") {
        mark_.set("State", Any(sal_Int16(mark_.isChecked() ? 0 : 1)));
        toggleMarks();
    } else
        return false;
    return true;
}

void ConformityPanel::documentFollowed()
{
    mark_.set("State", Any(sal_Int16(watch_ && watch_->isMarking() ? 1 : 0)));
    showProgress();
}

void ConformityPanel::cursorMoved()
{
    if (view_->activeSheet() != sheet_) resultArrived();
}

void ConformityPanel::resultArrived()
{
    sheet_ = view_->activeSheet(); // it may have been renamed
    relist();
}

void ConformityPanel::phaseChanged()
{
    showProgress();
}

void ConformityPanel::documentClosed()
{
    lister_->cancel();
    WatchingPanel::documentClosed();
}

FindingsFilter ConformityPanel::filter() const
{
    constexpr Severity lowest[] = {Severity::information, Severity::warning, Severity::error};
    return {.lowest = lowest[std::min<std::size_t>(severity_.selectedItem(), 2)],
            .byProject = grouping_.selectedItem() == 1,
            .text = filter_.text(),
            .language = language_};
}

void ConformityPanel::relist()
{
    if (watch_ && watch_->result().workbook)
        lister_->submit({.result = watch_->result(), .sheet = sheet_, .filter = filter()});
    else
        showVerdict();
}

void ConformityPanel::takeListing()
{
    auto arrived = lister_->take();
    if (!arrived) return;
    std::shared_ptr<const Listing> old = listing_;
    listing_ = std::move(*arrived);
    tree_->show(listing_->list);
    if (old) lister_->discard(std::move(old));
    showVerdict();
    showDetails();
    enableButtons();
}

std::string ConformityPanel::verdict() const
{
    if (watch_ && watch_->phase() == DocumentWatch::Phase::failed)
        return sidebar::say(Word::notRead, language_);
    if (!listing_) return sidebar::say(Word::checking, language_);
    const SheetAtHand& at = listing_->at;
    switch (at.state) {
    case SheetAtHand::State::noTable: return sidebar::say(Word::noTableBadge, language_);
    case SheetAtHand::State::notChecked: return sidebar::say(Word::notCheckedBadge, language_);
    case SheetAtHand::State::toComplete: return sidebar::say(Word::toCompleteBadge, language_);
    case SheetAtHand::State::ready:
    case SheetAtHand::State::notReady: break;
    }
    const std::string counts = shownCounts(at.counts, at.accepted, language_);
    return at.state == SheetAtHand::State::notReady ? sidebar::say(Word::toCorrect, language_, counts)
                                                    : sidebar::say(Word::ready, language_) + ", " + counts;
}

std::string ConformityPanel::situation() const
{
    if (watch_ && watch_->phase() == DocumentWatch::Phase::failed && watch_->failure())
        return watch_->failure()->reason == ReadFailure::tooLarge
                   ? sidebar::say(Word::tooLarge, language_, watch_->failure()->sheet)
                   : sidebar::say(Word::readFailed, language_);
    if (!listing_)
        return watch_ && watch_->phase() == DocumentWatch::Phase::upToDate
                   ? sidebar::say(Word::rulesDamaged, language_)
                   : std::string();
    const SheetAtHand& at = listing_->at;
    if (at.tables.empty()) return sidebar::say(Word::noTableHelp, language_);
    const CheckedTable& checked = *at.tables.front();
    std::string text;
    for (const std::string& note : shortTableNotes(checked, language_))
        text += (text.empty() ? "" : "\n") + note;
    if (at.elsewhere) text = sidebar::say(Word::elsewhere, language_) + "\n" + text;
    if (at.errorsElsewhere > 0)
        text += "\n" + sidebar::say(Word::errorsOnOtherSheets, language_,
                                    shownSeverity(Severity::error, at.errorsElsewhere, language_));
    if (listing_->list.source.changed) text += "\n" + sidebar::say(Word::partial, language_);
    return text;
}

void ConformityPanel::showVerdict()
{
    badge_.show(verdict());
    situation_.show(situation());
    const bool none = listing_ && listing_->list.shown == 0 && !listing_->at.tables.empty();
    std::string label = sidebar::say(none ? Word::nothingShown : Word::listLabel, language_);
    if (listing_ && listing_->list.hidden > 0)
        label += " (" + sidebar::say(Word::hiddenByFilter, language_, listing_->list.hidden) + ")";
    listLabel_.show(label);
    relayout();
}

void ConformityPanel::showDetails()
{
    const Finding* finding = chosen();
    details_.showText(finding ? detailsOf(*finding, language_)
                              : sidebar::say(Word::chooseFinding, language_));
}

void ConformityPanel::enableButtons()
{
    const Finding* finding = chosen();
    goTo_.enable(finding != nullptr);
    fix_.enable(finding && finding->fix && finding->fix->degree != FixDegree::indicative);
    accept_.enable(finding && !finding->accepted);
    const bool any = listing_ && !listing_->at.tables.empty();
    fixAll_.enable(any);
    export_.enable(any);
}

void ConformityPanel::showProgress()
{
    const auto phase = watch_ ? watch_->phase() : DocumentWatch::Phase::upToDate;
    const bool busy = phase == DocumentWatch::Phase::reading || phase == DocumentWatch::Phase::judging;
    const bool slow = busy && watch_->isSlow();
    const bool changes = progress_.isVisible() != slow;
    if (slow) progress_.set("ProgressValue", Any(static_cast<sal_Int32>(watch_->progress() * 100)));
    if (changes) {
        progress_.setVisible(slow);
        cancel_.setVisible(slow);
        relayout();
    }
    if (phase == DocumentWatch::Phase::cancelled) badge_.show(sidebar::say(Word::interrupted, language_));
    if (phase == DocumentWatch::Phase::failed || (phase == DocumentWatch::Phase::upToDate && !listing_))
        showVerdict();
}

void ConformityPanel::say(const std::string& text)
{
    status_.show(text);
    relayout();
}

sal_Int32 ConformityPanel::place(LayoutColumn& column, sal_Int32 treeHeight, sal_Int32 detailsHeight) const
{
    column.textAndButton(badge_, tableButton_);
    column.text(situation_);
    if (progress_.isVisible()) {
        column.full(progress_, 2 * column.unit());
        column.buttons({cancel_});
    }
    column.pair(severityLabel_, severity_, groupingLabel_, grouping_);
    column.labelled(filterLabel_, filter_);
    column.text(listLabel_);
    column.full(treeControl_, treeHeight);
    column.text(detailsLabel_);
    column.full(details_, detailsHeight);
    column.buttons({goTo_, fix_, fixAll_, accept_, export_, mark_});
    if (!status_.label().empty()) column.text(status_);
    return column.height();
}

css::ui::LayoutSize ConformityPanel::heights(sal_Int32 width)
{
    LayoutColumn column(host_.window, width, LayoutColumn::Mode::measure);
    const sal_Int32 least = place(column, 0, 0) + (leastTree + leastDetails) * column.unit();
    return {least, -1,
            least}; // it grows with the deck; on a low screen the deck gives what is preferred, and scrolls
}

/// What is left beside the other controls is for the tree, and a third of it for the details.
void ConformityPanel::layout(sal_Int32 width, sal_Int32 height)
{
    sized(width, height);
    LayoutColumn measure(host_.window, width, LayoutColumn::Mode::measure);
    const sal_Int32 room = height - place(measure, 0, 0), unit = measure.unit();
    const sal_Int32 details = std::clamp(room / 3, leastDetails * unit, fairDetails * unit);
    LayoutColumn column(host_.window, width, LayoutColumn::Mode::place);
    place(column, std::max(room - details, leastTree * unit), details);
}

void ConformityPanel::goToChosen()
{
    const Finding* finding = chosen();
    if (!finding) return;
    const auto trouble =
        goToCell(view_->controller(), finding->table->sheet().name(), finding->place, language_);
    say(trouble.value_or(std::string()));
}

void ConformityPanel::fixChosen()
{
    const Finding* finding = chosen();
    if (!finding || !finding->fix || !watch_ || !watch_->document().is()) return;
    const std::string cell = shownCell(*finding, *finding->table);
    const auto done = makeEdits(watch_->document(), sidebar::say(Word::undoFix, language_, cell),
                                finding->fix->edits, listing_->list.source.workbook->sheets());
    say(done ? sidebar::say(Word::fixed, language_, cell) : describe(done.error(), language_));
}

void ConformityPanel::fixAll()
{
    if (!listing_ || !watch_ || !watch_->document().is()) return;
    SureFixes fixes;
    for (const CheckedTable* checked : listing_->at.tables)
        fixes.add(checked->findings);
    if (fixes.groups().empty()) return say(sidebar::say(Word::fixedNone, language_));
    const auto done = makeAllEdits(watch_->document(), sidebar::say(Word::undoFixAll, language_),
                                   fixes.groups(), listing_->list.source.workbook->sheets());
    say(done ? describe(*done, language_) : describe(done.error(), language_));
}

void ConformityPanel::acceptChosen()
{
    const Finding* finding = chosen();
    if (!finding || !watch_ || !watch_->document().is()) return;
    const std::weak_ptr<bool> life = life_;
    const auto said = acceptFinding(host_, watch_, listing_->list.source, *finding);
    if (life.lock() && said) say(*said);
}

void ConformityPanel::exportFindings()
{
    if (!watch_ || !watch_->document().is()) return;
    if (watch_->phase() != DocumentWatch::Phase::upToDate)
        return say(sidebar::say(Word::exportBusy, language_));
    const std::weak_ptr<bool> life = life_;
    const auto said = exportFindingsWithMenu(host_, watch_, export_);
    if (life.lock() && said) say(*said);
}

void ConformityPanel::exportAs(std::string_view form)
{
    if (!watch_ || !watch_->document().is()) return;
    const std::weak_ptr<bool> life = life_;
    const auto said = sidebar::exportFindings(host_, watch_, form);
    if (life.lock() && said) say(*said);
}

void ConformityPanel::chooseTable()
{
    if (!watch_ || !listing_) return;
    chooseTableMeaning(host_, watch_, listing_->list.source.workbook, sheet_);
}

void ConformityPanel::toggleMarks()
{
    if (!watch_) return;
    watch_->setMarking(mark_.isChecked());
    say(watch_->marksAreIncomplete() ? sidebar::say(Word::markedLimit, language_, CellMarks::mostCells)
                                     : std::string());
}

} // namespace panorama::sidebar
