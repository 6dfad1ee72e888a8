#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace panorama {

/// Whether something has that name already: what is there is never written over unless the user says so.
bool isTaken(const std::filesystem::path& file);

/// Whether both names lead to one file, whatever they are: links, other spellings, another way to the folder.
bool isSameFile(const std::filesystem::path& a, const std::filesystem::path& b);

/// A file on its way to a name: made under another one beside it, and given the name when it is whole. Who
/// ends before has changed nothing, and what had the name before is whole until then.
class FileInMaking
{
  public:
    /// What is written to keeps the name's ending, by which an office chooses the format.
    explicit FileInMaking(const std::filesystem::path& target);
    ~FileInMaking();
    FileInMaking(const FileInMaking&) = delete;
    FileInMaking& operator=(const FileInMaking&) = delete;

    /// Where to write.
    const std::filesystem::path& file() const { return file_; }
    bool write(std::string_view content) const;

    /// Gives it its name once it lies safely on the disk; false, and nothing changed, where that fails, or
    /// where the name is taken and may not be.
    enum class Taken : bool { refuse, replace };
    bool keep(Taken taken);

  private:
    std::filesystem::path target_, file_;
};

/// Writes a file that must not be there yet; false, and nothing changed, where it is or cannot be written.
bool writeNewFile(const std::filesystem::path& file, std::string_view content);

/// Writes a file in the place of what may be there, which stays whole until the new one is. What is no file
/// (a terminal, a pipe) is written to.
bool writeFile(const std::filesystem::path& file, std::string_view content);

} // namespace panorama
