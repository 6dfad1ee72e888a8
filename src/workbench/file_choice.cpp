#include "workbench/file_choice.hpp"

#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"

#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FilePicker.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>

namespace panorama::workbench {

using css::uno::Reference;

std::optional<rtl::OUString> chooseFileToSave(const Reference<css::uno::XComponentContext>& context,
                                              const FileChoice& choice)
{
    using namespace css::ui::dialogs;
    std::optional<rtl::OUString> chosen;
    guarded([&] {
        const auto picker = FilePicker::createWithMode(context, TemplateDescription::FILESAVE_AUTOEXTENSION);
        picker->setTitle(fromUtf8(choice.title));
        for (const auto& [name, pattern] : choice.filters)
            picker->appendFilter(fromUtf8(name), fromUtf8(pattern));
        if (!choice.filters.empty()) picker->setCurrentFilter(fromUtf8(choice.filters.front().first));
        if (!choice.folder.isEmpty()) picker->setDisplayDirectory(choice.folder);
        if (!choice.name.isEmpty()) picker->setDefaultName(choice.name);
        if (picker->execute() != ExecutableDialogResults::OK) return;
        const auto files = picker->getSelectedFiles();
        if (files.hasElements()) chosen = files[0];
    });
    return chosen;
}

} // namespace panorama::workbench
