#pragma once

#include "core/table/cell_edit.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/util/Date.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <optional>

namespace panorama {

/// Makes cell edits in a document. May throw UNO's exceptions.
class CellWriter
{
  public:
    explicit CellWriter(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

    /// Whether the cell must not be changed: its sheet is protected and the cell locked. The API itself
    /// writes through protection.
    bool isProtected(const CellEdit& edit) const;
    bool isFormula(const CellEdit& edit) const;
    void write(const CellEdit& edit);

  private:
    css::uno::Reference<css::table::XCell> cell(const CellEdit& edit) const;
    double nullDateOffset() const;
    void setNumber(const CellEdit& edit, double number, sal_Int16 kind);
    sal_Int16 typeOf(sal_Int32 format) const;
    std::optional<sal_Int32> formatOfNeighbour(const CellEdit& edit, sal_Int16 kind) const;
    bool suits(sal_Int32 format, sal_Int16 kind) const;

    css::uno::Reference<css::container::XNameAccess> sheets_;
    css::uno::Reference<css::util::XNumberFormatsSupplier> formats_;
    css::util::Date nullDate_{30, 12, 1899};
};

} // namespace panorama
