// The panel Projet: the project in the row under the cursor.

#include "core/data/text.hpp"
#include "core/live/project_view.hpp"
#include "core/report/finding_words.hpp"
#include "sidebar/controls/fact_rows.hpp"
#include "sidebar/panels/watching_panel.hpp"

namespace panorama::sidebar::words {

constexpr Text noProject{"Placez le curseur sur la ligne d’un projet.",
                         "Put the cursor on the row of a project."};
constexpr Text courseHeading{"Au fil des éditions", "Over the editions"};
constexpr Text projectFindings{"Constats du projet", "Findings of the project"};
constexpr Text projectNoFinding{"Aucun constat pour ce projet.", "Nothing found for this project."};

} // namespace panorama::sidebar::words

namespace panorama::sidebar {

namespace {

struct ProjectRequest
{
    LiveResult result;
    std::shared_ptr<const CheckedWorkbook> previous;
    std::string sheet;
    Place cursor;
    Language language;
};

/// What is shown, in words: nothing of the workbook is needed any more.
struct ShownProject
{
    std::string name; ///< empty where the cursor is in no project's row
    std::vector<ShownFigure> figures;
    std::vector<std::string> course, findings;
};

ShownProject show(const ProjectRequest& request, const CheckProgress&)
{
    ShownProject shown;
    if (!request.result.workbook) return shown;
    const auto view =
        projectAt(*request.result.workbook, request.previous.get(), request.sheet, request.cursor);
    if (!view) return shown;
    shown.name = view->now.name;
    shown.figures = shownProject(*view, request.language);
    shown.course = shownCourse(*view, request.language);
    for (const Finding* finding : view->findings)
        shown.findings.push_back(finding->rule->id + " \xC2\xB7 " + a1(finding->place) + " \xC2\xB7 " +
                                 messageOf(*finding, request.language));
    return shown;
}

std::string lines(const std::vector<std::string>& all)
{
    std::string text;
    for (const auto& line : all)
        text += (text.empty() ? "" : "\n") + line;
    return text;
}

class ProjectPanel : public FittedPanel
{
  public:
    explicit ProjectPanel(const PanelHost& host)
        : FittedPanel(host), make_(host.window), facts_(make_, "fact")
    {
        startWork(work_, show, [this] { take(); });
        name_ = make_.text("name", words::noProject.in(language_), true);
        courseLabel_ = make_.text("courseLabel", words::courseHeading.in(language_), true);
        course_ = make_.text("course", "");
        findingsLabel_ = make_.text("findingsLabel", words::projectFindings.in(language_), true);
        findings_ = make_.text("findings", "");
        start();
    }

  private:
    void cursorMoved() override { ask(); }
    void resultArrived() override { ask(); }
    void documentClosed() override
    {
        work_->cancel();
        WatchingPanel::documentClosed();
    }

    void ask()
    {
        if (!watch_) return;
        work_->submit({.result = watch_->result(),
                       .previous = watch_->settings().previous,
                       .sheet = view_->activeSheet(),
                       .cursor = view_->cursor(),
                       .language = language_});
    }

    void take()
    {
        auto arrived = work_->take();
        if (!arrived) return;
        shown_ = *arrived;
        const bool known = !shown_->name.empty();
        name_.show(known ? shown_->name : say(words::noProject, language_));
        facts_.show(shown_->figures);
        course_.show(lines(shown_->course));
        findings_.show(shown_->findings.empty() ? say(words::projectNoFinding, language_)
                                                : lines(shown_->findings));
        for (const Control& control : {findingsLabel_, findings_})
            control.setVisible(known);
        for (const Control& control : {courseLabel_, course_})
            control.setVisible(known && shown_->course.size() > 1);
        refit();
    }

    void place(LayoutColumn& column) const override
    {
        column.text(name_);
        if (!shown_ || shown_->name.empty()) return;
        facts_.place(column);
        if (shown_->course.size() > 1) {
            column.text(courseLabel_);
            column.textBelow(course_);
        }
        column.text(findingsLabel_);
        column.textBelow(findings_);
    }

    ControlMaker make_;
    FactRows facts_;
    Control name_, courseLabel_, course_, findingsLabel_, findings_;
    std::shared_ptr<const ShownProject> shown_;
    std::optional<Work<ProjectRequest, ShownProject>> work_; ///< the last: it ends first
};

} // namespace

std::unique_ptr<PanelContent> makeProjectPanel(const PanelHost& host)
{
    return std::make_unique<ProjectPanel>(host);
}

} // namespace panorama::sidebar
