#include "sidebar/document/document_changes.hpp"

#include "bridge/cell_writer.hpp"
#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"
#include "core/data/text.hpp"
#include "sidebar/words.hpp"
#include "workbench/undo_step.hpp"

#include <algorithm>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/text/XText.hpp>
#include <optional>

namespace panorama::sidebar::words {

constexpr Text fixedOne{"1 correction faite.", "1 fix made."};
constexpr Text fixedMany{"{} corrections faites.", "{} fixes made."};
constexpr Text skippedProtected{"{} laissées : feuille protégée.", "{} left: protected sheet."};
constexpr Text skippedFormula{"{} laissées : cellules avec formule.", "{} left: cells with a formula."};
constexpr Text skippedChanged{"{} laissées : cellules modifiées depuis le contrôle.",
                              "{} left: cells changed since the check."};
constexpr Text formulaCell{
    "La cellule {} contient une formule : corrigez-la à la main, elle n’a pas été remplacée.",
    "Cell {} holds a formula: correct it by hand, it was not replaced."};
constexpr Text cellChanged{"La cellule {} a changé depuis le contrôle : attendez le nouveau résultat.",
                           "Cell {} has changed since the check: wait for the new result."};

} // namespace panorama::sidebar::words

namespace panorama::sidebar {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

std::string describe(const ChangeRefusal& refusal, Language language)
{
    switch (refusal.why) {
    case ChangeRefusal::readOnly: return say(words::readOnly, language);
    case ChangeRefusal::protectedSheet: return say(words::protectedSheet, language, refusal.sheet);
    case ChangeRefusal::formula: return say(words::formulaCell, language, a1(refusal.place));
    case ChangeRefusal::changedSince: return say(words::cellChanged, language, a1(refusal.place));
    case ChangeRefusal::sheetGone: return say(words::sheetGone, language, refusal.sheet);
    case ChangeRefusal::failed: break;
    }
    return say(words::changeFailed, language);
}

std::string describe(const ChangeCount& count, Language language)
{
    std::string text = count.made == 0   ? say(words::fixedNone, language)
                       : count.made == 1 ? say(words::fixedOne, language)
                                         : say(words::fixedMany, language, count.made);
    const std::pair<Text, std::size_t> left[] = {{words::skippedProtected, count.protectedSheet},
                                                 {words::skippedFormula, count.formula},
                                                 {words::skippedChanged, count.changedSince}};
    for (const auto& [which, number] : left)
        if (number > 0) text += " " + say(which, language, number);
    return text;
}

bool isReadOnly(const Document& document)
{
    const Reference<css::frame::XStorable> storable(document, UNO_QUERY);
    return !storable.is() || storable->isReadonly();
}

namespace {

/// Whether edits may be made, cell by cell.
class Permission
{
  public:
    Permission(const Document& document, const std::vector<Sheet>& seen, const CellWriter& writer)
        : sheets_(document->getSheets(), UNO_QUERY_THROW), seen_(seen), writer_(writer)
    {
    }

    std::optional<ChangeRefusal> refusal(const CellEdit& edit) const
    {
        const auto no = [&](ChangeRefusal::Why why) { return ChangeRefusal{why, edit.sheet, edit.place}; };
        if (!sheets_->hasByName(fromUtf8(edit.sheet))) return no(ChangeRefusal::sheetGone);
        if (writer_.isProtected(edit)) return no(ChangeRefusal::protectedSheet);
        const Reference<css::sheet::XSpreadsheet> sheet(sheets_->getByName(fromUtf8(edit.sheet)),
                                                        UNO_QUERY_THROW);
        const auto cell = sheet->getCellByPosition(edit.place.column, edit.place.row);
        if (writer_.isFormula(edit)) return no(ChangeRefusal::formula);
        if (!holdsWhatWasSeen(cell, edit)) return no(ChangeRefusal::changedSince);
        return std::nullopt;
    }

  private:
    bool holdsWhatWasSeen(const Reference<css::table::XCell>& cell, const CellEdit& edit) const
    {
        const auto sheet = std::find_if(seen_.begin(), seen_.end(),
                                        [&](const Sheet& one) { return one.name() == edit.sheet; });
        if (sheet == seen_.end()) return false;
        switch (sheet->kind(edit.place)) {
        case CellKind::empty: return cell->getType() == css::table::CellContentType_EMPTY;
        case CellKind::text:
            return cell->getType() == css::table::CellContentType_TEXT &&
                   toUtf8(Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString()) ==
                       sheet->text(edit.place);
        case CellKind::error: return false;
        default:
            // The snapshot counts dates from another day 0 than some documents: the kind must do for them.
            return cell->getType() == css::table::CellContentType_VALUE &&
                   (sheet->kind(edit.place) == CellKind::date ||
                    cell->getValue() == sheet->number(edit.place));
        }
    }

    Reference<css::container::XNameAccess> sheets_;
    const std::vector<Sheet>& seen_;
    const CellWriter& writer_;
};

std::optional<ChangeRefusal> refusalOf(const Permission& permission, std::span<const CellEdit> edits)
{
    for (const CellEdit& edit : edits)
        if (auto refusal = permission.refusal(edit)) return refusal;
    return std::nullopt;
}

void countLeft(ChangeCount& count, ChangeRefusal::Why why)
{
    if (why == ChangeRefusal::protectedSheet)
        ++count.protectedSheet;
    else if (why == ChangeRefusal::formula)
        ++count.formula;
    else
        ++count.changedSince;
}

} // namespace

bool asOneStep(const Document& document, std::string_view name, const std::function<void()>& change)
{
    return guarded([&] {
        const workbench::UndoStep step(Reference<css::frame::XModel>(document, UNO_QUERY_THROW), name);
        change();
    });
}

tl::expected<void, ChangeRefusal> makeEdits(const Document& document, std::string_view name,
                                            std::span<const CellEdit> edits, const std::vector<Sheet>& seen)
{
    if (isReadOnly(document)) return tl::unexpected(ChangeRefusal{.why = ChangeRefusal::readOnly});
    std::optional<ChangeRefusal> refusal = ChangeRefusal{};
    guarded([&] {
        CellWriter writer(document);
        refusal = refusalOf(Permission(document, seen, writer), edits);
        if (refusal) return;
        const bool made = asOneStep(document, name, [&] {
            for (const CellEdit& edit : edits)
                writer.write(edit);
        });
        if (!made) refusal = ChangeRefusal{};
    });
    if (refusal) return tl::unexpected(*refusal);
    return {};
}

tl::expected<ChangeCount, ChangeRefusal> makeAllEdits(const Document& document, std::string_view name,
                                                      std::span<const std::vector<CellEdit>> groups,
                                                      const std::vector<Sheet>& seen)
{
    if (isReadOnly(document)) return tl::unexpected(ChangeRefusal{.why = ChangeRefusal::readOnly});
    ChangeCount count;
    const bool made = guarded([&] {
        CellWriter writer(document);
        const Permission permission(document, seen, writer);
        std::vector<const std::vector<CellEdit>*> allowed;
        for (const auto& group : groups) {
            if (const auto refusal = refusalOf(permission, group))
                countLeft(count, refusal->why);
            else
                allowed.push_back(&group);
        }
        if (allowed.empty()) return;
        asOneStep(document, name, [&] {
            for (const auto* group : allowed) {
                for (const CellEdit& edit : *group)
                    writer.write(edit);
                ++count.made;
            }
        });
    });
    if (!made) return tl::unexpected(ChangeRefusal{});
    return count;
}

} // namespace panorama::sidebar
