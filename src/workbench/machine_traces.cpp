#include "workbench/machine_traces.hpp"

#include "bridge/uno_text.hpp"
#include "workbench/file_dialogs.hpp"

#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>
#include <com/sun/star/io/XActiveDataSink.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>

namespace panorama::workbench {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

namespace {

using Package = Reference<css::container::XHierarchicalNameAccess>;

constexpr sal_Int32 chunk = 65536;

/// Without the elements that begin with `opening` ("<meta:generator"), with or without content.
std::string withoutElements(const std::string& xml, std::string_view opening, std::string_view closing)
{
    std::string kept;
    std::size_t from = 0;
    for (std::size_t at = xml.find(opening); at != std::string::npos; at = xml.find(opening, from)) {
        kept.append(xml, from, at - from);
        const std::size_t tagEnd = xml.find('>', at);
        if (tagEnd == std::string::npos) return kept;
        if (xml[tagEnd - 1] == '/') {
            from = tagEnd + 1;
            continue;
        }
        const std::size_t end = xml.find(closing, tagEnd);
        if (end == std::string::npos) return kept;
        from = end + closing.size();
    }
    return kept.append(xml, from);
}

std::string contentOf(const Reference<css::io::XInputStream>& input)
{
    std::string content;
    css::uno::Sequence<sal_Int8> bytes;
    while (input->readBytes(bytes, chunk) > 0)
        content.append(bytes.begin(), bytes.end());
    return content;
}

void rewrite(const Context& context, const Package& package, const char* name, std::string_view opening,
             std::string_view closing)
{
    const Reference<css::io::XActiveDataSink> part(
        package->getByHierarchicalName(rtl::OUString::createFromAscii(name)), UNO_QUERY_THROW);
    const std::string content = withoutElements(contentOf(part->getInputStream()), opening, closing);
    css::uno::Sequence<sal_Int8> bytes(static_cast<sal_Int32>(content.size()));
    std::copy(content.begin(), content.end(), bytes.getArray());
    part->setInputStream(Reference<css::io::XInputStream>(
        css::io::SequenceInputStream::createStreamFromSequence(context, bytes), UNO_QUERY_THROW));
}

} // namespace

void removeMachineTraces(const Context& context, const std::filesystem::path& file)
{
    const Package package(context->getServiceManager()->createInstanceWithArgumentsAndContext(
                              "com.sun.star.packages.Package", sequence({Any(urlOf(file))}), context),
                          UNO_QUERY_THROW);
    rewrite(context, package, "settings.xml", "<config:config-item config:name=\"Printer",
            "</config:config-item>");
    rewrite(context, package, "meta.xml", "<meta:generator", "</meta:generator>");
    Reference<css::util::XChangesBatch>(package, UNO_QUERY_THROW)->commitChanges();
}

} // namespace panorama::workbench
