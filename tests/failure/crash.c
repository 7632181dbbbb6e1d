/*
 * Makes libxml2 crash in a program that is run with this in LD_PRELOAD: at an element of the name
 * "segv" by a wrong address, at "abrt" by an assertion that fails, at "kill" by the system.
 */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>
#include <libxml/SAX2.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

typedef void start_element(void *context, const xmlChar *name, const xmlChar *prefix,
                           const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                           int attribute_count, int defaulted_count, const xmlChar **attributes);

void xmlSAX2StartElementNs(void *context, const xmlChar *name, const xmlChar *prefix,
                           const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                           int attribute_count, int defaulted_count, const xmlChar **attributes)
{
    start_element *real;
    *(void **)&real = dlsym(RTLD_NEXT, "xmlSAX2StartElementNs");
    if (strcmp((const char *)name, "segv") == 0)
        raise(SIGSEGV);
    if (strcmp((const char *)name, "abrt") == 0)
        abort();
    if (strcmp((const char *)name, "kill") == 0)
        raise(SIGKILL);
    real(context, name, prefix, uri, namespace_count, namespaces, attribute_count, defaulted_count,
         attributes);
}
