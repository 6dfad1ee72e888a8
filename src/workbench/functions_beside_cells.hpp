#pragma once

#include "workbench/file_reports.hpp"

#include <vector>

namespace panorama::workbench {

/// Whether a formula of the API uses one of our functions, itself or through a defined name.
class UsesOurs
{
  public:
    explicit UsesOurs(const Document& document);

    bool operator()(const rtl::OUString& formula) const;
    std::size_t names() const { return names_.size(); } ///< that use them

  private:
    std::vector<rtl::OUString> names_; ///< in capitals
};

/// How many defined names, conditional formats and validities use our functions: what is no cell has no value
/// that could take its place.
std::size_t countBesideCells(const Document& document, const UsesOurs& usesOurs);

} // namespace panorama::workbench
