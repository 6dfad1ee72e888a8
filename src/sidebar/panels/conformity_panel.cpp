#include "sidebar/panels/conformity_panel.hpp"

#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"
#include "core/checking/edition_choice.hpp"
#include "core/checking/sure_fixes.hpp"
#include "core/data/text.hpp"
#include "core/report/finding_details.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/table_notes.hpp"
#include "core/report/verdict_words.hpp"
#include "core/rules/causes.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"
#include "sidebar/dialogs/accept_dialog.hpp"
#include "sidebar/dialogs/findings_export.hpp"
#include "sidebar/dialogs/table_dialog.hpp"
#include "sidebar/document/cell_marks.hpp"
#include "sidebar/document/document_changes.hpp"
#include "sidebar/panels/conformity_words.hpp"
#include "sidebar/panels/panel_commands.hpp"
#include "sidebar/words.hpp"

#include <algorithm>
#include <com/sun/star/awt/Key.hpp>

namespace panorama::sidebar {

using css::uno::Any;

namespace {
// In units of the layout, three or four of which are a line.
constexpr sal_Int32 leastTree = 34, leastDetails = 12, fairDetails = 17;
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
    const auto said = [&](const Text& which) { return which.in(language_); };
    badge_ = make.text("badge", said(words::checkingBadge), true);
    situation_ = make.text("situation", "");
    contextButton_ = make.button("context", say(words::contextFolded, language_, said(words::context)),
                                 said(words::contextHelp));
    tableButton_ = make.button("table", said(words::tableButton), said(words::tableButtonHelp));
    editionButton_ = make.button("edition", said(words::editionButton), said(words::editionButtonHelp));
    editionButton_.setVisible(false);
    progress_ = make.progressBar("progress", said(words::progressHelp));
    cancel_ = make.button("cancel", said(words::cancelButton), said(words::cancelHelp));
    severityLabel_ = make.text("severityLabel", said(words::severityLabel));
    severity_ = make.listBox("severity", said(words::severityHelp));
    severity_.setItems({say(words::everything, language_), say(words::errorsAndWarnings, language_),
                        say(words::errorsOnly, language_)},
                       0);
    groupingLabel_ = make.text("groupingLabel", said(words::groupingLabel));
    grouping_ = make.listBox("grouping", said(words::groupingHelp));
    grouping_.setItems({say(words::byRule, language_), say(words::byProject, language_)}, 0);
    filterLabel_ = make.text("filterLabel", said(words::filterLabel));
    filter_ = make.edit("filter", said(words::filterHelp));
    listLabel_ = make.text("listLabel", said(vocabulary::findings));
    treeControl_ = make.tree("findings", said(words::listHelp));
    detailsLabel_ = make.text("detailsLabel", said(words::detailsLabel));
    details_ = make.reading("details", said(words::detailsHelp));
    details_.showText(said(words::chooseFinding));
    goTo_ = make.button("goTo", said(words::goToButton), said(words::goToHelp));
    fix_ = make.button("fix", said(words::fixButton), said(words::fixHelp));
    fixAll_ = make.button("fixAll", said(words::fixAllButton), said(words::fixAllHelp));
    accept_ = make.button("accept", said(words::acceptButton), said(words::acceptHelp));
    export_ = make.button("export", said(words::exportButton), said(words::exportHelp));
    mark_ = make.checkBox("mark", said(words::markBox), said(words::markHelp));
    status_ = make.text("status", "");
    tree_.emplace(host_.context, treeControl_, life_, language_);
    progress_.setVisible(false);
    cancel_.setVisible(false);
}

void ConformityPanel::listenToControls()
{
    onAction(contextButton_, life_, [this] {
        unfolded_ = !unfolded_;
        showVerdict();
    });
    onAction(tableButton_, life_, [this] { chooseTable(); });
    onAction(editionButton_, life_, [this] { takeEdition(); });
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
    onClick(treeControl_, life_, [this] { goToChosen(Keyboard::stays); });
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
    if (watch_ && watch_->phase() == DocumentWatch::Phase::failed) return say(words::notReadBadge, language_);
    if (!listing_) return say(words::checkingBadge, language_);
    const SheetAtHand& at = listing_->at;
    switch (at.state) {
    case SheetAtHand::State::noTable: return say(words::noTableBadge, language_);
    case SheetAtHand::State::notChecked: return say(words::notCheckedBadge, language_);
    case SheetAtHand::State::toComplete: return say(words::toCompleteBadge, language_);
    case SheetAtHand::State::partial:
        return say(words::partialBadge, language_, shownCounts(at.counts, at.accepted, language_));
    case SheetAtHand::State::ready:
    case SheetAtHand::State::notReady: break;
    }
    const std::string counts = shownCounts(at.counts, at.accepted, language_);
    return at.state == SheetAtHand::State::notReady ? say(words::toCorrectBadge, language_, counts)
                                                    : say(words::readyBadge, language_) + ", " + counts;
}

/// What the user must know before the findings: why nothing or only a part was checked, and errors that other
/// sheets have.
std::string ConformityPanel::mustKnow() const
{
    if (watch_ && watch_->phase() == DocumentWatch::Phase::failed && watch_->failure())
        return watch_->failure()->reason == ReadFailure::tooLarge
                   ? say(words::tooLarge, language_, watch_->failure()->sheet)
                   : say(words::readFailed, language_);
    if (!listing_)
        return watch_ && watch_->phase() == DocumentWatch::Phase::upToDate
                   ? say(words::rulesDamaged, language_)
                   : std::string();
    const SheetAtHand& at = listing_->at;
    if (at.tables.empty()) return say(words::noTableHelp, language_);
    std::string text;
    const auto add = [&](const std::string& line) { text += (text.empty() ? "" : "\n") + line; };
    if (at.elsewhere) add(say(words::elsewhere, language_));
    if (at.state == SheetAtHand::State::partial)
        for (const auto& each :
             shownNotChecked(*listing_->list.source.workbook, language_, NotesFor::sidebar))
            add((each.cell.empty() ? "" : each.cell + " : ") + each.what);
    if (at.errorsElsewhere > 0)
        add(say(words::errorsOnOtherSheets, language_,
                shownSeverity(Severity::error, at.errorsElsewhere, language_)));
    return text;
}

/// What was checked, by which rules and for which edition.
std::string ConformityPanel::context() const
{
    if (!listing_ || listing_->at.tables.empty()) return {};
    const SheetAtHand& at = listing_->at;
    const bool saysNoDate =
        at.state != SheetAtHand::State::partial || !listing_->list.source.workbook->verdict().noDate;
    std::string text;
    for (const std::string& note : shortTableNotes(*at.tables.front(), language_, saysNoDate))
        text += (text.empty() ? "" : "\n") + note;
    if (listing_->list.source.changed) text += "\n" + say(words::partial, language_);
    return text;
}

/// Of the context what tells most: the edition that is checked.
std::string ConformityPanel::contextTitle() const
{
    const bool any = listing_ && !listing_->at.tables.empty();
    const auto month = any ? listing_->at.tables.front()->edition.month : std::nullopt;
    return say(unfolded_ ? words::contextUnfolded : words::contextFolded, language_,
               month ? shownMonth(*month, language_) : say(words::context, language_));
}

/// The edition to propose where nothing says one; some rules then have nothing to go by.
std::optional<YearMonth> ConformityPanel::editionToPropose() const
{
    const bool asked = listing_ && listing_->at.state == SheetAtHand::State::partial &&
                       listing_->list.source.workbook->verdict().noDate;
    return asked ? std::optional(proposedEdition(today())) : std::nullopt;
}

void ConformityPanel::showVerdict()
{
    const auto proposed = editionToPropose();
    editionButton_.setVisible(proposed.has_value());
    if (proposed) editionButton_.show(say(words::editionButton, language_, shownMonth(*proposed, language_)));
    badge_.show(verdict());
    const std::string must = mustKnow(), rest = context();
    situation_.show(must + (must.empty() || rest.empty() || !unfolded_ ? "" : "\n") +
                    (unfolded_ ? rest : ""));
    situation_.setVisible(unfolded_ || !must.empty());
    contextButton_.show(contextTitle());
    contextButton_.enable(!rest.empty());
    const bool none = listing_ && listing_->list.shown == 0 && !listing_->at.tables.empty();
    std::string label = say(none ? words::nothingShown : vocabulary::findings, language_);
    if (listing_ && listing_->list.hidden > 0)
        label += " (" + say(words::hiddenByFilter, language_, listing_->list.hidden) + ")";
    listLabel_.show(label);
    relayout();
}

void ConformityPanel::showDetails()
{
    const Finding* finding = chosen();
    details_.showText(finding ? detailsOf(*finding, language_) : say(words::chooseFinding, language_));
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
    if (phase == DocumentWatch::Phase::cancelled) badge_.show(say(words::interruptedBadge, language_));
    if (phase == DocumentWatch::Phase::failed || (phase == DocumentWatch::Phase::upToDate && !listing_))
        showVerdict();
}

void ConformityPanel::tell(const std::string& text)
{
    status_.show(text);
    relayout();
}

sal_Int32 ConformityPanel::place(LayoutColumn& column, sal_Int32 treeHeight, sal_Int32 detailsHeight) const
{
    column.text(badge_);
    if (editionButton_.isVisible())
        column.buttons({contextButton_, tableButton_, editionButton_});
    else
        column.buttons({contextButton_, tableButton_});
    if (situation_.isVisible()) column.text(situation_);
    if (progress_.isVisible()) {
        column.full(progress_, 2 * column.unit());
        column.buttons({cancel_});
    }
    column.pair(severityLabel_, severity_, groupingLabel_, grouping_);
    column.onlyAloud(filterLabel_);
    column.labelled(listLabel_, filter_);
    column.full(treeControl_, treeHeight);
    column.onlyAloud(detailsLabel_);
    column.full(details_, detailsHeight);
    column.buttons({goTo_, fix_, accept_});
    column.buttons({fixAll_, export_, mark_});
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

/// What is left beside the other controls is for the tree, and a quarter of it for the details.
void ConformityPanel::layout(sal_Int32 width, sal_Int32 height)
{
    sized(width, height);
    LayoutColumn measure(host_.window, width, LayoutColumn::Mode::measure);
    const sal_Int32 room = height - place(measure, 0, 0), unit = measure.unit();
    const sal_Int32 details = std::clamp(room / 4, leastDetails * unit, fairDetails * unit);
    LayoutColumn column(host_.window, width, LayoutColumn::Mode::place);
    place(column, std::max(room - details, leastTree * unit), details);
}

void ConformityPanel::goToChosen(Keyboard keyboard)
{
    const Finding* finding = chosen();
    if (!finding) return;
    const auto trouble =
        goToCell(view_->controller(), finding->table->sheet().name(), finding->place, keyboard, language_);
    tell(trouble.value_or(std::string()));
}

void ConformityPanel::fixChosen()
{
    const Finding* finding = chosen();
    if (!finding || !finding->fix || !watch_ || !watch_->document().is()) return;
    const std::string cell = shownCells(*finding, language_);
    const auto done = makeEdits(watch_->document(), say(words::undoFix, language_, cell),
                                wholeFix(*finding)->edits, listing_->list.source.workbook->sheets());
    tell(done ? say(words::fixed, language_, cell) : describe(done.error(), language_));
}

void ConformityPanel::fixAll()
{
    if (!listing_ || !watch_ || !watch_->document().is()) return;
    SureFixes fixes;
    for (const CheckedTable* checked : listing_->at.tables)
        fixes.add(checked->findings);
    if (fixes.groups().empty()) return tell(say(words::fixedNone, language_));
    const auto done = makeAllEdits(watch_->document(), say(words::undoFixAll, language_), fixes.groups(),
                                   listing_->list.source.workbook->sheets());
    tell(done ? describe(*done, language_) : describe(done.error(), language_));
}

void ConformityPanel::acceptChosen()
{
    const Finding* finding = chosen();
    if (!finding || !watch_ || !watch_->document().is()) return;
    const std::weak_ptr<bool> life = life_;
    const auto said = acceptFinding(host_, watch_, listing_->list.source, *finding);
    if (life.lock() && said) tell(*said);
}

void ConformityPanel::exportFindings()
{
    if (!watch_ || !watch_->document().is()) return;
    if (watch_->phase() != DocumentWatch::Phase::upToDate) return tell(say(words::exportBusy, language_));
    const std::weak_ptr<bool> life = life_;
    const auto said = exportFindingsWithMenu(host_, watch_, export_);
    if (life.lock() && said) tell(*said);
}

void ConformityPanel::exportAs(std::string_view form)
{
    if (!watch_ || !watch_->document().is()) return;
    const std::weak_ptr<bool> life = life_;
    const auto said = sidebar::exportFindings(host_, watch_, form);
    if (life.lock() && said) tell(*said);
}

void ConformityPanel::chooseTable()
{
    if (!watch_ || !listing_) return;
    const std::weak_ptr<bool> life = life_;
    const auto said = chooseTableMeaning(host_, watch_, listing_->list.source.workbook, sheet_);
    if (life.lock() && said) tell(*said);
}

void ConformityPanel::takeEdition()
{
    const auto proposed = editionToPropose();
    if (!watch_ || !proposed) return;
    WatchSettings settings = watch_->settings();
    settings.edition = *proposed;
    watch_->change(std::move(settings));
    tell(say(words::editionTaken, language_, shownMonth(*proposed, language_)));
}

void ConformityPanel::toggleMarks()
{
    if (!watch_) return;
    watch_->setMarking(mark_.isChecked());
    tell(watch_->marksAreIncomplete() ? say(words::markedLimit, language_, CellMarks::mostCells)
                                      : std::string());
}

} // namespace panorama::sidebar
