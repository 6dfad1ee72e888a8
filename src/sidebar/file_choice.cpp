#include "sidebar/file_choice.hpp"

#include "bridge/uno_text.hpp"
#include "sidebar/guarded.hpp"

#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FilePicker.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>

namespace panorama::sidebar {

namespace {

using css::uno::Reference;

std::optional<rtl::OUString> choose(const Reference<css::uno::XComponentContext>& context,
                                    const FileChoice& choice, sal_Int16 mode)
{
    std::optional<rtl::OUString> chosen;
    guarded([&] {
        const auto picker = css::ui::dialogs::FilePicker::createWithMode(context, mode);
        picker->setTitle(fromUtf8(choice.title));
        for (const auto& [name, pattern] : choice.filters)
            picker->appendFilter(fromUtf8(name), fromUtf8(pattern));
        if (!choice.filters.empty()) picker->setCurrentFilter(fromUtf8(choice.filters.front().first));
        if (!choice.folder.isEmpty()) picker->setDisplayDirectory(choice.folder);
        if (!choice.name.isEmpty()) picker->setDefaultName(choice.name);
        if (picker->execute() != css::ui::dialogs::ExecutableDialogResults::OK) return;
        const auto files = picker->getSelectedFiles();
        if (files.hasElements()) chosen = files[0];
    });
    return chosen;
}

} // namespace

std::optional<rtl::OUString> chooseFileToOpen(const Reference<css::uno::XComponentContext>& context,
                                              const FileChoice& choice)
{
    return choose(context, choice, css::ui::dialogs::TemplateDescription::FILEOPEN_SIMPLE);
}

std::optional<rtl::OUString> chooseFileToSave(const Reference<css::uno::XComponentContext>& context,
                                              const FileChoice& choice)
{
    return choose(context, choice, css::ui::dialogs::TemplateDescription::FILESAVE_AUTOEXTENSION);
}

} // namespace panorama::sidebar
