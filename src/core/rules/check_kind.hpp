#pragma once

#include "core/rules/check.hpp"

#include <concepts>
#include <initializer_list>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace panorama {

/// The parameters in force for a pack: "$drift-limit" in an attribute stands for the value.
using Parameters = std::map<std::string, std::string, std::less<>>;

/// What a kind reads of its <check> element beside the common attributes. What it asks for is what the
/// element may have.
class CheckSource
{
  public:
    CheckSource(XmlFile& file, XmlFile::Element element, const Columns& columns,
                const Nomenclatures& nomenclatures, const Parameters& parameters)
        : file_(file), element_(element), columns_(columns), nomenclatures_(nomenclatures),
          parameters_(parameters)
    {
    }
    bool has(const char* attribute);
    bool yes(const char* attribute);
    std::string text(const char* attribute);
    /// One of the texts, as its place among them.
    std::size_t choice(const char* attribute, std::initializer_list<std::string_view> choices);
    double number(const char* attribute);
    Field field(const char* attribute);
    std::vector<Field> fields(const char* attribute);
    const Nomenclature* list(const char* attribute);
    const Columns& columns() const { return columns_; }
    /// Refuses the value of an attribute.
    void refuse(const char* attribute, std::string expected);
    /// The attributes that were asked for, each once.
    const std::vector<std::string_view>& asked() const { return asked_; }

  private:
    XmlFile& file_;
    XmlFile::Element element_;
    const Columns& columns_;
    const Nomenclatures& nomenclatures_;
    const Parameters& parameters_;
    std::vector<std::string_view> asked_;
};

/// A kind of check: its name in packs, the cases it can find, what their messages may name, and what makes
/// one of a <check> element.
class CheckKind
{
  public:
    using Names = std::span<const std::string_view>;
    using Maker = std::unique_ptr<Check> (*)(CheckSource&);

    CheckKind(std::string_view name, Names cases, Names slots, Maker make);
    CheckKind(const CheckKind&) = delete;
    CheckKind& operator=(const CheckKind&) = delete;

    const std::string_view name;
    const Names cases;
    const Names slots; ///< beside field, value, project and the row's figures
    const Maker make;
};

/// Declares a class of checks as a kind: one stands below each class in rules/kinds.
template <std::derived_from<Check> Kind>
class KindOf : public CheckKind
{
  public:
    explicit KindOf(std::string_view name) : CheckKind(name, Kind::cases.all(), Kind::slots.all(), make) {}

  private:
    static std::unique_ptr<Check> make(CheckSource& source)
    {
        if constexpr (std::constructible_from<Kind, CheckSource&>)
            return std::make_unique<Kind>(source);
        else
            return std::make_unique<Kind>();
    }
};

/// All kinds that the program holds, by name.
const std::vector<const CheckKind*>& checkKinds();

} // namespace panorama
