#include "sidebar/controls/fact_rows.hpp"

#include "bridge/uno_text.hpp"

#include <com/sun/star/awt/FontWeight.hpp>

namespace panorama::sidebar {

FactRows::FactRows(const ControlMaker& make, std::string prefix, std::string button,
                   std::function<std::string(const std::string&, bool)> help)
    : make_(make), prefix_(std::move(prefix)), button_(std::move(button)), help_(std::move(help))
{
}

void FactRows::addRow()
{
    const std::string name = prefix_ + std::to_string(rows_.size());
    Row row;
    row.text = make_.text((name + "text").c_str(), "");
    row.basis = make_.text((name + "basis").c_str(), "");
    if (!button_.empty()) {
        row.button = make_.button((name + "button").c_str(), button_, "");
        onAction(row.button, life_, [this, at = rows_.size()] {
            if (act_) act_(at);
        });
    }
    rows_.push_back(std::move(row));
}

void FactRows::onButton(const Lifeline& life, std::function<void(std::size_t)> act)
{
    life_ = life;
    act_ = std::move(act);
}

void FactRows::show(const std::vector<ShownFigure>& figures, const std::vector<bool>& usable)
{
    while (rows_.size() < figures.size())
        addRow();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        Row& row = rows_[i];
        const bool used = i < figures.size();
        row.hasBasis = used && !figures[i].basis.empty();
        row.text.setVisible(used);
        row.basis.setVisible(row.hasBasis);
        if (row.button.is()) row.button.setVisible(used);
        if (!used) continue;
        row.text.show(figures[i].label + "\xC2\xA0: " + figures[i].value);
        row.basis.show(figures[i].basis);
        if (!row.button.is()) continue;
        const bool live = i >= usable.size() || usable[i];
        row.button.set("HelpText", css::uno::Any(fromUtf8(help_(figures[i].label, live))));
        row.button.enable(live);
    }
    shown_ = figures.size();
}

void FactRows::place(LayoutColumn& column) const
{
    for (std::size_t i = 0; i < shown_; ++i) {
        if (rows_[i].button.is())
            column.textAndButton(rows_[i].text, rows_[i].button);
        else
            column.text(rows_[i].text);
        if (rows_[i].hasBasis) column.textBelow(rows_[i].basis);
    }
}

} // namespace panorama::sidebar
