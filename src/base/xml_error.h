/* The error that libxml2 hands to functions that listen: constant since libxml2 2.12. */
#ifndef PYKALA_BASE_XML_ERROR_H
#define PYKALA_BASE_XML_ERROR_H

#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *xml_error;
#else
typedef xmlErrorPtr xml_error;
#endif

#endif
