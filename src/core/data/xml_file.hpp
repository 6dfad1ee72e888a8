#pragma once

#include "core/data/data_error.hpp"
#include "core/data/text.hpp"

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tinyxml2.h>
#include <vector>

namespace panorama {

/// An XML data file being read strictly: whatever it holds that nobody asked for is an error with its line.
/// The first error is kept; readers go on harmlessly and the whole is refused at the end, so that nothing is
/// half loaded.
class XmlFile
{
  public:
    using Element = const tinyxml2::XMLElement&;

    /// Reads the file; its root element must have the given name.
    static DataResult<std::unique_ptr<XmlFile>> open(const std::filesystem::path& path,
                                                     std::string_view root);
    /// The same from text, for tests and for packs that stand elsewhere.
    static DataResult<std::unique_ptr<XmlFile>> parse(std::string_view xml, const std::string& fileName,
                                                      std::string_view root);

    Element root() const { return *document_.RootElement(); }
    const std::optional<DataError>& error() const { return error_; }

    /// Remembers an error at this element, unless there is one already.
    void fail(Element element, DataProblem problem, std::string subject, std::string expected = {});

    /// The attributes an element may have; another one is an error.
    void allowAttributes(Element element, std::initializer_list<std::string_view> names);
    /// The text of an attribute; without it an error (required) or an empty text (optional).
    std::string required(Element element, const char* attribute);
    std::string optional(Element element, const char* attribute) const;
    double number(Element element, std::string_view text);

    /// Calls the handler of each child by its name; a child without handler is an error, and so is text
    /// between them.
    using Handler = std::function<void(Element)>;
    void children(Element element, std::initializer_list<std::pair<std::string_view, Handler>> handlers);

    /// The element's own text, without spaces at both ends; elements inside are an error.
    std::string text(Element element);
    /// Puts the element's text into the language its xml:lang names; it may have no other attributes than
    /// these.
    void localised(Element element, Bilingual& text,
                   std::initializer_list<std::string_view> attributes = {"xml:lang"});
    void requireBoth(Element element, const Bilingual& text, std::string_view name);

  private:
    XmlFile() = default;
    void fail(int line, DataProblem problem, std::string subject, std::string expected);
    static DataResult<std::unique_ptr<XmlFile>> checked(std::unique_ptr<XmlFile> file, std::string_view root);

    std::string name_;
    tinyxml2::XMLDocument document_;
    std::optional<DataError> error_;
};

/// The words of an attribute that holds a list: keys with spaces or line breaks between them.
std::vector<std::string> attributeWords(std::string_view value);

/// What a Reader makes of a file: Reader(file).read(), or the first error met on the way.
template <typename Reader>
auto readWith(DataResult<std::unique_ptr<XmlFile>> file) -> DataResult<decltype(Reader(**file).read())>
{
    if (!file) return tl::unexpected(file.error());
    auto result = Reader(**file).read();
    if ((*file)->error()) return tl::unexpected(*(*file)->error());
    return result;
}

} // namespace panorama
