#pragma once

#include "core/publication/publication.hpp"

#include <array>
#include <span>

namespace panorama {

/// Writes the published cells of a table's projects, one project at a time, and counts what it derived.
class PublishedRows
{
  public:
    PublishedRows(const CheckedTable& source, const RuleBook& book);

    /// Why the figures of a project are kept back; Withheld::no where they are published.
    Publication::WithheldProject withheld(std::size_t row) const;
    std::string cell(Field field, std::size_t row);

    std::size_t count(Publication::Note::Kind kind) const { return counts_[static_cast<std::size_t>(kind)]; }
    void note(Publication::Note::Kind kind) { ++counts_[static_cast<std::size_t>(kind)]; }

  private:
    std::string text(Field field, std::size_t row) const;
    std::string listed(Field field, const char* list, std::size_t row);
    std::string ministry(std::size_t row, bool acronym);
    std::string ministryWord(std::string_view said, bool acronym) const;
    std::string start(std::size_t row);
    std::string duration(std::size_t row);
    std::string cost(std::size_t row);
    std::string band(std::size_t row) const;
    std::string publicationDate(std::size_t row);
    const Reading* firstFilled(std::span<const Field> fields, std::size_t row) const;
    std::string figure(const Reading* reading);

    const CheckedTable& source_;
    const Table& table_;
    const RuleBook& book_;
    std::optional<Date> editionDay_;
    std::array<std::size_t, 16> counts_{};
    std::optional<std::size_t> derivedIn_; ///< the last project whose ministry was derived
};

} // namespace panorama
