#pragma once

#include "checker/batch.hpp"

namespace panorama {

/// Makes one portfolio of the files of the command line and writes it to --output; says what has to be looked
/// at, and which folders within the folders named were not read. The exit code: 0 all is told apart, 1
/// conflicts or duplicates, 2 a file not read or nothing written.
int consolidateFiles(Batch& batch, const RuleBook& book, const CommandLine& line,
                     const std::vector<std::string>& unreadFolders);

/// The files of the command line, with the spreadsheets of a folder in place of the folder, by name.
std::vector<std::string> withFolders(const std::vector<std::string>& files);
/// The names of the folders within the folders of the command line: only the files beside them are read.
std::vector<std::string> foldersNotRead(const std::vector<std::string>& files);

} // namespace panorama
