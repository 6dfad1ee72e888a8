#include "core/table/sheet.hpp"

#include "core/text/fold.hpp"

#include <algorithm>

namespace panorama {

std::string columnName(int column)
{
    std::string name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

std::string a1(Place place)
{
    return columnName(place.column) + std::to_string(place.row + 1);
}

Sheet::Sheet(std::string name, CellOrigin origin, std::uint64_t generation)
    : name_(std::move(name)), origin_(origin), generation_(generation)
{
}

bool Sheet::isFilled(Place place) const
{
    const CellKind kind = this->kind(place);
    return kind != CellKind::empty && (kind != CellKind::text || !trimmed(text(place)).empty());
}

CellKind Sheet::kind(Place place) const
{
    if (place.row < 0 || place.column < 0 || place.column >= columnCount()) return CellKind::empty;
    const Column& column = columns_[static_cast<std::size_t>(place.column)];
    const auto row = static_cast<std::size_t>(place.row);
    return row < column.kinds.size() ? column.kinds[row] : CellKind::empty;
}

double Sheet::number(Place place) const
{
    switch (kind(place)) {
    case CellKind::number:
    case CellKind::date:
    case CellKind::logical:
        return columns_[static_cast<std::size_t>(place.column)].numbers[static_cast<std::size_t>(place.row)];
    default: return 0;
    }
}

std::string_view Sheet::text(Place place) const
{
    const CellKind held = kind(place);
    return held == CellKind::text || held == CellKind::error ? texts_.view(textId(place))
                                                             : std::string_view();
}

TextId Sheet::textId(Place place) const
{
    return static_cast<TextId>(
        columns_[static_cast<std::size_t>(place.column)].numbers[static_cast<std::size_t>(place.row)]);
}

bool Sheet::sameCell(Place place, const Sheet& other) const
{
    const CellKind held = kind(place);
    if (held != other.kind(place)) return false;
    switch (held) {
    case CellKind::empty: return true;
    case CellKind::text:
    case CellKind::error: return text(place) == other.text(place);
    default: return number(place) == other.number(place);
    }
}

bool Sheet::sameContent(const Sheet& other) const
{
    if (name_ != other.name_ || origin_ != other.origin_ || look_ != other.look_) return false;
    const auto differing = differingRows(other, 0);
    return differing && differing->empty();
}

std::optional<std::vector<int>> Sheet::differingRows(const Sheet& other, std::size_t most) const
{
    const int rows = std::max(rowCount_, other.rowCount_);
    const int columns = std::max(columnCount(), other.columnCount());
    std::vector<bool> differs(static_cast<std::size_t>(rows), false);
    for (int column = 0; column < columns; ++column)
        for (int row = 0; row < rows; ++row)
            if (!sameCell({row, column}, other)) differs[static_cast<std::size_t>(row)] = true;
    std::vector<int> result;
    for (int row = 0; row < rows; ++row) {
        if (!differs[static_cast<std::size_t>(row)]) continue;
        if (result.size() == most) return std::nullopt;
        result.push_back(row);
    }
    return result;
}

Sheet Sheet::onlyRows(const std::vector<int>& rows) const
{
    Sheet part(name_, origin_, generation_);
    part.noteWidth(widest());
    part.setLook(look_);
    for (int column = 0; column < columnCount(); ++column)
        for (const int row : rows) {
            const Place place{row, column};
            const CellKind held = kind(place);
            if (held == CellKind::text || held == CellKind::error)
                part.addText(place, text(place), held);
            else if (held != CellKind::empty)
                part.addNumber(place, number(place), held);
        }
    return part;
}

void Sheet::addNumber(Place place, double number, CellKind kind)
{
    put(place, kind, number);
}

void Sheet::addText(Place place, std::string_view utf8, CellKind kind)
{
    if (!utf8.empty()) put(place, kind, texts_.intern(utf8));
}

void Sheet::put(Place place, CellKind kind, double payload)
{
    const auto index = static_cast<std::size_t>(place.column);
    if (index >= columns_.size()) columns_.resize(index + 1);
    Column& column = columns_[index];
    const auto row = static_cast<std::size_t>(place.row);
    if (row >= column.kinds.size()) {
        column.kinds.resize(row + 1, CellKind::empty);
        column.numbers.resize(row + 1, 0);
    }
    column.kinds[row] = kind;
    column.numbers[row] = payload;
    rowCount_ = std::max(rowCount_, place.row + 1);
}

} // namespace panorama
