#pragma once

#include <vector>

namespace panorama {

/// The correctly rounded sum of doubles: it does not depend on the order of the rows, so that totals match to
/// the cent and beyond (Shewchuk's growing expansion, as in Python's math.fsum). Finite numbers only.
class ExactSum
{
  public:
    void add(double number);
    double value() const;

  private:
    std::vector<double> partials_; ///< non-overlapping, growing in magnitude
};

} // namespace panorama
