#pragma once

#include <vector>

namespace panorama {

/// The sum of numbers as they are typed, in decimal digits, rounded once: 20.6, 11.2 and 10.8 give 42.6. It
/// does not depend on the order of the rows, so that totals match to the cent and beyond. What has too many
/// digits for that is summed by its bits (Shewchuk's growing expansion, as in Python's math.fsum). Finite
/// numbers only.
class ExactSum
{
  public:
    void add(double number);
    double value() const;

  private:
    __extension__ using Wide = __int128;

    void addBits(double number);

    Wide decimals_ = 0;            ///< in units of 1e-18
    std::vector<double> partials_; ///< non-overlapping, growing in magnitude
};

} // namespace panorama
