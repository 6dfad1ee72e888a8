#include "core/table/csv.hpp"

#include "core/text/date.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <string>
#include <utf8proc.h>
#include <vector>

namespace panorama {

namespace {

// A panorama has fifty rows, a benchmark 10^5; beyond these bounds a file is a mistake or an attack.
constexpr std::uintmax_t largestFile = 512ull * 1024 * 1024;
constexpr int mostColumns = 16384; // as many as Calc has

std::string fromUtf16(std::string_view bytes, bool bigEndian)
{
    std::string utf8;
    const auto unitAt = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]),
                   second = static_cast<unsigned char>(bytes[at + 1]);
        return bigEndian ? first << 8 | second : second << 8 | first;
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        utf8proc_int32_t character = unitAt(at);
        if (character >= 0xD800 && character < 0xDC00 && at + 3 < bytes.size()) {
            const int low = unitAt(at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        if (character >= 0xD800 && character < 0xE000) character = 0xFFFD; // half of a pair
        std::array<utf8proc_uint8_t, 4> buffer{};
        const auto length = utf8proc_encode_char(character, buffer.data());
        utf8.append(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(length));
    }
    return utf8;
}

std::string fromWindows1252(std::string_view bytes)
{
    // What 0x80 to 0x9F mean there and not in Latin-1; 0 where nothing is defined.
    static constexpr std::array<int, 32> special = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    std::string utf8;
    utf8.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        int character = code;
        if (code >= 0x80 && code < 0xA0) character = special[code - 0x80] ? special[code - 0x80] : 0xFFFD;
        std::array<utf8proc_uint8_t, 4> buffer{};
        const auto length = utf8proc_encode_char(character, buffer.data());
        utf8.append(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(length));
    }
    return utf8;
}

/// The text of the file; `converted` keeps it where the bytes are not UTF-8 already.
std::string_view decoded(std::string_view bytes, CsvForm& form, std::string& converted)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        form.charset = CsvForm::Charset::utf8WithMark;
        bytes.remove_prefix(3);
        if (isUtf8(bytes)) return bytes;
    }
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        form.charset = CsvForm::Charset::utf16;
        return converted = fromUtf16(bytes.substr(2), bytes.front() == '\xFE');
    }
    if (isUtf8(bytes)) return bytes;
    form.charset = CsvForm::Charset::windows1252;
    return converted = fromWindows1252(bytes);
}

/// Walks through the cells of a CSV text. A quote opens a quoted cell only at its start, as RFC 4180 says;
/// what follows a closing quote is kept, because losing characters would be worse.
class CsvScanner
{
  public:
    enum class After : unsigned char { cell, row, end };

    CsvScanner(std::string_view text, char separator) : text_(text), separator_(separator) {}

    bool atEnd() const { return at_ >= text_.size(); }
    /// Where the next cell starts.
    std::size_t position() const { return at_; }
    bool unclosedQuote() const { return unclosed_; }

    /// The next cell and what comes after it. The view holds until the next call.
    After next(std::string_view& cell)
    {
        if (!atEnd() && text_[at_] == '"') return quoted(cell);
        const std::size_t start = at_;
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
            ++at_;
        cell = text_.substr(start, at_ - start);
        return step();
    }

  private:
    After quoted(std::string_view& cell)
    {
        const std::size_t start = ++at_;
        std::size_t quote = text_.find('"', at_);
        const bool simple =
            quote != std::string_view::npos && (quote + 1 == text_.size() || text_[quote + 1] != '"');
        if (simple && (quote + 1 == text_.size() || isBorder(text_[quote + 1])))
        { // the common case costs no copy
            cell = text_.substr(start, quote - start);
            at_ = quote + 1;
            return step();
        }
        buffer_.clear();
        while (true) {
            if (quote == std::string_view::npos) {
                buffer_.append(text_.substr(at_));
                at_ = text_.size();
                unclosed_ = true;
                break;
            }
            buffer_.append(text_.substr(at_, quote - at_));
            at_ = quote + 1;
            if (at_ >= text_.size() || text_[at_] != '"') break;
            buffer_ += '"';
            quote = text_.find('"', ++at_);
        }
        while (at_ < text_.size() && !isBorder(text_[at_]))
            buffer_ += text_[at_++];
        cell = buffer_;
        return step();
    }

    bool isBorder(char character) const
    {
        return character == separator_ || character == '\n' || character == '\r';
    }

    After step()
    {
        if (atEnd()) return After::end;
        const char border = text_[at_++];
        if (border == separator_) return After::cell;
        if (border == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
        return After::row;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::string buffer_;
    bool unclosed_ = false;
};

/// How many rows agree on how many separators they hold, over the first rows.
std::pair<int, int> agreement(std::string_view text, char separator)
{
    constexpr int rowsTried = 50;
    std::map<int, int> rowsByCount;
    CsvScanner scanner(text, separator);
    for (int row = 0; row < rowsTried && !scanner.atEnd(); ++row) {
        int count = 0;
        std::string_view cell;
        while (scanner.next(cell) == CsvScanner::After::cell && count < mostColumns)
            ++count;
        if (count > 0) ++rowsByCount[count];
    }
    std::pair<int, int> best{0, 0};
    for (const auto& [count, rows] : rowsByCount)
        best = std::max(best, {rows, count});
    return best;
}

char detectSeparator(std::string_view text)
{
    char best = ',';
    std::pair<int, int> bestAgreement{0, 0};
    for (const char separator : {',', ';', '\t', '|'})
        if (const auto found = agreement(text, separator); found > bestAgreement) {
            bestAgreement = found;
            best = separator;
        }
    return best;
}

} // namespace

tl::expected<CsvSheet, CsvProblem> parseCsv(std::string_view bytes, std::string name)
{
    CsvForm form;
    std::string converted;
    const std::string_view text = decoded(bytes, form, converted);
    if (text.find('\0') != std::string_view::npos) return tl::unexpected(CsvProblem::binary);
    form.separator = detectSeparator(text.substr(0, 256 * 1024));

    Sheet sheet(std::move(name), CellOrigin::plainText);
    CsvScanner scanner(text, form.separator);
    for (Place place; !scanner.atEnd(); ++place.row) {
        place.column = 0;
        std::string_view cell;
        CsvScanner::After after;
        do {
            after = scanner.next(cell);
            if (place.column >= mostColumns) return tl::unexpected(CsvProblem::tooLarge);
            sheet.addText(place, cell);
            ++place.column;
        } while (after == CsvScanner::After::cell);
        sheet.noteWidth(place.column);
    }
    form.unclosedQuote = scanner.unclosedQuote();
    return CsvSheet{std::move(sheet), form};
}

bool isCsvName(const std::filesystem::path& file)
{
    const std::string extension = fold(file.extension().string());
    return extension == "csv" || extension == "tsv" || extension == "txt";
}

std::string_view nameOf(CsvForm::Charset charset)
{
    switch (charset) {
    case CsvForm::Charset::utf16: return "UTF-16";
    case CsvForm::Charset::windows1252: return "Windows-1252";
    default: return "UTF-8";
    }
}

namespace {

/// The decimal mark that most numbers of a column have.
char decimalMarkOf(const Sheet& sheet, int column)
{
    long commas = 0, points = 0;
    for (int row = 0; row < sheet.rowCount(); ++row)
        if (const auto number = parseNumber(sheet.text({row, column})); number && number->decimalMark)
            ++(number->decimalMark == ',' ? commas : points);
    return commas > points ? ',' : '.';
}

/// A cell as the file writes it: quoted where it must be.
std::string written(const CellEdit& edit, char separator, char decimalMark)
{
    std::string text = edit.text;
    if (edit.kind == CellEdit::Kind::number) {
        text = fmt::format("{}", edit.number);
        std::replace(text.begin(), text.end(), '.', decimalMark);
    } else if (edit.kind == CellEdit::Kind::date)
        if (const auto date = dateOfSerial(edit.number)) text = isoDate(*date);
    const bool quotes = text.find_first_of(std::string("\"\r\n") + separator) != std::string::npos;
    if (!quotes) return text;
    std::string quoted = "\"";
    for (const char character : text)
        quoted += character == '"' ? "\"\"" : std::string(1, character);
    return quoted + '"';
}

} // namespace

tl::expected<std::string, CsvProblem> editCsv(std::string_view bytes, std::span<const CellEdit> edits)
{
    CsvForm form;
    std::string converted;
    const std::string_view text = decoded(bytes, form, converted);
    if (text.find('\0') != std::string_view::npos) return tl::unexpected(CsvProblem::binary);
    form.separator = detectSeparator(text.substr(0, 256 * 1024));
    std::map<std::pair<int, int>, const CellEdit*> byPlace;
    for (const CellEdit& edit : edits)
        byPlace.emplace(std::pair(edit.place.row, edit.place.column), &edit);
    const auto sheet = parseCsv(bytes, {});
    if (!sheet) return tl::unexpected(sheet.error());

    std::string edited = form.charset == CsvForm::Charset::utf8 ? "" : "\xEF\xBB\xBF";
    std::size_t kept = 0;
    CsvScanner scanner(text, form.separator);
    for (Place place; !scanner.atEnd(); ++place.row) {
        CsvScanner::After after;
        place.column = 0;
        do {
            const std::size_t start = scanner.position();
            std::string_view cell;
            after = scanner.next(cell);
            const auto edit = byPlace.find({place.row, place.column++});
            if (edit == byPlace.end()) continue;
            std::size_t end = scanner.position();
            if (after != CsvScanner::After::end) --end;
            if (after == CsvScanner::After::row && end > start && text[end] == '\n' && text[end - 1] == '\r')
                --end;
            edited.append(text.substr(kept, start - kept));
            edited += written(*edit->second, form.separator,
                              decimalMarkOf(sheet->sheet, edit->second->place.column));
            kept = end;
        } while (after == CsvScanner::After::cell);
    }
    return edited.append(text.substr(kept));
}

tl::expected<CsvSheet, CsvProblem> readCsv(const std::filesystem::path& path)
{
    std::error_code problem;
    const auto size = std::filesystem::file_size(path, problem);
    if (problem) return tl::unexpected(CsvProblem::unreadable);
    if (size > largestFile) return tl::unexpected(CsvProblem::tooLarge);
    std::ifstream stream(path, std::ios::binary);
    std::string bytes(size, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!stream) return tl::unexpected(CsvProblem::unreadable);
    return parseCsv(bytes, path.stem().string());
}

} // namespace panorama
