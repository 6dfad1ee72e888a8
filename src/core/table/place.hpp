#pragma once

#include <string>

namespace panorama {

/// A place in a sheet, counted from 0. Place{1, 0} is A2.
struct Place
{
    int row = 0;
    int column = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

/// "A2" for Place{1, 0}; "AA10" for Place{9, 26}.
std::string a1(Place place);
/// "AA" for 26.
std::string columnName(int column);

} // namespace panorama
