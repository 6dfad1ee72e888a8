#include "core/rules/finding.hpp"

namespace panorama {

Argument textArgument(std::string_view name, std::string_view text)
{
    return {.name = name, .text = std::string(text)};
}

Argument numberArgument(std::string_view name, double number, Argument::Kind kind)
{
    return {.name = name, .kind = kind, .number = number};
}

Argument dateArgument(std::string_view name, double serial)
{
    return {.name = name, .kind = Argument::Kind::date, .number = serial};
}

Argument monthArgument(std::string_view name, YearMonth month)
{
    const double months = static_cast<int>(month.year()) * 12.0 + static_cast<unsigned>(month.month()) - 1;
    return {.name = name, .kind = Argument::Kind::month, .number = months};
}

Fix textFix(FixDegree degree, std::string_view text)
{
    return {degree, {CellEdit{.kind = CellEdit::Kind::text, .text = std::string(text)}}};
}

Fix numberFix(FixDegree degree, double number)
{
    return {degree, {CellEdit{.kind = CellEdit::Kind::number, .number = number}}};
}

Fix dateFix(FixDegree degree, double serial)
{
    return {degree, {CellEdit{.kind = CellEdit::Kind::date, .number = serial}}};
}

} // namespace panorama
