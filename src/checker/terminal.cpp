#include "checker/terminal.hpp"

#include "core/text/plain_text.hpp"

#include <iostream>

namespace panorama {

void complain(std::string_view line)
{
    std::cerr << onOneLine(line) << "\n";
}

} // namespace panorama
