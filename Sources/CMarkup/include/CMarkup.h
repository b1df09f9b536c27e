/// HTML, parsed by libxml2, as a sequence of events. The library is loaded when the first page is read, so that a start of the
/// program without HTML does not pay for it.
#ifndef TERCET_MARKUP_H
#define TERCET_MARKUP_H

#include <stddef.h>

/// What happens on the way through a document.
typedef enum { TERCET_MARKUP_START, TERCET_MARKUP_ATTRIBUTE, TERCET_MARKUP_TEXT, TERCET_MARKUP_END } tercet_markup_event;

/// Takes an event: an element's name at its start and end, an attribute's name and value, or text as `value`. All UTF-8.
typedef void (*tercet_markup_handler)(void *context, tercet_markup_event event, const char *name, const char *value);

/// What came of a page: 0 when it was read, 1 when libxml2 is not installed, 2 when it holds nothing.
int tercet_markup_read(
    const char *bytes, size_t count, const char *encoding, tercet_markup_handler handler, void *context);

#endif
