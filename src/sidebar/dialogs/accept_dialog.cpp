#include "sidebar/dialogs/accept_dialog.hpp"

#include "bridge/cell_writer.hpp"
#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"
#include "core/checking/waiver_line.hpp"
#include "core/report/finding_words.hpp"
#include "core/text/fold.hpp"
#include "sidebar/dialogs/dialog.hpp"
#include "sidebar/document/document_changes.hpp"
#include "sidebar/words.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>

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
        : language_(host.language), dialog_(host, word(Word::acceptTitle, host.language))
    {
        const ControlMaker make = dialog_.make();
        const auto words = [&](Word which) { return word(which, language_); };
        finding_ =
            make.text("finding", say(Word::acceptFinding, language_, shownCell(finding, *finding.table),
                                     messageOf(finding, language_)));
        whyLabel_ = make.text("whyLabel", words(Word::acceptReason));
        why_ = make.edit("why", words(Word::acceptReasonHelp));
        byLabel_ = make.text("byLabel", words(Word::acceptBy));
        by_ = make.edit("by", words(Word::acceptByHelp));
        by_.showText(userName(host.context));
        untilLabel_ = make.text("untilLabel", words(Word::acceptUntil));
        until_ = make.edit("until", words(Word::acceptUntilHelp));
        trouble_ = make.text("trouble", "", true);
        dialog_.addEnd(words(Word::ok), words(Word::abandon));
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
                trouble_.show(say(Word::acceptBadDate, language_, until));
                return std::nullopt;
            }
            acceptance.until = date->date;
        }
        if (!acceptance.by.empty() && !acceptance.why.empty()) return acceptance;
        trouble_.show(say(Word::acceptMissing, language_));
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
        const bool made = asOneStep(document, word(Word::undoAccept, language), [&] {
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

std::optional<std::string> acceptFinding(const PanelHost& panel, std::shared_ptr<DocumentWatch> watch,
                                         LiveResult result, const Finding& finding)
{
    const PanelHost host = panel; // the panel may go while the dialog is open
    const auto acceptance = AcceptanceForm(host, finding).ask();
    if (!acceptance || !watch->document().is() || !watch->rules()) return std::nullopt;
    const auto line = waiverLine(*result.workbook, finding, *acceptance, watch->rules()->columns(),
                                 say(Word::acceptSheet, host.language), host.language);
    const auto refusal = addLine(watch->document(), line, host.language);
    return refusal ? describe(*refusal, host.language) : say(Word::acceptedNow, host.language, line.sheet);
}

} // namespace panorama::sidebar
