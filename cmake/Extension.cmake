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
include(ShippedLibraries)
set(SHIPPED_FILES)
foreach(pair ${SHIPPED_LIBRARIES})
    string(REGEX MATCH "^([^=]+)=(.+)$" pair ${pair})
    add_custom_command(OUTPUT ${BUNDLE_PLATFORM}/${CMAKE_MATCH_1}
        COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_MATCH_2} ${BUNDLE_PLATFORM}/${CMAKE_MATCH_1}
        DEPENDS ${CMAKE_MATCH_2} VERBATIM)
    list(APPEND SHIPPED_FILES ${BUNDLE_PLATFORM}/${CMAKE_MATCH_1})
endforeach()

# A program that takes the shipped libraries from the bundle, wherever the folder that holds both is put. RPATH and not RUNPATH,
# since it also serves what the shipped libraries need themselves.
function(panorama_use_shipped_libraries program)
    get_target_property(folder ${program} RUNTIME_OUTPUT_DIRECTORY)
    if(NOT folder)
        get_target_property(folder ${program} BINARY_DIR)
    endif()
    file(RELATIVE_PATH way ${folder} ${BUNDLE_PLATFORM})
    set_target_properties(${program} PROPERTIES BUILD_WITH_INSTALL_RPATH ON INSTALL_RPATH "$ORIGIN/${way}")
    target_link_options(${program} PRIVATE LINKER:--disable-new-dtags)
endfunction()
panorama_use_shipped_libraries(panorama-check)

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

# Installed as it lies in the build folder, since the program looks for its data and libraries beside itself. The .oxt is for
# LibreOffice's extension manager (unopkg), which alone knows whose profiles it goes to.
include(GNUInstallDirs)
set(PANORAMA_HOME ${CMAKE_INSTALL_LIBDIR}/panorama-calc)
install(TARGETS panorama-check DESTINATION ${PANORAMA_HOME})
install(DIRECTORY ${BUNDLE} DESTINATION ${PANORAMA_HOME}/bundle)
install(FILES ${OXT} DESTINATION ${PANORAMA_HOME})
file(RELATIVE_PATH way /${CMAKE_INSTALL_BINDIR} /${PANORAMA_HOME})
install(CODE "
    set(folder \$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR})
    file(MAKE_DIRECTORY \${folder})
    file(CREATE_LINK ${way}/panorama-check \${folder}/panorama-check SYMBOLIC)
    message(STATUS \"Installing: \${folder}/panorama-check\")")
