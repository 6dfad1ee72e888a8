#pragma once

#include <com/sun/star/beans/PropertyValue.hpp>
#include <rtl/ustring.hxx>

namespace panorama {

/// An option of loading or storing a document.
inline css::beans::PropertyValue propertyValue(const char* name, const css::uno::Any& value)
{
    css::beans::PropertyValue property;
    property.Name = rtl::OUString::createFromAscii(name);
    property.Value = value;
    return property;
}

} // namespace panorama
