#include "core/table/reading.hpp"

#include "core/text/fold.hpp"
#include "core/text/plain_text.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace panorama {

namespace {

// A plain number in a date column is taken for a date that lost its format only where it makes a plausible
// one.
constexpr double earliestSerial = 32874; // 1990-01-01
constexpr double latestSerial = 58440;   // 2059-12-31

// A unit in a cell contradicts its column where it makes the amount so many times smaller or larger than the
// others; where it also makes it an unlikely one, less is enough.
constexpr double contradiction = 1000;
constexpr double contradictionOfUnlikely = 100;

bool isLikely(double amount)
{
    return amount >= lowestLikelyAmount && amount <= highestLikelyAmount;
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Without what binary fractions leave behind: 20 600 k€ are 20.6 M€.
double converted(double value)
{
    constexpr double scale = 1e9;
    return std::abs(value) < 1e6 ? std::round(value * scale) / scale : value;
}

} // namespace

std::optional<double> millionsIn(NumberUnit unit)
{
    switch (unit) {
    case NumberUnit::millionEuro: return 1;
    case NumberUnit::thousandEuro: return 1e-3;
    case NumberUnit::euro: return 1e-6;
    case NumberUnit::billionEuro: return 1e3;
    default: return std::nullopt;
    }
}

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
    if (type_ == FieldType::rate) settleRates(places);
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
        default: readings[i] = readNumber(sheet_.number(place), kind, isPercent(place) ? 1 : divisor_);
        }
    }
    if (type_ == FieldType::money) doubtUnits(readings);
    return readings;
}

/// Whether the header says per cent or not, the column's cells have the last word: fractions below a header
/// "(%)" are cells shown in per cent, and where some cells carry "%" the bare ones above 1 mean the same.
void ColumnReader::settleRates(const std::vector<Place>& places)
{
    double highest = 0;
    bool percents = false;
    for (const Place place : places) {
        const CellKind kind = sheet_.kind(place);
        if (kind == CellKind::number && !isPercent(place))
            highest = std::max(highest, std::abs(sheet_.number(place)));
        const auto written = kind == CellKind::text ? parseNumber(sheet_.text(place)) : std::nullopt;
        if (!written) continue;
        if (written->unit == NumberUnit::none)
            highest = std::max(highest, std::abs(written->value));
        else
            percents = percents || written->unit == NumberUnit::percent;
    }
    if (divisor_ != 1 && highest > 0 && highest <= 1) divisor_ = 1;
    if (divisor_ == 1 && percents && highest > 1) divisor_ = 100;
}

/// A cell shown in per cent holds a fraction, whatever its header says.
bool ColumnReader::isPercent(Place place) const
{
    return type_ == FieldType::rate && !sheet_.look().formats.empty() &&
           sheet_.look().formatAt(place).percent;
}

bool ColumnReader::unitDiffers(const Reading& reading) const
{
    const auto written = reading.typedAsText ? parseNumber(sheet_.texts().view(reading.text)) : std::nullopt;
    const auto unit = written ? millionsIn(written->unit) : std::nullopt;
    return unit && std::abs(*unit * divisor_ - 1) > 1e-9;
}

/// A unit in a cell that is not its column's is believed only where the amount is of the size of the others.
void ColumnReader::doubtUnits(std::vector<Reading>& readings) const
{
    std::vector<double> plain, likely;
    std::vector<Reading*> carrying;
    for (Reading& reading : readings) {
        if (!reading.isNumber() || reading.number <= 0) continue;
        if (!unitDiffers(reading)) {
            plain.push_back(reading.number);
            continue;
        }
        carrying.push_back(&reading);
        if (isLikely(reading.number)) likely.push_back(reading.number);
    }
    const auto& others = plain.empty() ? likely : plain;
    for (Reading* reading : carrying) {
        const double amount = reading->number;
        const double usual =
            others.empty() ? std::clamp(amount, lowestLikelyAmount, highestLikelyAmount) : medianOf(others);
        const double times = std::max(amount / usual, usual / amount);
        const bool several = others.empty() && carrying.size() > 1;
        reading->toConfirm =
            times >= contradiction || (!isLikely(amount) && (several || times >= contradictionOfUnlikely));
        if (reading->toConfirm) reading->kind = Reading::Kind::text;
    }
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
    if (reading.kind != Reading::Kind::text || reading.toConfirm) return reading;
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
    int decimals = number->decimals;
    switch (number->unit) {
    case NumberUnit::none: break;
    case NumberUnit::percent:
    case NumberUnit::points:
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
        value = converted(number->value * *millionsIn(number->unit));
        if (number->unit != NumberUnit::millionEuro || divisor_ != 1)
            decimals = decimalsOf(converted(value * divisor_));
    }
    // In a CSV file a plain number with the column's decimal mark is as natural as a typed number in a sheet.
    const bool bare = number->unit == NumberUnit::none && number->tax == TaxWord::none && !number->grouped &&
                      !number->scientific;
    const bool natural = sheet_.origin() == CellOrigin::plainText && bare &&
                         (number->decimalMark == 0 || number->decimalMark == naturalMark_) &&
                         trimmed(text) == text && !oddCharacterIn(text);
    return {.kind = Reading::Kind::number,
            .typedAsText = !natural,
            .decimals = static_cast<std::uint8_t>(std::min(decimals, 15)),
            .number = value};
}

Reading ColumnReader::understandDate(std::string_view text) const
{
    const auto date = parseDate(text);
    if (date) {
        const bool natural = sheet_.origin() == CellOrigin::plainText && !oddCharacterIn(text) &&
                             (date->form == DateForm::iso || date->form == DateForm::numeric);
        return {.kind = Reading::Kind::date,
                .typedAsText = !natural,
                .shortYear = date->form == DateForm::monthShortYear,
                .number = serialOf(date->date)};
    }
    const auto likely = likelyDate(text);
    if (!likely) return {.kind = Reading::Kind::text};
    return {.kind = likely->isDay ? Reading::Kind::date : Reading::Kind::text,
            .typedAsText = likely->isDay,
            .shortYear = likely->isDay,
            .toConfirm = !likely->isDay,
            .number = likely->isDay ? serialOf(likely->first) : 0};
}

Reading ColumnReader::readNumber(double number, CellKind kind, double divisor) const
{
    if (type_ != FieldType::date) {
        const bool figure = isFigure(type_) && kind != CellKind::date;
        return {.kind = kind == CellKind::date ? Reading::Kind::date : Reading::Kind::number,
                .decimals = figure ? decimalsOf(number) : std::uint8_t(0),
                .number = figure ? number / divisor : number};
    }
    if (kind == CellKind::date) return {.kind = Reading::Kind::date, .number = number};
    const bool plausible = kind == CellKind::number && number >= earliestSerial && number <= latestSerial &&
                           number == std::floor(number);
    if (plausible) return {.kind = Reading::Kind::date, .bareSerial = true, .number = number};
    const bool likely = kind == CellKind::number && likelyDate(fmt::format("{}", number));
    return {.kind = Reading::Kind::number, .toConfirm = likely, .number = number};
}

} // namespace panorama
