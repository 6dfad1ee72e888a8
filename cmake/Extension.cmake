# Lays the extension out under build/bundle/<identifier>, where an office can take it from without installing, and packs it
# as build/panorama-calc.oxt. Another platform adds its own folder under platform/ beside ours.
if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
    set(UNO_PLATFORM Linux_x86_64)
elseif(CMAKE_SYSTEM_PROCESSOR STREQUAL "aarch64")
    set(UNO_PLATFORM Linux_AARCH64)
else()
    message(FATAL_ERROR "No LibreOffice platform name is known for ${CMAKE_SYSTEM_PROCESSOR}")
endif()
string(TOLOWER ${UNO_PLATFORM} UNO_PLATFORM_LOWER) # description.xml wants it so, and says nothing otherwise

set(BUNDLE ${CMAKE_BINARY_DIR}/bundle/org.panoramacalc.extension)
set(BUNDLE_PLATFORM ${BUNDLE}/platform/${UNO_PLATFORM})
set(OXT ${CMAKE_BINARY_DIR}/panorama-calc.oxt)
set_target_properties(panoramacalc PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${BUNDLE_PLATFORM})

configure_file(description.xml ${BUNDLE}/description.xml @ONLY)
configure_file(extension/META-INF/manifest.xml.in ${BUNDLE}/META-INF/manifest.xml @ONLY)
configure_file(extension/panoramacalc.components ${BUNDLE_PLATFORM}/panoramacalc.components COPYONLY)
configure_file(LICENSE ${BUNDLE}/LICENSE COPYONLY)

# Libraries that exist only as shared ones go beside ours: other systems have other versions of them.
set(SHIPPED_LIBRARIES libtinyxml2.so.9 libre2.so.9 libmd.so.0)
set(SHIPPED_FILES)
foreach(library ${SHIPPED_LIBRARIES})
    find_file(FOUND_${library} ${library} PATHS /usr/lib/x86_64-linux-gnu /usr/lib/aarch64-linux-gnu /usr/lib REQUIRED)
    get_filename_component(LIBRARY_FILE ${FOUND_${library}} REALPATH)
    add_custom_command(OUTPUT ${BUNDLE_PLATFORM}/${library}
        COMMAND ${CMAKE_COMMAND} -E copy ${LIBRARY_FILE} ${BUNDLE_PLATFORM}/${library} VERBATIM)
    list(APPEND SHIPPED_FILES ${BUNDLE_PLATFORM}/${library})
endforeach()

file(GLOB BUNDLE_SOURCES CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/extension
     extension/data/*.xml extension/packs/* extension/templates/* extension/description/*.txt
     extension/dialogs/*.xdl extension/icons/*.png extension/registry/*.xcu
     extension/office-templates/*.xcu extension/office-templates/*/*.ots)
set(BUNDLE_FILES)
foreach(file ${BUNDLE_SOURCES})
    add_custom_command(OUTPUT ${BUNDLE}/${file}
        COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/extension/${file} ${BUNDLE}/${file}
        DEPENDS ${CMAKE_SOURCE_DIR}/extension/${file} VERBATIM)
    list(APPEND BUNDLE_FILES ${BUNDLE}/${file})
endforeach()
set(MENUS extension/registry/Addons.xcu.mustache)
add_custom_command(OUTPUT ${BUNDLE}/registry/Addons.xcu
    COMMAND panorama-menus ${CMAKE_SOURCE_DIR}/${MENUS} ${BUNDLE}/registry/Addons.xcu
    DEPENDS panorama-menus ${CMAKE_SOURCE_DIR}/${MENUS} VERBATIM)
list(APPEND BUNDLE_FILES ${BUNDLE}/registry/Addons.xcu)

add_custom_command(OUTPUT ${OXT}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${BUNDLE}/registry
    COMMAND ${CMAKE_COMMAND} -E copy ${PANORAMA_RDB} ${BUNDLE}/panoramacalc.rdb
    COMMAND ${CMAKE_COMMAND} -E copy ${GENERATED_DIR}/registry/CalcAddIns.xcu ${BUNDLE}/registry/CalcAddIns.xcu
    COMMAND ${CMAKE_COMMAND} -E rm -f ${OXT}
    COMMAND ${CMAKE_COMMAND} -E tar cf ${OXT} --format=zip META-INF description.xml LICENSE panoramacalc.rdb platform registry data dialogs icons packs templates office-templates description
    WORKING_DIRECTORY ${BUNDLE}
    DEPENDS panoramacalc panorama_generated ${PANORAMA_RDB} ${BUNDLE_FILES} ${SHIPPED_FILES} ${BUNDLE}/description.xml ${BUNDLE}/META-INF/manifest.xml
            ${BUNDLE_PLATFORM}/panoramacalc.components
    COMMENT "Packing panorama-calc.oxt"
    VERBATIM)
add_custom_target(extension ALL DEPENDS ${OXT})
