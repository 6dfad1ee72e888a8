#include "workbench/new_sheet.hpp"

#include "core/data/text.hpp"

#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace panorama::workbench {

using css::uno::Reference;
using css::uno::UNO_QUERY;

namespace {

constexpr Text readOnly{"Ce classeur est ouvert en lecture seule\u00A0: enregistrez-en une copie, puis "
                        "recommencez dans celle-ci.",
                        "This workbook is open read-only: save a copy of it, then begin again in that one."};
constexpr Text isProtected{
    "La structure de ce classeur est protégée\u00A0: ôtez d’abord sa protection (Outils > Protéger la "
    "structure du classeur).",
    "The structure of this workbook is protected: first remove its protection (Tools > Protect "
    "Spreadsheet Structure)."};

} // namespace

std::optional<std::string> newSheetRefusal(const Document& document, Language language)
{
    const Reference<css::frame::XStorable> storable(document, UNO_QUERY);
    if (storable.is() && storable->isReadonly()) return say(readOnly, language);
    const Reference<css::util::XProtectable> structure(document, UNO_QUERY);
    if (structure.is() && structure->isProtected()) return say(isProtected, language);
    return std::nullopt;
}

} // namespace panorama::workbench
