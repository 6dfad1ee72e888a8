#include "core/checking/cell_account.hpp"

#include "core/table/row_kinds.hpp"

#include <algorithm>

namespace panorama {

namespace {

enum class Account : std::uint8_t { none, read, setAside, notUnderstood };

/// The accounts of one sheet's cells, as its tables claim them; the first claim holds.
class SheetAccount
{
  public:
    SheetAccount(const Sheet& sheet, Account elsewhere)
        : sheet_(sheet), elsewhere_(elsewhere), columns_(sheet.columnCount()),
          accounts_(static_cast<std::size_t>(sheet.rowCount()) * static_cast<std::size_t>(columns_))
    {
    }

    void take(const Table& table)
    {
        for (const auto& column : table.recognised())
            claim(table.headerPlace(column.meaning.field), Account::read);
        for (const auto& unknown : table.unrecognised())
            claim(unknown.place, Account::notUnderstood);
        for (std::size_t row = 0; row < table.rowCount(); ++row)
            takeProject(table, row);
        for (const Place place : table.unitPlaces())
            claim(place, Account::read);
    }

    /// The rows that are no projects. After the likely projects, which a table may pass over as rows of
    /// another.
    void takeIgnored(const Table& table)
    {
        for (const auto& ignored : table.ignored()) {
            const Account account = ignored.why == Table::Ignored::Why::doubtful    ? Account::notUnderstood
                                    : ignored.why == Table::Ignored::Why::nilReturn ? Account::read
                                                                                    : Account::setAside;
            for (int column = 0; column < columns_; ++column)
                claim({ignored.row, column}, account);
        }
    }

    /// A declaration that there is nothing, without a table: its words, and whose they are.
    void takeDeclaration()
    {
        for (int row = 0; row < sheet_.rowCount(); ++row)
            for (int column = 0; column < columns_; ++column) {
                const auto text = sheet_.text({row, column});
                if (saysNothingToDeclare(text) || namesMinistry(text)) claim({row, column}, Account::read);
            }
    }

    /// The cells among which likely projects stand, but for those that a table claims.
    void takeLikely(const CellArea& area)
    {
        const int lastRow = std::min(area.last.row, sheet_.rowCount() - 1);
        const int lastColumn = std::min(area.last.column, columns_ - 1);
        for (int row = area.first.row; row <= lastRow; ++row)
            for (int column = area.first.column; column <= lastColumn; ++column)
                claim({row, column}, Account::notUnderstood);
    }

    void addTo(CellAccount& sum) const
    {
        for (int row = 0; row < sheet_.rowCount(); ++row)
            for (int column = 0; column < columns_; ++column) {
                const Place place{row, column};
                if (!sheet_.isFilled(place)) continue;
                ++sum.filled;
                const Account claimed = accounts_[at(place)];
                switch (claimed == Account::none ? elsewhere_ : claimed) {
                case Account::read: ++sum.read; break;
                case Account::notUnderstood: ++sum.notUnderstood; break;
                default: ++sum.setAside;
                }
            }
    }

  private:
    std::size_t at(Place place) const
    {
        return static_cast<std::size_t>(place.row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(place.column);
    }

    void claim(Place place, Account account)
    {
        if (place.row >= sheet_.rowCount() || place.column >= columns_) return;
        Account& claimed = accounts_[at(place)];
        if (claimed == Account::none) claimed = account;
    }

    void takeProject(const Table& table, std::size_t row)
    {
        for (const Field field : allFields) {
            if (!table.has(field)) continue;
            const Reading& reading = table.readings(field)[row];
            claim(table.place(field, row),
                  isUnderstood(table, field, reading) ? Account::read : Account::notUnderstood);
        }
        if (table.isTurned()) {
            const int column = table.place(Field::name, row).column;
            for (const auto& unknown : table.unrecognised())
                claim({unknown.place.row, column}, Account::notUnderstood);
            return;
        }
        if (table.role() == LayoutRole::fiche) return;
        const int sheetRow = table.place(Field::name, row).row;
        for (const auto& column : table.recognised()) // of a column that another one fills up
            claim({sheetRow, column.column}, Account::setAside);
        for (const auto& column : table.repeated())
            claim({sheetRow, column.column}, Account::setAside);
        for (const auto& unknown : table.unrecognised())
            claim({sheetRow, unknown.place.column}, Account::notUnderstood);
    }

    static bool isUnderstood(const Table& table, Field field, const Reading& reading)
    {
        if (reading.kind == Reading::Kind::error || reading.toConfirm) return false;
        if (reading.isNumber() && table.isForeign(field)) return false;
        const FieldType type = table.columns().field(field).type;
        return (!isFigure(type) && type != FieldType::date) || reading.kind != Reading::Kind::text;
    }

    const Sheet& sheet_;
    Account elsewhere_;
    int columns_;
    std::vector<Account> accounts_;
};

} // namespace

CellAccount accountOf(const CheckedWorkbook& workbook)
{
    CellAccount sum;
    for (const Sheet& sheet : workbook.sheets()) {
        // Beside a table of projects other sheets and titles are no data of the panorama; alone they are not
        // understood.
        const bool understood = workbook.mainTable() || workbook.declaresNothing();
        SheetAccount account(sheet, understood ? Account::setAside : Account::notUnderstood);
        if (workbook.declaresNothing()) account.takeDeclaration();
        for (const CheckedTable& checked : workbook.tables())
            if (&checked.table.sheet() == &sheet) account.take(checked.table);
        for (const SetAside& part : workbook.setAside())
            if (part.why == SetAside::Why::likely && part.sheet == &sheet) account.takeLikely(part.area);
        for (const CheckedTable& checked : workbook.tables())
            if (&checked.table.sheet() == &sheet) account.takeIgnored(checked.table);
        account.addTo(sum);
    }
    return sum;
}

} // namespace panorama
