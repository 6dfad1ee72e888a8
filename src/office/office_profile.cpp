#include "office/office_profile.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <system_error>

namespace panorama {

namespace {

struct Setting
{
    std::string_view path, name, value;
};

// Without a window nobody answers a question, so everything that asks, greets, recovers or reports is off;
// files come from anywhere, so everything that could run or fetch something is off.
constexpr std::array settings = {
    Setting{"Office.Common/Misc", "FirstRun", "false"},
    Setting{"Office.Common/Misc", "ShowTipOfTheDay", "false"},
    Setting{"Office.Common/Misc", "CrashReport", "false"},
    Setting{"Office.Common/Misc", "CollectUsageInformation", "false"},
    Setting{"Office.Common/History", "PickListSize", "0"},
    Setting{"Office.Common/Security/Scripting", "DisableMacrosExecution", "true"},
    Setting{"Office.Common/Security/Scripting", "MacroSecurityLevel", "3"},
    Setting{"Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"},
    Setting{"Office.Calc/Content/Update", "Link", "1"}, // never
    Setting{"Office.Java/VirtualMachine", "Enable", "false"},
    Setting{"Office.Recovery/AutoSave", "Enabled", "false"},
    Setting{"Office.Recovery/RecoveryInfo", "Enabled", "false"},
    Setting{"Setup/Office", "ooSetupInstCompleted", "true"},
    Setting{"Setup/Product", "ooSetupLastVersion", "99.9"},
};

void write(std::ostream& out, const Setting& setting)
{
    out << "<item oor:path=\"/org.openoffice." << setting.path << "\"><prop oor:name=\"" << setting.name
        << "\" oor:op=\"fuse\"><value>" << setting.value << "</value></prop></item>\n";
}

bool writeSettings(const std::filesystem::path& file, Language language)
{
    const bool french = language == Language::french;
    std::ofstream out(file);
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" "
           "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n";
    for (const Setting& setting : settings)
        write(out, setting);
    // ooLocale is overwritten at the first start: UILocale is what counts.
    write(out, {"Office.Linguistic/General", "UILocale", french ? "fr" : "en-US"});
    write(out, {"Setup/L10N", "ooSetupSystemLocale", french ? "fr-FR" : "en-US"});
    out << "</oor:items>\n";
    out.close();
    return !out.fail();
}

std::string temporaryFolder()
{
    std::error_code none;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(none);
    return none ? "/tmp" : folder.string();
}

} // namespace

tl::expected<OfficeProfile, std::string> OfficeProfile::create(Language language)
{
    std::string name = temporaryFolder() + "/panorama-office-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr)
        return tl::unexpected(name + ": " + std::generic_category().message(errno));
    OfficeProfile profile{std::filesystem::path(name)};
    std::error_code failed;
    for (const std::filesystem::path& folder :
         {profile.folder() / "user", profile.home(), profile.temporary(), profile.noExtensions()})
        if (!std::filesystem::create_directory(folder, failed))
            return tl::unexpected(folder.string() + ": " + failed.message());
    const std::filesystem::path registry = profile.folder() / "user" / "registrymodifications.xcu";
    if (!writeSettings(registry, language)) return tl::unexpected(registry.string() + ": not written");
    return profile;
}

OfficeProfile::OfficeProfile(OfficeProfile&& other) noexcept : folder_(std::move(other.folder_))
{
    other.folder_.clear();
}

OfficeProfile::~OfficeProfile()
{
    std::error_code ignored; // a left-over in the temporary folder is no reason to fail
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

} // namespace panorama
