#pragma once

#include "core/data/language.hpp"
#include "core/table/portfolio.hpp"

#include <string>
#include <vector>

namespace panorama {

/// A key figure in words: label, value, and what it stands on (how many projects, by which method).
struct ShownFigure
{
    std::string label;
    std::string value;
    std::string basis;
};

std::vector<ShownFigure> shownFigures(const PortfolioFigures& figures, Language language);

} // namespace panorama
