/// HTTP through libcurl, which is loaded when it is first needed: its setters are variadic, and few sessions want it.
#ifndef TERCET_TRANSFER_H
#define TERCET_TRANSFER_H

#include <stdbool.h>
#include <stddef.h>

/// Takes a piece of the answer; false ends the transfer.
typedef bool (*tercet_transfer_sink)(void *context, const char *bytes, size_t count);
/// Whether to end the transfer.
typedef bool (*tercet_transfer_check)(void);

/// What is sent, and how long it may take.
typedef struct {
    const char *url;
    const char *body;
    size_t body_count;
    const char *content_type;
    const char *accept;
    const char *agent;
    /// Milliseconds for all of it; 0 for no limit.
    long timeout;
    /// Milliseconds until there is a connection.
    long connect_timeout;
    /// Seconds without a byte after which it is given up; 0 for no limit.
    long longest_silence;
} tercet_transfer_request;

/// How it ended.
typedef struct {
    /// libcurl's code: 0 when an answer came, -1 when libcurl is not installed.
    int code;
    /// The status of the answer.
    long status;
    /// What libcurl says of an error; never NULL.
    char message[256];
    /// The media type of the answer, cut where it is long.
    char content_type[128];
} tercet_transfer_outcome;

/// Posts a body and hands the answer over as it comes.
tercet_transfer_outcome tercet_transfer_post(
    const tercet_transfer_request *request, tercet_transfer_sink sink, void *context, tercet_transfer_check check);

/// Whether an outcome is that time was up.
bool tercet_transfer_timed_out(const tercet_transfer_outcome *outcome);

#endif
