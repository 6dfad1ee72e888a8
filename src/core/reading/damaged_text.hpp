#pragma once

#include "core/reading/code_page.hpp"
#include "core/reading/decoding.hpp"
#include "core/reading/decoding_limits.hpp"

namespace panorama {

/// A text being decoded, with what was damaged in it.
class DamagedText
{
  public:
    void add(char32_t character)
    {
        if (character < 0x80)
            text_ += static_cast<char>(character);
        else
            appendUtf8(text_, character);
    }
    void add(std::string_view utf8) { text_ += utf8; }
    /// Adds what damaged bytes are read as; 0 for nothing.
    void addDamaged(DamageKind kind, std::string_view bytes, char32_t readAs)
    {
        const std::size_t offset = text_.size();
        if (readAs) add(readAs);
        note({kind, offset, text_.size() - offset, std::string(bytes.substr(0, 8))});
    }
    /// Notes a damage at the end of what is there.
    void note(TextDamage damage)
    {
        ++evidence.damages;
        if (evidence.places.size() < decoding_limits::mostPlaces)
            evidence.places.push_back(std::move(damage));
    }
    std::size_t size() const { return text_.size(); }
    char last() const { return text_.empty() ? '\n' : text_.back(); }
    void reserve(std::size_t size) { text_.reserve(size); }
    DecodedText take() { return {std::move(text_), std::move(evidence)}; }

    DecodingEvidence evidence;

  private:
    std::string text_;
};

constexpr char32_t replacementCharacter = 0xFFFD;

} // namespace panorama
