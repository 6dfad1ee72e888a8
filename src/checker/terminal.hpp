#pragma once

#include <string_view>

namespace panorama {

/// Prints one line for the user beside what a program reads: whatever names and cells it holds, nothing in it
/// acts on the terminal or makes a line of its own.
void complain(std::string_view line);

} // namespace panorama
