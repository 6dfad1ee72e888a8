#pragma once

#include "core/drafts/sheet_draft.hpp"
#include "core/rules/nomenclature.hpp"
#include "core/rules/pack.hpp"
#include "core/table/columns.hpp"

#include <optional>
#include <string>

namespace panorama {

/// How the numbers of a field are shown.
NumberForm numberFormOf(FieldType type);

/// What a spreadsheet offers and says at the cells of a field: its list or limits, and what the rules of a
/// pack expect there.
class FieldGuidance
{
  public:
    /// month: which labels of dated lists are offered; all of them where it is not known.
    FieldGuidance(const Columns& columns, const Nomenclatures& nomenclatures, const Pack& pack,
                  std::optional<YearMonth> month, Language language)
        : columns_(columns), nomenclatures_(nomenclatures), pack_(pack), month_(month), language_(language)
    {
    }

    /// help stands before what the rules expect.
    CellGuidance of(Field field, const CellBlock& block, const std::string& help = {}) const;
    /// Of cells that are no field.
    CellGuidance of(FieldType type, const std::string& list, const std::string& title,
                    const CellBlock& block) const;
    /// The labels of a list in force.
    std::vector<std::string> choices(const std::string& list) const;

  private:
    std::string expectedOf(Field field) const;
    bool takesCodes(Field field) const;
    /// After the labels, which say what the acronyms stand for.
    void offerCodes(const std::string& list, std::vector<std::string>& choices) const;

    const Columns& columns_;
    const Nomenclatures& nomenclatures_;
    const Pack& pack_;
    std::optional<YearMonth> month_;
    Language language_;
};

} // namespace panorama
