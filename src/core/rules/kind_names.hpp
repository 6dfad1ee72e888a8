#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace panorama {

/// What a check found, among the cases of its kind: each has its own message.
struct Case
{
    std::size_t index = 0;
    friend bool operator==(Case, Case) = default;
};

/// A place in a message that a finding fills: "{expected}".
struct Slot
{
    std::string_view name; ///< without braces
};

/// Names that a kind declares once. Whoever asks for one that is not among them does not compile.
template <std::size_t count>
class KindNames
{
  public:
    template <typename... Name>
    constexpr KindNames(Name... names) : names_{names...}
    {
    }
    constexpr std::span<const std::string_view> all() const { return names_; }

  protected:
    consteval std::size_t indexOf(std::string_view name) const
    {
        for (std::size_t i = 0; i < count; ++i)
            if (names_[i] == name) return i;
        throw "the kind declares no such name";
    }

  private:
    std::array<std::string_view, count> names_;
};

template <std::size_t count>
class Cases : public KindNames<count>
{
  public:
    using KindNames<count>::KindNames;
    consteval Case operator[](std::string_view name) const { return {this->indexOf(name)}; }
};
template <typename... Name>
Cases(Name...) -> Cases<sizeof...(Name)>;

template <std::size_t count>
class Slots : public KindNames<count>
{
  public:
    using KindNames<count>::KindNames;
    consteval Slot operator[](std::string_view name) const { return {this->all()[this->indexOf(name)]}; }
};
template <typename... Name>
Slots(Name...) -> Slots<sizeof...(Name)>;

} // namespace panorama
