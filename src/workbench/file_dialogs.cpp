#include "workbench/file_dialogs.hpp"

#include "bridge/file_format.hpp"
#include "bridge/uno_text.hpp"
#include "core/data/text.hpp"
#include "workbench/interface_language.hpp"

#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FilePicker.hpp>
#include <com/sun/star/ui/dialogs/FolderPicker.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>
#include <com/sun/star/util/thePathSettings.hpp>
#include <osl/file.hxx>

namespace panorama::workbench {

namespace {

using css::ui::dialogs::ExecutableDialogResults::OK;
using css::uno::Reference;

constexpr Text workbooks{"Classeurs et fichiers CSV", "Workbooks and CSV files"};

/// Where the workbook at hand lies, else where the user keeps documents: the desktop's own beginning may be a
/// list of recent files, in which no folder can be chosen.
rtl::OUString startFolder(const Reference<css::uno::XComponentContext>& context)
{
    const Reference<css::frame::XModel> model(css::frame::Desktop::create(context)->getCurrentComponent(),
                                              css::uno::UNO_QUERY);
    const rtl::OUString url = model.is() ? model->getURL() : rtl::OUString();
    if (url.startsWith("file:")) return url.copy(0, url.lastIndexOf('/'));
    return css::util::thePathSettings::get(context)->getWork();
}

} // namespace

std::vector<std::filesystem::path> chooseWorkbooks(const Reference<css::uno::XComponentContext>& context,
                                                   std::string_view title, bool several)
{
    const auto picker = css::ui::dialogs::FilePicker::createWithMode(
        context, css::ui::dialogs::TemplateDescription::FILEOPEN_SIMPLE);
    const auto filter = fromUtf8(say(workbooks, interfaceLanguage(context)));
    picker->setTitle(fromUtf8(title));
    picker->setMultiSelectionMode(several);
    picker->appendFilter(filter, fromUtf8(workbookPattern()));
    picker->setCurrentFilter(filter);
    picker->setDisplayDirectory(startFolder(context));
    std::vector<std::filesystem::path> files;
    if (picker->execute() != OK) return files;
    for (const auto& url : picker->getSelectedFiles())
        if (auto path = pathOf(url); !path.empty()) files.push_back(std::move(path));
    return files;
}

std::optional<std::filesystem::path> chooseFolder(const Reference<css::uno::XComponentContext>& context,
                                                  std::string_view title)
{
    const auto picker = css::ui::dialogs::FolderPicker::create(context);
    picker->setTitle(fromUtf8(title));
    picker->setDisplayDirectory(startFolder(context));
    if (picker->execute() != OK) return std::nullopt;
    auto folder = pathOf(picker->getDirectory());
    return folder.empty() ? std::nullopt : std::optional(std::move(folder));
}

std::filesystem::path pathOf(const rtl::OUString& url)
{
    rtl::OUString path;
    if (osl::FileBase::getSystemPathFromFileURL(url, path) != osl::FileBase::E_None) return {};
    return std::filesystem::path(toUtf8(path));
}

rtl::OUString urlOf(const std::filesystem::path& path)
{
    rtl::OUString url;
    const auto absolute = fromUtf8(std::filesystem::absolute(path).string());
    if (osl::FileBase::getFileURLFromSystemPath(absolute, url) != osl::FileBase::E_None) return {};
    return url;
}

} // namespace panorama::workbench
