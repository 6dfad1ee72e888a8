#include "office/office.hpp"

#include "bridge/uno_text.hpp"
#include "office/draft_store.hpp"
#include "office/file_url.hpp"
#include "office/office_process.hpp"
#include "office/office_profile.hpp"
#include "office/watchdog.hpp"
#include "office/workbook_loader.hpp"

#include <array>
#include <com/sun/star/bridge/UnoUrlResolver.hpp>
#include <com/sun/star/connection/NoConnectException.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <cppuhelper/bootstrap.hxx>
#include <fstream>
#include <random>
#include <rtl/bootstrap.hxx>
#include <rtl/digest.h>
#include <sstream>
#include <string_view>
#include <thread>
#include <unistd.h>

namespace panorama {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::XComponentContext;

constexpr std::chrono::seconds
    startLimit(60); // a loaded machine with a cold disk; usually a quarter of a second
constexpr std::chrono::seconds endLimit(10);
constexpr std::chrono::milliseconds connectPause(20);

/// 128 random bits: whoever can name the pipe can drive the office.
std::string pipeName()
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::random_device random;
    std::string name = "panorama";
    for (int i = 0; i < 32; ++i)
        name += digits[random() % 16];
    return name;
}

/// Our own environment without what would make the office depend on the user's machine: its home and
/// temporary files are in the profile, its display is none, its file names are UTF-8.
std::vector<std::string> officeEnvironment(const OfficeProfile& profile)
{
    constexpr std::array dropped = {
        "HOME=", "LC_",  "LANG", "XDG_CONFIG_", "XDG_CACHE_", "XDG_DATA_HOME", "DISPLAY=", "WAYLAND_DISPLAY=",
        "DBUS_", "SAL_", "TMP",  "TEMP",        "URE_",       "UNO_"};
    std::vector<std::string> result;
    for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
        const std::string_view text = *variable;
        bool keep = true;
        for (const std::string_view start : dropped)
            keep = keep && !text.starts_with(start);
        if (keep) result.emplace_back(text);
    }
    result.insert(result.end(), {"HOME=" + profile.home().string(), "TMPDIR=" + profile.temporary().string(),
                                 "LC_ALL=C.UTF-8", "SAL_USE_VCLPLUGIN=svp"});
    return result;
}

/// The sockets an office that is killed leaves in the temporary folder: the pipe, and the one by which the
/// offices of a profile find each other (named by the MD5 of the profile's URL, in UTF-16).
std::vector<std::string> socketsOf(const OfficeProfile& profile, const std::string& pipe)
{
    const rtl::OUString url = fromUtf8(fileUrl(profile.folder()));
    std::array<sal_uInt8, RTL_DIGEST_LENGTH_MD5> sum{};
    rtl_digest_MD5(url.getStr(), static_cast<sal_uInt32>(url.getLength()) * sizeof(sal_Unicode), sum.data(),
                   sum.size());
    std::ostringstream name;
    name << std::hex;
    for (const sal_uInt8 byte : sum)
        name << static_cast<int>(byte); // without leading zeros, as the office does
    const std::string start = "/tmp/OSL_PIPE_" + std::to_string(::getuid()) + "_";
    return {start + pipe, start + "SingleOfficeIPC_" + name.str()};
}

OfficeCommand officeCommand(const OfficeSettings& settings, const OfficeProfile& profile,
                            const std::string& pipe)
{
    const auto& extensions =
        settings.bundledExtensions.empty() ? profile.noExtensions() : settings.bundledExtensions;
    OfficeCommand command;
    // The full path: the office finds its libraries by it.
    command.arguments = {(settings.home / "program" / "soffice.bin").string(),
                         "-env:UserInstallation=" + fileUrl(profile.folder()),
                         "-env:BUNDLED_EXTENSIONS=" + fileUrl(extensions),
                         "--headless",
                         "--norestore",
                         "--nologo",
                         "--nodefault",
                         "--nolockcheck",
                         "--nofirststartwizard",
                         "--accept=pipe,name=" + pipe + ";urp;StarOffice.ComponentContext"};
    command.environment = officeEnvironment(profile);
    command.profile = profile.folder();
    command.sockets = socketsOf(profile, pipe);
    return command;
}

tl::unexpected<OpenFailure> officeFailed(std::string detail)
{
    return tl::unexpected(OpenFailure{FileProblem::officeFailed, std::move(detail)});
}

} // namespace

/// A running office and the connection to it.
class Office::Session
{
  public:
    static tl::expected<std::unique_ptr<Session>, OpenFailure> start(const OfficeSettings& settings);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Reference<css::frame::XComponentLoader> loader() const { return {desktop_, UNO_QUERY}; }
    void kill() { process_->kill(); }
    /// Whether the office still answers. Ask under a watchdog: one that hangs does not return.
    bool answers() const;

  private:
    Session(OfficeProfile profile, std::unique_ptr<OfficeProcess> process)
        : profile_(std::move(profile)), process_(std::move(process))
    {
    }
    std::string connect(const OfficeSettings& settings, const std::string& pipe);
    std::string resolve(const std::string& pipe);
    void terminate();

    OfficeProfile profile_;
    std::unique_ptr<OfficeProcess> process_;
    Reference<XComponentContext> local_;
    Reference<css::frame::XDesktop2> desktop_;
};

tl::expected<std::unique_ptr<Office::Session>, OpenFailure>
Office::Session::start(const OfficeSettings& settings)
{
    auto profile = OfficeProfile::create(settings.language);
    if (!profile) return officeFailed(profile.error());
    const std::string pipe = pipeName();
    auto process = OfficeProcess::start(officeCommand(settings, *profile, pipe));
    if (!process) return officeFailed("no process");
    std::unique_ptr<Session> session(new Session(std::move(*profile), std::move(process)));
    Watchdog watchdog(startLimit, [&] { session->kill(); });
    std::string problem = session->connect(settings, pipe);
    if (watchdog.stop()) problem = "did not start in time";
    if (!problem.empty()) return officeFailed(std::move(problem));
    return session;
}

/// Empty, or what went wrong.
std::string Office::Session::connect(const OfficeSettings& settings, const std::string& pipe)
{
    try {
        // Our own side needs the runtime's types and services only.
        rtl::Bootstrap::set(
            "URE_BOOTSTRAP",
            fromUtf8("vnd.sun.star.pathname:" + (settings.home / "program" / "fundamentalrc").string()));
        local_ = cppu::defaultBootstrap_InitialComponentContext();
        return resolve(pipe);
    } catch (const css::uno::Exception& exception) {
        return toUtf8(exception.Message);
    }
}

std::string Office::Session::resolve(const std::string& pipe)
{
    const auto resolver = css::bridge::UnoUrlResolver::create(local_);
    const auto url = fromUtf8("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext");
    while (!process_->ended()) {
        try {
            const Reference<XComponentContext> remote(resolver->resolve(url), css::uno::UNO_QUERY_THROW);
            desktop_ = css::frame::Desktop::create(remote);
            return {};
        } catch (const css::connection::NoConnectException&) {
            std::this_thread::sleep_for(connectPause);
        }
    }
    return "ended while starting";
}

bool Office::Session::answers() const
{
    try {
        desktop_->getCurrentFrame();
        return true;
    } catch (const css::uno::Exception&) {
        return false;
    }
}

Office::Session::~Session()
{
    terminate();
    desktop_.clear();
    process_.reset();
    try {
        const Reference<css::lang::XComponent> context(local_, UNO_QUERY);
        if (context.is()) context->dispose();
    } catch (const css::uno::Exception&) {
        // The other side of the connection is gone already.
    }
}

void Office::Session::terminate()
{
    if (!desktop_.is() || process_->ended()) return;
    Watchdog watchdog(endLimit, [&] { kill(); });
    try {
        if (!desktop_->terminate()) kill();
    } catch (const css::uno::Exception&) {
        // The connection may break before the answer is through.
    }
    process_->waitForEnd(endLimit);
}

Office::Office(OfficeSettings settings) : settings_(std::move(settings))
{
    if (settings_.home.empty()) settings_.home = PANORAMA_LO_HOME;
}

Office::~Office() = default;

tl::expected<void, OpenFailure> Office::ensureSession()
{
    if (session_) {
        Watchdog watchdog(endLimit, [&] { session_->kill(); });
        if (session_->answers()) return {};
    }
    session_.reset();
    auto started = Session::start(settings_);
    if (!started) return tl::unexpected(std::move(started.error()));
    session_ = std::move(*started);
    return {};
}

template <typename Result, typename Work>
tl::expected<Result, OpenFailure> Office::within(std::chrono::milliseconds limit, Work work)
{
    if (auto ready = ensureSession(); !ready) return tl::unexpected(std::move(ready.error()));
    Watchdog watchdog(limit, [&] { session_->kill(); });
    tl::expected<Result, OpenFailure> result = work();
    const bool alive = session_->answers();
    const bool late = watchdog.stop();
    if (!alive || late) session_.reset();
    if (result || (alive && !late)) return result;
    return tl::unexpected(
        OpenFailure{late ? FileProblem::timedOut : FileProblem::officeFailed, result.error().detail});
}

tl::expected<void, OpenFailure> Office::saveDrafts(std::span<const SheetDraft> drafts,
                                                   const std::filesystem::path& output,
                                                   std::chrono::milliseconds limit)
{
    return within<void>(limit, [&] { return storeDrafts(session_->loader(), drafts, output); });
}

tl::expected<WorkbookSnapshot, OpenFailure> Office::open(const std::filesystem::path& file,
                                                         std::chrono::milliseconds limit)
{
    return within<WorkbookSnapshot>(limit,
                                    [&] { return loadWorkbook(session_->loader(), file, ++generation_); });
}

tl::expected<FixedCells, OpenFailure> Office::saveFixed(const std::filesystem::path& file,
                                                        std::span<const CellEdit> edits,
                                                        const std::filesystem::path& output,
                                                        std::chrono::milliseconds limit)
{
    return within<FixedCells>(limit, [&] { return fixWorkbook(session_->loader(), file, edits, output); });
}

} // namespace panorama
