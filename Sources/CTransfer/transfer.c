#include "CTransfer.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static struct {
    CURLcode (*global_init)(long);
    CURL *(*init)(void);
    CURLcode (*set)(CURL *, CURLoption, ...);
    CURLM *(*multi_init)(void);
    CURLMcode (*add)(CURLM *, CURL *);
    CURLMcode (*perform)(CURLM *, int *);
    CURLMcode (*poll)(CURLM *, struct curl_waitfd *, unsigned, int, int *);
    CURLMsg *(*message)(CURLM *, int *);
    CURLMcode (*remove)(CURLM *, CURL *);
    CURLMcode (*multi_cleanup)(CURLM *);
    CURLcode (*info)(CURL *, CURLINFO, ...);
    void (*cleanup)(CURL *);
    const char *(*explain)(CURLcode);
    struct curl_slist *(*append)(struct curl_slist *, const char *);
    void (*free_list)(struct curl_slist *);
    bool is_there;
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!handle) handle = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!handle) return;
    library.global_init = dlsym(handle, "curl_global_init");
    library.init = dlsym(handle, "curl_easy_init");
    library.set = dlsym(handle, "curl_easy_setopt");
    library.multi_init = dlsym(handle, "curl_multi_init");
    library.add = dlsym(handle, "curl_multi_add_handle");
    library.perform = dlsym(handle, "curl_multi_perform");
    library.poll = dlsym(handle, "curl_multi_poll");
    library.message = dlsym(handle, "curl_multi_info_read");
    library.remove = dlsym(handle, "curl_multi_remove_handle");
    library.multi_cleanup = dlsym(handle, "curl_multi_cleanup");
    library.info = dlsym(handle, "curl_easy_getinfo");
    library.cleanup = dlsym(handle, "curl_easy_cleanup");
    library.explain = dlsym(handle, "curl_easy_strerror");
    library.append = dlsym(handle, "curl_slist_append");
    library.free_list = dlsym(handle, "curl_slist_free_all");
    library.is_there = library.global_init && library.init && library.set && library.multi_init && library.add
        && library.perform && library.poll && library.message && library.remove && library.multi_cleanup && library.info
        && library.cleanup && library.explain && library.append && library.free_list
        && library.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

typedef struct {
    tercet_transfer_sink sink;
    void *context;
} state;

static size_t receive(char *bytes, size_t size, size_t count, void *user) {
    state *now = user;
    return now->sink(now->context, bytes, size * count) ? size * count : 0;
}

/// Runs a transfer to its end, and asks every few milliseconds whether to end it: a transfer by itself asks once a second.
static CURLcode run(CURL *curl, tercet_transfer_check check) {
    CURLM *multi = library.multi_init();
    if (!multi) return CURLE_OUT_OF_MEMORY;
    CURLcode code = CURLE_FAILED_INIT;
    int running = library.add(multi, curl) == CURLM_OK;
    while (running) {
        if (library.perform(multi, &running) != CURLM_OK || !running) break;
        if (check && check()) {
            code = CURLE_ABORTED_BY_CALLBACK;
            break;
        }
        library.poll(multi, NULL, 0, 20, NULL);
    }
    int left;
    for (CURLMsg *message; (message = library.message(multi, &left));) {
        if (message->msg == CURLMSG_DONE) code = message->data.result;
    }
    library.remove(multi, curl);
    library.multi_cleanup(multi);
    return code;
}

tercet_transfer_outcome tercet_transfer_post(
    const tercet_transfer_request *request, tercet_transfer_sink sink, void *context, tercet_transfer_check check) {
    tercet_transfer_outcome outcome = {.code = -1};
    pthread_once(&once, load);
    CURL *curl = library.is_there ? library.init() : NULL;
    if (!curl) return outcome;
    state now = {sink, context};
    char error[CURL_ERROR_SIZE] = "";
    char header[256];
    struct curl_slist *headers = NULL;
    snprintf(header, sizeof header, "Content-Type: %s", request->content_type);
    headers = library.append(headers, header);
    snprintf(header, sizeof header, "Accept: %s", request->accept);
    headers = library.append(headers, header);
    // No wait for "100 Continue", which not every server sends.
    headers = library.append(headers, "Expect:");
    library.set(curl, CURLOPT_URL, request->url);
    library.set(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    library.set(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    library.set(curl, CURLOPT_POST, 1L);
    library.set(curl, CURLOPT_POSTFIELDS, request->body);
    library.set(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_count);
    library.set(curl, CURLOPT_HTTPHEADER, headers);
    library.set(curl, CURLOPT_USERAGENT, request->agent);
    library.set(curl, CURLOPT_FOLLOWLOCATION, 1L);
    library.set(curl, CURLOPT_MAXREDIRS, 5L);
    library.set(curl, CURLOPT_POSTREDIR, (long)CURL_REDIR_POST_ALL);
    library.set(curl, CURLOPT_ACCEPT_ENCODING, "");
    library.set(curl, CURLOPT_NOSIGNAL, 1L);
    library.set(curl, CURLOPT_TIMEOUT_MS, request->timeout);
    library.set(curl, CURLOPT_CONNECTTIMEOUT_MS, request->connect_timeout);
    // Slower than a byte a second is silence.
    library.set(curl, CURLOPT_LOW_SPEED_LIMIT, request->longest_silence ? 1L : 0L);
    library.set(curl, CURLOPT_LOW_SPEED_TIME, request->longest_silence);
    library.set(curl, CURLOPT_ERRORBUFFER, error);
    library.set(curl, CURLOPT_WRITEFUNCTION, receive);
    library.set(curl, CURLOPT_WRITEDATA, &now);
    CURLcode code = run(curl, check);
    outcome.code = (int)code;
    library.info(curl, CURLINFO_RESPONSE_CODE, &outcome.status);
    char *type = NULL;
    if (library.info(curl, CURLINFO_CONTENT_TYPE, &type) == CURLE_OK && type) {
        strncpy(outcome.content_type, type, sizeof outcome.content_type - 1);
    }
    strncpy(outcome.message, error[0] ? error : library.explain(code), sizeof outcome.message - 1);
    library.cleanup(curl);
    library.free_list(headers);
    return outcome;
}

bool tercet_transfer_timed_out(const tercet_transfer_outcome *outcome) {
    return outcome->code == CURLE_OPERATION_TIMEDOUT;
}
