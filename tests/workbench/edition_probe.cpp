// Does one piece of work on the way to an edition in a running office, without its dialogs.
//
//     edition-probe ADDRESS consolidate OUTPUT-FILE FILE...|FOLDER
//     edition-probe ADDRESS publish DOCUMENT-FILE FOLDER
//     edition-probe ADDRESS compare DOCUMENT-FILE OUTPUT-FILE [EARLIER-FILE]
//     edition-probe ADDRESS freeze DOCUMENT-FILE OUTPUT-FILE

#include "bridge/uno_text.hpp"
#include "office_client.hpp"
#include "workbench/compare.hpp"
#include "workbench/consolidate.hpp"
#include "workbench/file_dialogs.hpp"
#include "workbench/freeze.hpp"
#include "workbench/hidden_document.hpp"
#include "workbench/new_document.hpp"
#include "workbench/publish.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <cstdio>
#include <string>

namespace {

using namespace panorama;
using namespace panorama::workbench;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

int refused(const std::string& why)
{
    std::printf("%s\n", why.c_str());
    return 3;
}

Document opened(const Context& context, const std::string& file)
{
    return Document(openHidden(context, urlOf(file)), UNO_QUERY_THROW);
}

int consolidate(const Context& context, const std::string& output,
                const std::vector<std::filesystem::path>& files)
{
    const auto made = std::filesystem::is_directory(files.front())
                          ? consolidateFilesIn(context, files.front(), true)
                          : consolidateFiles(context, files, true);
    if (!made) return refused(made.error());
    std::printf("%s\n", made->summary.c_str());
    const ClosingDocument document(made->document);
    return storeCopy(*document, output) ? 0 : 1;
}

/// Where a question is asked, `answer` is it.
int publish(const Context& context, const std::string& file, const std::string& folder, bool answer)
{
    const ClosingDocument document(opened(context, file));
    const auto published = publishDocument(context, *document, folder, [answer](const std::string& question) {
        std::printf("%s\n", question.c_str());
        return answer;
    });
    if (!published) return refused(published.error());
    std::printf("%s\n", published->c_str());
    return 0;
}

int compare(const Context& context, const std::string& file, const std::string& output,
            const std::optional<std::filesystem::path>& earlier)
{
    const ClosingDocument document(opened(context, file));
    const auto sheet = compareDocument(context, *document, earlier);
    if (!sheet) return refused(sheet.error());
    std::printf("%s\n", sheet->c_str());
    return storeCopy(*document, output) ? 0 : 1;
}

int freeze(const Context& context, const std::string& file, const std::string& output)
{
    const ClosingDocument document(opened(context, file));
    const auto frozen = freezeDocument(context, *document, output);
    if (!frozen) return refused(frozen.error());
    const bool isModified = Reference<css::util::XModifiable>(*document, UNO_QUERY_THROW)->isModified();
    const std::string name = toUtf8(Reference<css::frame::XModel>(*document, UNO_QUERY_THROW)->getURL());
    std::printf("%zu %zu %s %s\n", frozen->cells, frozen->besideCells, isModified ? "modified" : "unmodified",
                name.c_str());
    return 0;
}

int run(const std::vector<std::string>& arguments)
{
    if (arguments.size() < 4) return 2;
    const OfficeClient office(arguments[0].c_str());
    const auto& context = office.context();
    const std::string& work = arguments[1];
    if (work == "consolidate")
        return consolidate(context, arguments[2], {arguments.begin() + 3, arguments.end()});
    if (work == "publish")
        return publish(context, arguments[2], arguments[3], arguments.size() < 5 || arguments[4] != "no");
    if (work == "freeze") return freeze(context, arguments[2], arguments[3]);
    if (work != "compare") return 2;
    std::optional<std::filesystem::path> earlier;
    if (arguments.size() > 4) earlier = arguments[4];
    return compare(context, arguments[2], arguments[3], earlier);
}

} // namespace

int main(int count, char** arguments)
try {
    return run({arguments + 1, arguments + count});
} catch (const css::uno::Exception& error) {
    std::fprintf(stderr, "%s\n", toUtf8(error.Message).c_str());
    return 1;
}
