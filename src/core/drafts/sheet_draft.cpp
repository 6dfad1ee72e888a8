#include "core/drafts/sheet_draft.hpp"

namespace panorama {

DraftCell textCell(std::string_view text, Look look)
{
    return {.kind = DraftCell::Kind::text, .text = std::string(text), .look = look};
}

DraftCell wrappedCell(std::string_view text, Look look)
{
    return {.kind = DraftCell::Kind::text, .text = std::string(text), .look = look, .wraps = true};
}

DraftCell numberCell(double number, NumberForm form, Look look)
{
    return {.kind = DraftCell::Kind::number, .number = number, .look = look, .form = form};
}

DraftCell formulaCell(std::string_view formula, NumberForm form, Look look)
{
    return {.kind = DraftCell::Kind::formula, .text = std::string(formula), .look = look, .form = form};
}

DraftCell linkCell(std::string_view words, std::string_view target, Look look)
{
    return {.kind = DraftCell::Kind::link,
            .text = std::string(words),
            .target = std::string(target),
            .look = look};
}

DraftCell inputCell(NumberForm form)
{
    return {.look = Look::input, .form = form};
}

std::string linkTarget(std::string_view sheet, std::string_view cell)
{
    std::string target = "#'";
    for (const char character : sheet) {
        if (character == '\'') target += '\'';
        target += character;
    }
    return target + "'." + std::string(cell);
}

} // namespace panorama
