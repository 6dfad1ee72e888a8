#include "core/table/reading.hpp"

#include "core/text/fold.hpp"
#include "core/text/number.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace panorama {

namespace {

// A plain number in a date column is taken for a date that lost its format only where it makes a plausible
// one.
constexpr double earliestSerial = 32874; // 1990-01-01
constexpr double latestSerial = 58440;   // 2059-12-31

bool isFigure(FieldType type)
{
    return type == FieldType::money || type == FieldType::years || type == FieldType::rate ||
           type == FieldType::number;
}

} // namespace

std::uint8_t decimalsOf(double number)
{
    const std::string text = fmt::format("{}", number); // the shortest that reads back the same
    const auto point = text.find('.');
    const auto exponent = text.find('e');
    if (point == std::string::npos || exponent != std::string::npos) return 0;
    const auto decimals = text.size() - point - 1;
    return static_cast<std::uint8_t>(text.ends_with(".0") ? 0 : std::min<std::size_t>(decimals, 15));
}

ColumnReader::ColumnReader(const Sheet& sheet, FieldType type, double divisor)
    : sheet_(sheet), type_(type), divisor_(divisor)
{
}

std::vector<Reading> ColumnReader::read(int column, const std::vector<int>& rows)
{
    std::vector<Place> places;
    places.reserve(rows.size());
    for (const int row : rows)
        places.push_back({row, column});
    return read(places);
}

std::vector<Reading> ColumnReader::read(const std::vector<Place>& places)
{
    const bool interpreted = isFigure(type_) || type_ == FieldType::date;
    if (interpreted && sheet_.origin() == CellOrigin::plainText) settleDecimalMark(places);
    std::vector<Reading> readings(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Place place = places[i];
        switch (const CellKind kind = sheet_.kind(place)) {
        case CellKind::empty: break;
        case CellKind::text:
            readings[i] = interpreted ? readText(sheet_.textId(place))
                                      : Reading{.kind = Reading::Kind::text, .text = sheet_.textId(place)};
            break;
        case CellKind::error:
            readings[i] = {.kind = Reading::Kind::error, .text = sheet_.textId(place)};
            break;
        default: readings[i] = readNumber(sheet_.number(place), kind);
        }
    }
    return readings;
}

void ColumnReader::settleDecimalMark(const std::vector<Place>& places)
{
    if (!isFigure(type_)) return;
    long commas = 0, points = 0;
    for (const Place place : places) {
        const auto text = sheet_.text(place);
        if (text.size() > 32) continue;
        const bool comma = text.find(',') != std::string_view::npos,
                   point = text.find('.') != std::string_view::npos;
        if (comma == point) continue;
        if (parseNumber(text)) ++(comma ? commas : points);
    }
    naturalMark_ = commas > points ? ',' : '.';
}

Reading ColumnReader::readText(TextId id)
{
    return known_.get(id, [&] {
        Reading reading = understand(sheet_.texts().view(id));
        reading.text = id;
        return reading;
    });
}

Reading ColumnReader::understand(std::string_view text) const
{
    if (trimmed(text).empty()) return {};
    const Reading reading = type_ == FieldType::date ? understandDate(text) : understandNumber(text);
    if (reading.kind != Reading::Kind::text) return reading;
    if (const Withheld withheld = withheldBy(text); withheld != Withheld::no)
        return {.kind = Reading::Kind::withheld, .withheld = withheld};
    return reading;
}

Reading ColumnReader::understandNumber(std::string_view text) const
{
    const auto number = parseNumber(text);
    const Reading notUnderstood{.kind = Reading::Kind::text};
    if (!number) return notUnderstood;
    double value = number->value / divisor_;
    switch (number->unit) {
    case NumberUnit::none: break;
    case NumberUnit::percent:
        if (type_ != FieldType::rate) return notUnderstood;
        value = number->value / 100;
        break;
    case NumberUnit::years:
    case NumberUnit::months:
        if (type_ != FieldType::years) return notUnderstood;
        value = number->unit == NumberUnit::months ? number->value / 12 : number->value;
        break;
    default:
        if (type_ != FieldType::money) return notUnderstood;
        value = number->unit == NumberUnit::millionEuro    ? number->value
                : number->unit == NumberUnit::thousandEuro ? number->value / 1e3
                : number->unit == NumberUnit::euro         ? number->value / 1e6
                                                           : number->value * 1e3;
    }
    // In a CSV file a plain number with the column's decimal mark is as natural as a typed number in a sheet.
    const bool natural =
        sheet_.origin() == CellOrigin::plainText && number->unit == NumberUnit::none && !number->grouped &&
        (number->decimalMark == 0 || number->decimalMark == naturalMark_) && trimmed(text) == text;
    return {.kind = Reading::Kind::number,
            .typedAsText = !natural,
            .decimals = static_cast<std::uint8_t>(std::min(number->decimals, 15)),
            .number = value};
}

Reading ColumnReader::understandDate(std::string_view text) const
{
    const auto date = parseDate(text);
    if (!date) return {.kind = Reading::Kind::text};
    const bool natural = sheet_.origin() == CellOrigin::plainText &&
                         (date->form == DateForm::iso || date->form == DateForm::numeric);
    return {.kind = Reading::Kind::date,
            .typedAsText = !natural,
            .shortYear = date->form == DateForm::monthShortYear,
            .number = serialOf(date->date)};
}

Reading ColumnReader::readNumber(double number, CellKind kind) const
{
    if (type_ != FieldType::date) {
        const bool figure = isFigure(type_) && kind != CellKind::date;
        return {.kind = kind == CellKind::date ? Reading::Kind::date : Reading::Kind::number,
                .decimals = figure ? decimalsOf(number) : std::uint8_t(0),
                .number = figure ? number / divisor_ : number};
    }
    if (kind == CellKind::date) return {.kind = Reading::Kind::date, .number = number};
    const bool plausible = kind == CellKind::number && number >= earliestSerial && number <= latestSerial &&
                           number == std::floor(number);
    if (plausible) return {.kind = Reading::Kind::date, .bareSerial = true, .number = number};
    return {.kind = Reading::Kind::number, .number = number};
}

} // namespace panorama
