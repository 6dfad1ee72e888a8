#include "sidebar/dialogs/accept_dialog.hpp"

#include "bridge/cell_writer.hpp"
#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"
#include "core/checking/waiver_line.hpp"
#include "core/data/text.hpp"
#include "core/report/finding_words.hpp"
#include "core/text/fold.hpp"
#include "core/words/vocabulary.hpp"
#include "sidebar/dialogs/dialog.hpp"
#include "sidebar/document/document_changes.hpp"
#include "sidebar/words.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>

namespace panorama::sidebar::words {

constexpr Text undoAccept{"Panorama : accepter un constat", "Panorama: accept a finding"};
constexpr Text acceptTitle{"Accepter un constat", "Accept a finding"};
constexpr Text acceptReason{"Motif :", "Reason:"};
constexpr Text acceptReasonHelp{
    "Pourquoi ce constat est accepté. Exemple : « coût confirmé par l’avis du 12/03/2024 ».",
    "Why this finding is accepted. Example: “cost confirmed by the opinion of 12 March 2024”."};
constexpr Text acceptBy{"Accepté par :", "Accepted by:"};
constexpr Text acceptByHelp{"La personne qui accepte.", "The person who accepts."};
constexpr Text acceptUntil{"Jusqu’au (facultatif) :", "Until (optional):"};
constexpr Text acceptUntilHelp{
    "Le dernier jour où l’acceptation vaut, par exemple 31/12/2026. Vide : sans limite.",
    "The last day of the acceptance, for example 31/12/2026. Empty: without limit."};
constexpr Text acceptMissing{"Indiquez le motif et la personne qui accepte.",
                             "Give the reason and who accepts."};
constexpr Text acceptBadDate{"« {} » n’est pas une date ; écrivez par exemple 31/12/2026.",
                             "“{}” is no date; write for example 31/12/2026."};
constexpr Text acceptSheet{"Acceptations", "Acceptances"};
constexpr Text acceptedNow{"Constat accepté : ligne ajoutée à la feuille « {} ».",
                           "Finding accepted: row added to sheet “{}”."};
constexpr Text ok{"OK", "OK"};

} // namespace panorama::sidebar::words

namespace panorama::sidebar {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

/// The user's name as they gave it to the office; empty where they did not.
std::string userName(const Reference<css::uno::XComponentContext>& context)
{
    rtl::OUString first, last;
    guarded([&] {
        const css::beans::NamedValue path("nodepath", Any(rtl::OUString("org.openoffice.UserProfile/Data")));
        const Reference<css::container::XNameAccess> data(
            css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
                "com.sun.star.configuration.ConfigurationAccess", sequence({Any(path)})),
            UNO_QUERY_THROW);
        data->getByName("givenname") >>= first;
        data->getByName("sn") >>= last;
    });
    return std::string(trimmed(toUtf8(first + " " + last)));
}

/// The form of an acceptance, asked again until it is complete.
class AcceptanceForm
{
  public:
    AcceptanceForm(const PanelHost& host, const Finding& finding)
        : language_(host.language), dialog_(host, words::acceptTitle.in(host.language))
    {
        const ControlMaker make = dialog_.make();
        const auto said = [&](const Text& which) { return which.in(language_); };
        finding_ =
            make.text("finding", say(vocabulary::labelled, language_, shownCell(finding, *finding.table),
                                     messageOf(finding, language_)));
        whyLabel_ = make.text("whyLabel", said(words::acceptReason));
        why_ = make.edit("why", said(words::acceptReasonHelp));
        byLabel_ = make.text("byLabel", said(words::acceptBy));
        by_ = make.edit("by", said(words::acceptByHelp));
        by_.showText(userName(host.context));
        untilLabel_ = make.text("untilLabel", said(words::acceptUntil));
        until_ = make.edit("until", said(words::acceptUntilHelp));
        trouble_ = make.text("trouble", "", true);
        dialog_.addEnd(said(words::ok), said(words::abandon));
    }

    std::optional<Acceptance> ask()
    {
        while (dialog_.run([&](LayoutColumn& column) { place(column); }))
            if (auto acceptance = complete()) return acceptance;
        return std::nullopt;
    }

  private:
    void place(LayoutColumn& column) const
    {
        column.text(finding_);
        column.text(whyLabel_);
        column.line(why_);
        column.labelled(byLabel_, by_);
        column.labelled(untilLabel_, until_);
        if (!trouble_.label().empty()) column.text(trouble_);
    }

    std::optional<Acceptance> complete()
    {
        Acceptance acceptance{
            .by = std::string(trimmed(by_.text())), .why = std::string(trimmed(why_.text())), .until = {}};
        const std::string until(trimmed(until_.text()));
        if (!until.empty()) {
            const auto date = parseDate(until);
            if (!date || date->form == DateForm::month || date->form == DateForm::monthShortYear) {
                trouble_.show(say(words::acceptBadDate, language_, until));
                return std::nullopt;
            }
            acceptance.until = date->date;
        }
        if (!acceptance.by.empty() && !acceptance.why.empty()) return acceptance;
        trouble_.show(say(words::acceptMissing, language_));
        return std::nullopt;
    }

    Language language_;
    Dialog dialog_;
    Control finding_, whyLabel_, why_, byLabel_, by_, untilLabel_, until_, trouble_;
};

/// The list may have grown since it was read.
bool isFree(const Document& document, const CellEdit& edit)
{
    const Reference<css::sheet::XSpreadsheet> sheet(document->getSheets()->getByName(fromUtf8(edit.sheet)),
                                                    UNO_QUERY_THROW);
    return sheet->getCellByPosition(edit.place.column, edit.place.row)->getType() ==
           css::table::CellContentType_EMPTY;
}

std::optional<ChangeRefusal> addLine(const Document& document, const WaiverLine& line, Language language)
{
    if (isReadOnly(document)) return ChangeRefusal{.why = ChangeRefusal::readOnly};
    std::optional<ChangeRefusal> refusal = ChangeRefusal{};
    guarded([&] {
        CellWriter writer(document);
        const CellEdit& last = line.edits.back();
        if (!line.isNewSheet && (writer.isProtected(last) || !isFree(document, last))) {
            refusal = ChangeRefusal{writer.isProtected(last) ? ChangeRefusal::protectedSheet
                                                             : ChangeRefusal::changedSince,
                                    line.sheet, last.place};
            return;
        }
        const bool made = asOneStep(document, words::undoAccept.in(language), [&] {
            if (line.isNewSheet)
                document->getSheets()->insertNewByName(fromUtf8(line.sheet), sal_Int16(0x7FFF));
            for (const CellEdit& edit : line.edits)
                writer.write(edit);
        });
        if (made) refusal.reset();
    });
    return refusal;
}

} // namespace

// The copies live as long as the dialog, whatever becomes of the panel.
// NOLINTBEGIN(performance-unnecessary-value-param)
std::optional<std::string> acceptFinding(const PanelHost& panel, std::shared_ptr<DocumentWatch> watch,
                                         LiveResult result, const Finding& finding)
// NOLINTEND(performance-unnecessary-value-param)
{
    const PanelHost host = panel; // the panel may go while the dialog is open
    const auto acceptance = AcceptanceForm(host, finding).ask();
    if (!acceptance || !watch->document().is() || !watch->rules()) return std::nullopt;
    const auto line = waiverLine(*result.workbook, finding, *acceptance, watch->rules()->columns(),
                                 say(words::acceptSheet, host.language), host.language);
    const auto refusal = addLine(watch->document(), line, host.language);
    return refusal ? describe(*refusal, host.language) : say(words::acceptedNow, host.language, line.sheet);
}

} // namespace panorama::sidebar
