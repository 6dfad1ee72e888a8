#include "core/data/xml_file.hpp"

#include "core/data/file_text.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <system_error>

namespace panorama {

namespace {
// Our largest data file has 100 kB; a pack of thousands of rules stays far below.
constexpr std::uintmax_t largestDataFile = 8 * 1024 * 1024;
} // namespace

DataResult<std::unique_ptr<XmlFile>> XmlFile::open(const std::filesystem::path& path, std::string_view root)
{
    std::error_code problem;
    const auto size = std::filesystem::file_size(path, problem);
    if (problem) return tl::unexpected(DataError{.problem = DataProblem::unreadable, .file = path.string()});
    if (size > largestDataFile)
        return tl::unexpected(
            DataError{.problem = DataProblem::tooLarge, .file = path.string(), .expected = "8 Mo"});
    const auto content = readText(path);
    if (!content) return tl::unexpected(DataError{.problem = DataProblem::unreadable, .file = path.string()});
    return parse(*content, path.string(), root);
}

DataResult<std::unique_ptr<XmlFile>> XmlFile::parse(std::string_view xml, const std::string& fileName,
                                                    std::string_view root)
{
    auto file = std::unique_ptr<XmlFile>(new XmlFile);
    file->name_ = fileName;
    file->document_.Parse(xml.data(), xml.size());
    return checked(std::move(file), root);
}

DataResult<std::unique_ptr<XmlFile>> XmlFile::checked(std::unique_ptr<XmlFile> file, std::string_view root)
{
    if (file->document_.Error()) {
        const char* said = file->document_.ErrorName();
        return tl::unexpected(DataError{.problem = DataProblem::notXml,
                                        .file = file->name_,
                                        .line = file->document_.ErrorLineNum(),
                                        .subject = said ? said : ""});
    }
    const auto* element = file->document_.RootElement();
    if (!element || root != element->Name())
        return tl::unexpected(DataError{.problem = DataProblem::missingElement,
                                        .file = file->name_,
                                        .line = element ? element->GetLineNum() : 1,
                                        .subject = std::string(root)});
    return file;
}

void XmlFile::fail(Element element, DataProblem problem, std::string subject, std::string expected)
{
    fail(element.GetLineNum(), problem, std::move(subject), std::move(expected));
}

void XmlFile::fail(int line, DataProblem problem, std::string subject, std::string expected)
{
    if (error_) return;
    error_ = DataError{.problem = problem,
                       .file = name_,
                       .line = line,
                       .subject = std::move(subject),
                       .expected = std::move(expected)};
}

void XmlFile::allowAttributes(Element element, std::initializer_list<std::string_view> names)
{
    for (const auto* attribute = element.FirstAttribute(); attribute; attribute = attribute->Next())
        if (std::find(names.begin(), names.end(), attribute->Name()) == names.end())
            fail(element, DataProblem::unknownAttribute, attribute->Name(),
                 fmt::format("{}", fmt::join(names, ", ")));
}

std::string XmlFile::required(Element element, const char* attribute)
{
    const char* value = element.Attribute(attribute);
    if (!value || !*value) fail(element, DataProblem::missingAttribute, attribute);
    return value ? value : "";
}

std::string XmlFile::optional(Element element, const char* attribute) const
{
    const char* value = element.Attribute(attribute);
    return value ? value : "";
}

double XmlFile::number(Element element, std::string_view text)
{
    const auto number = parseNumber(text);
    if (!number || number->unit != NumberUnit::none)
        fail(element, DataProblem::badValue, std::string(text), "12.5");
    return number ? number->value : 0;
}

void XmlFile::children(Element element, std::initializer_list<std::pair<std::string_view, Handler>> handlers)
{
    const auto refuse = [&](const tinyxml2::XMLNode& node, DataProblem problem) {
        std::vector<std::string_view> names;
        for (const auto& known : handlers)
            names.push_back(known.first);
        fail(node.GetLineNum(), problem, std::string(trimmed(node.Value())),
             fmt::format("{}", fmt::join(names, ", ")));
    };
    for (const auto* node = element.FirstChild(); node; node = node->NextSibling()) {
        if (node->ToText()) refuse(*node, DataProblem::badValue);
        const auto* child = node->ToElement();
        if (!child) continue;
        const auto handler = std::find_if(handlers.begin(), handlers.end(),
                                          [&](const auto& h) { return h.first == child->Name(); });
        if (handler != handlers.end())
            handler->second(*child);
        else
            refuse(*child, DataProblem::unknownElement);
    }
}

std::string XmlFile::text(Element element)
{
    if (const auto* inner = element.FirstChildElement())
        fail(*inner, DataProblem::unknownElement, inner->Name());
    const char* text = element.GetText();
    return text ? std::string(trimmed(text)) : std::string();
}

void XmlFile::localised(Element element, Bilingual& text, std::initializer_list<std::string_view> attributes)
{
    allowAttributes(element, attributes);
    const std::string language = required(element, "xml:lang");
    std::string* target = language == "fr" ? &text.french : language == "en" ? &text.english : nullptr;
    if (!target) return fail(element, DataProblem::badValue, language, "fr, en");
    if (!target->empty()) return fail(element, DataProblem::duplicate, element.Name());
    *target = this->text(element);
}

void XmlFile::requireBoth(Element element, const Bilingual& text, std::string_view name)
{
    if (!text.complete()) fail(element, DataProblem::missingText, std::string(name), "fr, en");
}

std::vector<std::string> attributeWords(std::string_view value)
{
    constexpr std::string_view spaces = " \t\r\n";
    std::vector<std::string> words;
    for (std::size_t start = value.find_first_not_of(spaces); start != std::string_view::npos;) {
        const std::size_t end = std::min(value.find_first_of(spaces, start), value.size());
        words.emplace_back(value.substr(start, end - start));
        start = value.find_first_not_of(spaces, end);
    }
    return words;
}

} // namespace panorama
