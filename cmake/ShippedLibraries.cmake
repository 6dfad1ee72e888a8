# Which shared libraries go beside ours: those linked that exist only as shared ones, and what they need in their turn, but
# for what every system has. All of it is read from the files that the linker finds, so that another release of them, with
# other names, changes nothing here. Sets SHIPPED_LIBRARIES: pairs "soname=file".
set(LIBRARIES_OF_EVERY_SYSTEM "^(libc|libm|libdl|librt|libpthread|libgcc_s|libstdc\\+\\+|ld-linux.*)\\.so")

# What the dynamic section of a library says under TAG (SONAME, NEEDED).
function(read_dynamic_section file tag result)
    execute_process(COMMAND ${CMAKE_OBJDUMP} -p ${file} OUTPUT_VARIABLE headers COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCHALL "\n +${tag} +[^\n]+" lines "${headers}")
    list(TRANSFORM lines REPLACE "\n +${tag} +" "")
    set(${result} ${lines} PARENT_SCOPE)
endfunction()

# Adds a library and what it needs to SHIPPED_LIBRARIES.
function(ship_library link)
    file(REAL_PATH ${link} file)
    read_dynamic_section(${file} SONAME soname)
    if("${soname}=${file}" IN_LIST SHIPPED_LIBRARIES)
        return()
    endif()
    list(APPEND SHIPPED_LIBRARIES "${soname}=${file}")
    read_dynamic_section(${file} NEEDED needed)
    list(FILTER needed EXCLUDE REGEX ${LIBRARIES_OF_EVERY_SYSTEM})
    get_filename_component(folder ${file} DIRECTORY)
    foreach(name ${needed})
        ship_library(${folder}/${name}) # a system keeps them together
    endforeach()
    set(SHIPPED_LIBRARIES ${SHIPPED_LIBRARIES} PARENT_SCOPE)
endfunction()

set(SHIPPED_LIBRARIES)
foreach(target PkgConfig::TINYXML2 PkgConfig::RE2 PkgConfig::LIBMD PkgConfig::UCHARDET)
    get_target_property(linked ${target} INTERFACE_LINK_LIBRARIES)
    list(FILTER linked INCLUDE REGEX "\\.so$") # full paths; what is linked as an archive needs no shipping
    foreach(library ${linked})
        ship_library(${library})
    endforeach()
endforeach()
