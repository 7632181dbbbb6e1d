# What the compiler and the loader can do against mistakes in handling untrusted input, for builds that are used.
include(CheckPIESupported)
include(CheckCCompilerFlag)
check_pie_supported()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

set(released $<CONFIG:Release,RelWithDebInfo,MinSizeRel>)
add_compile_options($<${released}:-fstack-protector-strong>)
add_compile_definitions($<${released}:_FORTIFY_SOURCE=2>)
add_link_options("$<${released}:LINKER:-z,relro,-z,now,-z,noexecstack>")

foreach(flag stack-clash-protection cf-protection) # not on every processor
  check_c_compiler_flag(-f${flag} has_${flag})
  if(has_${flag})
    add_compile_options($<${released}:-f${flag}>)
  endif()
endforeach()
