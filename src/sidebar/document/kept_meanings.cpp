#include "sidebar/document/kept_meanings.hpp"

#include "bridge/cell_writer.hpp"
#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"
#include "core/data/text.hpp"

#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace panorama::sidebar {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr Text meaningsSheet{"Sens des colonnes", "Meaning of columns"};
constexpr Text undoKeep{"Panorama : conserver le sens des colonnes", "Panorama: keep the meaning of columns"};
constexpr Text undoForget{"Panorama : oublier le sens des colonnes",
                          "Panorama: forget the meaning of columns"};

/// Whether sheets may neither come nor go.
bool isStructureProtected(const Document& document)
{
    const Reference<css::util::XProtectable> structure(document, UNO_QUERY);
    return structure.is() && structure->isProtected();
}

std::optional<ChangeRefusal> refusalFor(const Document& document)
{
    if (isReadOnly(document)) return ChangeRefusal{.why = ChangeRefusal::readOnly};
    if (isStructureProtected(document)) return ChangeRefusal{.why = ChangeRefusal::protectedSheet};
    return std::nullopt;
}

} // namespace

std::optional<ChangeRefusal> keepMeanings(const Document& document, const ColumnMeanings& meanings,
                                          const Columns& columns, Language language)
{
    if (auto refusal = refusalFor(document)) return refusal;
    std::optional<ChangeRefusal> refusal = ChangeRefusal{};
    guarded([&] {
        const std::string name =
            meanings.sheet ? meanings.sheet->name() : std::string(meaningsSheet.in(language));
        CellWriter writer(document);
        const bool made = asOneStep(document, undoKeep.in(language), [&] {
            const auto sheets = document->getSheets();
            if (sheets->hasByName(fromUtf8(name))) sheets->removeByName(fromUtf8(name));
            sheets->insertNewByName(fromUtf8(name), sal_Int16(0x7FFF));
            for (const CellEdit& edit : cellsOf(meanings, columns, name))
                writer.write(edit);
        });
        if (made) refusal.reset();
    });
    return refusal;
}

std::optional<ChangeRefusal> forgetMeanings(const Document& document, const std::string& sheet,
                                            Language language)
{
    if (auto refusal = refusalFor(document)) return refusal;
    std::optional<ChangeRefusal> refusal = ChangeRefusal{};
    guarded([&] {
        const bool made = asOneStep(document, undoForget.in(language),
                                    [&] { document->getSheets()->removeByName(fromUtf8(sheet)); });
        if (made) refusal.reset();
    });
    return refusal;
}

} // namespace panorama::sidebar
