#include "core/rules/finding.hpp"

namespace panorama {

Argument::Value dayOf(double serial)
{
    if (const auto date = dateOfSerial(serial)) return *date;
    return std::string();
}

Repair textFix(FixDegree degree, std::string_view text)
{
    return {.degree = degree, .kind = CellEdit::Kind::text, .text = std::string(text)};
}

Repair numberFix(FixDegree degree, double number)
{
    return {.degree = degree, .kind = CellEdit::Kind::number, .number = number};
}

Repair dateFix(FixDegree degree, double serial)
{
    return {.degree = degree, .kind = CellEdit::Kind::date, .number = serial};
}

} // namespace panorama
