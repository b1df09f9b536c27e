#include "CMarkup.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <limits.h>
#include <pthread.h>

static struct {
    void (*init)(void);
    htmlDocPtr (*read)(const char *, int, const char *, const char *, int);
    xmlNodePtr (*root)(const xmlDoc *);
    xmlChar *(*list)(xmlDocPtr, const xmlNode *, int);
    void (*free_document)(xmlDocPtr);
    xmlFreeFunc *free_bytes;
    int is_there;
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *handle = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!handle) handle = dlopen("libxml2.so", RTLD_NOW | RTLD_LOCAL);
    if (!handle) handle = dlopen("libxml2.so.16", RTLD_NOW | RTLD_LOCAL);
    if (!handle) return;
    library.init = dlsym(handle, "xmlInitParser");
    library.read = dlsym(handle, "htmlReadMemory");
    library.root = dlsym(handle, "xmlDocGetRootElement");
    library.list = dlsym(handle, "xmlNodeListGetString");
    library.free_document = dlsym(handle, "xmlFreeDoc");
    library.free_bytes = dlsym(handle, "xmlFree");
    library.is_there = library.init && library.read && library.root && library.list && library.free_document
        && library.free_bytes;
    if (library.is_there) library.init();
}

static void walk(xmlDocPtr document, xmlNodePtr node, tercet_markup_handler handler, void *context) {
    // The parser bounds the depth of a tree, so that no stack is needed besides this one.
    xmlNodePtr at = node;
    while (at) {
        if (at->type == XML_ELEMENT_NODE) {
            handler(context, TERCET_MARKUP_START, (const char *)at->name, NULL);
            for (xmlAttrPtr attribute = at->properties; attribute; attribute = attribute->next) {
                xmlChar *value = library.list(document, attribute->children, 1);
                handler(
                    context, TERCET_MARKUP_ATTRIBUTE, (const char *)attribute->name, value ? (const char *)value : "");
                if (value) (*library.free_bytes)(value);
            }
            if (at->children) {
                at = at->children;
                continue;
            }
            handler(context, TERCET_MARKUP_END, (const char *)at->name, NULL);
        } else if ((at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) && at->content) {
            handler(context, TERCET_MARKUP_TEXT, NULL, (const char *)at->content);
        }
        while (at && at != node && !at->next) {
            at = at->parent;
            if (at && at->type == XML_ELEMENT_NODE) handler(context, TERCET_MARKUP_END, (const char *)at->name, NULL);
        }
        if (!at || at == node) return;
        at = at->next;
    }
}

int tercet_markup_read(
    const char *bytes, size_t count, const char *encoding, tercet_markup_handler handler, void *context) {
    pthread_once(&once, load);
    if (!library.is_there) return 1;
    if (count == 0 || count > INT_MAX) return 2;
    xmlDocPtr document = library.read(
        bytes, (int)count, NULL, encoding, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    if (!document) return 2;
    xmlNodePtr root = library.root(document);
    if (root) walk(document, root, handler, context);
    library.free_document(document);
    return root ? 0 : 2;
}
