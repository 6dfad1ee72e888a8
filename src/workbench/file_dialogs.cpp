#include "workbench/file_dialogs.hpp"

#include "bridge/uno_text.hpp"
#include "workbench/interface_language.hpp"

#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FilePicker.hpp>
#include <com/sun/star/ui/dialogs/FolderPicker.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>
#include <osl/file.hxx>

namespace panorama::workbench {

namespace {

using css::ui::dialogs::ExecutableDialogResults::OK;
using css::uno::Reference;

const Bilingual workbooks{"Classeurs et fichiers CSV", "Workbooks and CSV files"};

} // namespace

std::vector<std::filesystem::path> chooseWorkbooks(const Reference<css::uno::XComponentContext>& context,
                                                   std::string_view title, bool several)
{
    const auto picker = css::ui::dialogs::FilePicker::createWithMode(
        context, css::ui::dialogs::TemplateDescription::FILEOPEN_SIMPLE);
    const auto filter = fromUtf8(workbooks.in(interfaceLanguage(context)));
    picker->setTitle(fromUtf8(title));
    picker->setMultiSelectionMode(several);
    picker->appendFilter(filter, "*.ods;*.fods;*.xlsx;*.xls;*.csv");
    picker->setCurrentFilter(filter);
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
