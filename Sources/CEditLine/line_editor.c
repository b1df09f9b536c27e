// Source: editline(3), editrc(5), and the terminal protocol of bracketed paste (xterm's ctlseqs, "Bracketed Paste Mode").

#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <histedit.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
    INPUT_CAPACITY = 4096,
    // A key that nobody types (Ctrl-^), through which a paste enters the editor as one piece.
    PASTE_KEY = 0x1e,
    // How long the rest of an escape sequence may take: long enough for a slow line, too short to be felt after Esc.
    ESCAPE_MILLISECONDS = 30,
};

static const char paste_begin[] = "\033[200~";
static const char paste_end[] = "\033[201~";
static const size_t paste_mark_length = sizeof paste_begin - 1;

struct tercet_line_editor {
    EditLine *edit_line;
    History *history;
    tercet_completion complete;
    void *context;
    char *prompt;
    char input[INPUT_CAPACITY];
    size_t input_start, input_end;
    wchar_t *paste;
};

// MARK: Signals while a key is awaited

// A pipe to oneself: a signal between the look at its flag and the wait for a key would otherwise go unseen.
static int wake_pipe[2] = {-1, -1};
static atomic_bool resized, stopped;
static atomic_int terminated;

void tercet_wake(void)
{
    if (wake_pipe[1] >= 0) {
        ssize_t ignored = write(wake_pipe[1], "", 1);
        (void)ignored;
    }
}

static void on_resize(int signal_number)
{
    (void)signal_number;
    int saved_errno = errno;
    atomic_store(&resized, true);
    tercet_wake();
    errno = saved_errno;
}

static void on_stop(int signal_number)
{
    (void)signal_number;
    int saved_errno = errno;
    atomic_store(&stopped, true);
    tercet_wake();
    errno = saved_errno;
}

static void on_terminate(int signal_number)
{
    int saved_errno = errno;
    atomic_store(&terminated, signal_number);
    tercet_wake();
    errno = saved_errno;
}

static void handle(int signal_number, void (*handler)(int), struct sigaction *previous)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(signal_number, &action, previous);
}

static void set_bracketed_paste(bool enabled)
{
    // Written through stdio so that it keeps its place among libedit's own output.
    const char *terminal = getenv("TERM");
    if (terminal == NULL || strcmp(terminal, "dumb") == 0) {
        return;
    }
    fputs(enabled ? "\033[?2004h" : "\033[?2004l", stdout);
    fflush(stdout);
}

/// Gives the terminal back as it was, does what the signal does by default, and takes the terminal again.
static void leave_terminal(tercet_line_editor *editor, int signal_number)
{
    set_bracketed_paste(false);
    el_set(editor->edit_line, EL_PREP_TERM, 0);
    struct sigaction ours;
    handle(signal_number, SIG_DFL, &ours);
    raise(signal_number);
    sigaction(signal_number, &ours, NULL);
    el_set(editor->edit_line, EL_PREP_TERM, 1);
    set_bracketed_paste(true);
    el_set(editor->edit_line, EL_REFRESH);
}

/// How many terminal rows lie above the cursor in the prompt and the text being edited.
static int rows_above_cursor(tercet_line_editor *editor, int columns)
{
    int rows = 0, column = 0;
    bool in_escape = false;
    for (const char *at = editor->prompt; at != NULL && *at != 0; at++) {
        if (*at == '\1') {
            in_escape = !in_escape;
        } else if (!in_escape && ((unsigned char)*at & 0xc0) != 0x80) {
            column++;
        }
    }
    const LineInfoW *line = el_wline(editor->edit_line);
    for (const wchar_t *at = line->buffer; at < line->cursor; at++) {
        int width = *at == L'\t' ? 8 - column % 8 : wcwidth(*at);
        if (*at == L'\n' || column + width > columns) {
            rows++;
            column = 0;
        }
        column += width > 0 && *at != L'\n' ? width : 0;
    }
    return rows + column / columns;
}

/// Draws the line anew after the window has changed.
static void redraw(tercet_line_editor *editor)
{
    int columns = 0, rows = 0;
    const char *terminal = getenv("TERM");
    // libedit forgets where on the screen it was: without this the prompt would stand there twice.
    if (tercet_terminal_size(STDOUT_FILENO, &columns, &rows) && terminal != NULL && strcmp(terminal, "dumb") != 0) {
        int above = rows_above_cursor(editor, columns);
        if (above > 0) {
            printf("\033[%dA", above);
        }
        fputs("\r\033[J", stdout);
        fflush(stdout);
    }
    el_resize(editor->edit_line);
    el_set(editor->edit_line, EL_REFRESH);
}

// MARK: Input

typedef enum { INPUT_READY, INPUT_TIMED_OUT, INPUT_ENDED, INPUT_INTERRUPTED } input_state;

/// Waits for input and appends it to the buffer; a negative time waits for ever.
static input_state fill(tercet_line_editor *editor, int milliseconds)
{
    for (;;) {
        if (tercet_interrupt_pending()) {
            return INPUT_INTERRUPTED;
        }
        int signal_number = atomic_exchange(&terminated, 0);
        if (signal_number != 0) {
            leave_terminal(editor, signal_number);
        }
        if (atomic_exchange(&stopped, false)) {
            leave_terminal(editor, SIGTSTP);
        }
        if (atomic_exchange(&resized, false)) {
            redraw(editor);
        }
        struct pollfd waits[2] = {
            {.fd = STDIN_FILENO, .events = POLLIN},
            {.fd = wake_pipe[0], .events = POLLIN},
        };
        int count = poll(waits, 2, milliseconds);
        if (count < 0 && errno != EINTR) {
            return INPUT_ENDED;
        }
        if (count == 0) {
            return INPUT_TIMED_OUT;
        }
        if (count > 0 && (waits[1].revents & POLLIN)) {
            char drained[64];
            while (read(wake_pipe[0], drained, sizeof drained) > 0) {
            }
            continue;
        }
        if (count > 0 && waits[0].revents != 0) {
            if (editor->input_start > 0) {
                memmove(editor->input, editor->input + editor->input_start, editor->input_end - editor->input_start);
                editor->input_end -= editor->input_start;
                editor->input_start = 0;
            }
            ssize_t got = read(STDIN_FILENO, editor->input + editor->input_end, INPUT_CAPACITY - editor->input_end);
            if (got > 0) {
                editor->input_end += (size_t)got;
                return INPUT_READY;
            }
            if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
                return INPUT_ENDED;
            }
        }
    }
}

/// Decodes bytes to characters; what is no character becomes U+FFFD, carriage returns become newlines.
static wchar_t *decode_paste(const char *bytes, size_t count)
{
    wchar_t *text = malloc((count + 1) * sizeof *text);
    if (text == NULL) {
        return NULL;
    }
    size_t length = 0;
    mbstate_t state = {0};
    for (size_t at = 0; at < count;) {
        wchar_t character;
        size_t used = mbrtowc(&character, bytes + at, count - at, &state);
        if (used == (size_t)-1 || used == (size_t)-2) {
            memset(&state, 0, sizeof state);
            character = 0xfffd;
            used = 1;
        } else if (used == 0) {
            used = 1;
        }
        at += used;
        if (character == L'\r') {
            if (at < count && bytes[at] == '\n') {
                continue;
            }
            character = L'\n';
        }
        // Other control characters would be shown as escapes and mean nothing in a statement.
        if (character == L'\n' || character == L'\t' || (character >= 0x20 && character != 0x7f)) {
            text[length++] = character;
        }
    }
    while (length > 0 && text[length - 1] == L'\n') {
        length--;
    }
    text[length] = 0;
    return text;
}

/// Takes in everything up to the mark that ends a paste.
static input_state collect_paste(tercet_line_editor *editor)
{
    char *bytes = NULL;
    size_t count = 0, capacity = 0;
    input_state state = INPUT_READY;
    bool found = false;
    while (!found && state == INPUT_READY) {
        size_t available = editor->input_end - editor->input_start;
        if (count + available + 1 > capacity) {
            capacity = 2 * (count + available + 1);
            char *larger = realloc(bytes, capacity);
            if (larger == NULL) {
                break;
            }
            bytes = larger;
        }
        if (bytes == NULL) {
            break;
        }
        size_t searched = count > paste_mark_length ? count - paste_mark_length : 0;
        memcpy(bytes + count, editor->input + editor->input_start, available);
        count += available;
        editor->input_start = editor->input_end = 0;
        char *mark = memmem(bytes + searched, count - searched, paste_end, paste_mark_length);
        if (mark != NULL) {
            size_t after = (size_t)(mark - bytes) + paste_mark_length;
            editor->input_end = count - after;
            memcpy(editor->input, bytes + after, editor->input_end);
            count = (size_t)(mark - bytes);
            found = true;
        } else {
            state = fill(editor, -1);
        }
    }
    if (found) {
        free(editor->paste);
        editor->paste = decode_paste(bytes, count);
    }
    free(bytes);
    return state;
}

/// libedit's source of characters: 1 and a character, or -1.
static int get_character(EditLine *edit_line, wchar_t *character)
{
    tercet_line_editor *editor = NULL;
    if (el_get(edit_line, EL_CLIENTDATA, &editor) != 0 || editor == NULL) {
        return -1;
    }
    bool input_ended = false;
    for (;;) {
        const char *bytes = editor->input + editor->input_start;
        size_t available = editor->input_end - editor->input_start;
        if (available > 0) {
            size_t compared = available < paste_mark_length ? available : paste_mark_length;
            if (memcmp(bytes, paste_begin, compared) == 0) {
                if (compared == paste_mark_length) {
                    editor->input_start += paste_mark_length;
                    if (collect_paste(editor) != INPUT_READY) {
                        return -1;
                    }
                    *character = PASTE_KEY;
                    return 1;
                }
                input_state state = input_ended ? INPUT_ENDED : fill(editor, ESCAPE_MILLISECONDS);
                if (state == INPUT_READY) {
                    continue;
                }
                if (state == INPUT_INTERRUPTED) {
                    return -1;
                }
                bytes = editor->input + editor->input_start;  // no paste after all: an escape key
            }
            mbstate_t state = {0};
            size_t used = mbrtowc(character, bytes, available, &state);
            if (used == (size_t)-2 && !input_ended && available < MB_CUR_MAX) {
                input_state filled = fill(editor, -1);
                if (filled == INPUT_INTERRUPTED) {
                    return -1;
                }
                input_ended = filled == INPUT_ENDED;
                continue;
            }
            if (used == (size_t)-1 || used == (size_t)-2) {
                *character = 0xfffd;
                used = 1;
            } else if (used == 0) {
                used = 1;
            }
            editor->input_start += used;
            return 1;
        }
        switch (fill(editor, -1)) {
        case INPUT_READY:
            continue;
        case INPUT_ENDED:
            return 0;
        case INPUT_TIMED_OUT:
        case INPUT_INTERRUPTED:
            return -1;
        }
    }
}

// MARK: Callbacks

static char *show_prompt(EditLine *edit_line)
{
    static char empty[] = "";
    tercet_line_editor *editor = NULL;
    if (el_get(edit_line, EL_CLIENTDATA, &editor) != 0 || editor == NULL || editor->prompt == NULL) {
        return empty;
    }
    return editor->prompt;
}

static unsigned char complete(EditLine *edit_line, int character)
{
    (void)character;
    tercet_line_editor *editor = NULL;
    if (el_get(edit_line, EL_CLIENTDATA, &editor) != 0 || editor == NULL || editor->complete == NULL) {
        return CC_ERROR;
    }
    switch (editor->complete(editor->context)) {
    case TERCET_COMPLETION_INSERTED:
        return CC_REFRESH;
    case TERCET_COMPLETION_LISTED:
        return CC_REDISPLAY;
    case TERCET_COMPLETION_NOTHING:
        return CC_REFRESH_BEEP;
    }
    return CC_ERROR;
}

static unsigned char insert_paste(EditLine *edit_line, int character)
{
    (void)character;
    tercet_line_editor *editor = NULL;
    if (el_get(edit_line, EL_CLIENTDATA, &editor) != 0 || editor == NULL || editor->paste == NULL) {
        return CC_NORM;
    }
    el_winsertstr(edit_line, editor->paste);
    free(editor->paste);
    editor->paste = NULL;
    return CC_REFRESH;
}

// MARK: Opening and closing

static void prepare_locale(void)
{
    // Without a UTF-8 locale libedit drops what is not ASCII, silently.
    if (setlocale(LC_CTYPE, "") == NULL || strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        setlocale(LC_CTYPE, "C.UTF-8");
    }
}

tercet_line_editor *tercet_line_editor_open(const char *program, tercet_completion completion, void *context)
{
    prepare_locale();
    if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0) {
        return NULL;
    }
    tercet_line_editor *editor = calloc(1, sizeof *editor);
    if (editor == NULL) {
        return NULL;
    }
    editor->edit_line = el_init(program, stdin, stdout, stderr);
    editor->history = history_init();
    if (editor->edit_line == NULL || editor->history == NULL) {
        tercet_line_editor_close(editor);
        return NULL;
    }
    editor->complete = completion;
    editor->context = context;
    EditLine *edit_line = editor->edit_line;
    HistEvent event;
    history(editor->history, &event, H_SETSIZE, 10000);
    history(editor->history, &event, H_SETUNIQUE, 1);
    el_set(edit_line, EL_CLIENTDATA, editor);
    el_set(edit_line, EL_SIGNAL, 0);
    el_set(edit_line, EL_PROMPT_ESC, show_prompt, '\1');
    el_set(edit_line, EL_HIST, history, editor->history);
    el_set(edit_line, EL_GETCFN, get_character);
    el_set(edit_line, EL_ADDFN, "tercet-complete", "Complete the word before the cursor", complete);
    el_set(edit_line, EL_ADDFN, "tercet-paste", "Insert what was pasted", insert_paste);
    // Both reset the keymap, so own bindings come last.
    el_set(edit_line, EL_EDITOR, "emacs");
    el_source(edit_line, NULL);
    el_set(edit_line, EL_BIND, "^I", "tercet-complete", NULL);
    el_set(edit_line, EL_BIND, "^R", "em-inc-search-prev", NULL);
    el_set(edit_line, EL_BIND, "^^", "tercet-paste", NULL);
    el_set(edit_line, EL_BIND, "-a", "^^", "tercet-paste", NULL);
    const char *mode = NULL;
    if (el_get(edit_line, EL_EDITOR, &mode) != 0 || mode == NULL || strcmp(mode, "vi") == 0) {
        return editor;  // a key that begins in an escape would keep Esc from leaving vi's insert mode
    }
    el_set(edit_line, EL_BIND, "\\e[3~", "ed-delete-next-char", NULL);
    el_set(edit_line, EL_BIND, "\\e[1;5D", "ed-prev-word", NULL);
    el_set(edit_line, EL_BIND, "\\e[1;5C", "em-next-word", NULL);
    return editor;
}

void tercet_line_editor_close(tercet_line_editor *editor)
{
    if (editor == NULL) {
        return;
    }
    if (editor->edit_line != NULL) {
        el_end(editor->edit_line);
    }
    if (editor->history != NULL) {
        history_end(editor->history);
    }
    free(editor->prompt);
    free(editor->paste);
    free(editor);
}

// MARK: Use

void tercet_line_editor_set_prompt(tercet_line_editor *editor, const char *prompt)
{
    char *copy = strdup(prompt);
    if (copy != NULL) {
        free(editor->prompt);
        editor->prompt = copy;
    }
}

const char *tercet_line_editor_read(tercet_line_editor *editor, tercet_line_status *status)
{
    struct sigaction previous_resize, previous_stop, previous_terminate, previous_hangup;
    handle(SIGWINCH, on_resize, &previous_resize);
    handle(SIGTSTP, on_stop, &previous_stop);
    handle(SIGTERM, on_terminate, &previous_terminate);
    handle(SIGHUP, on_terminate, &previous_hangup);
    el_resize(editor->edit_line);  // the window may have changed while a query ran
    set_bracketed_paste(true);
    // libedit would take the terminal only after it has shown the prompt; what is typed between the two would be echoed.
    el_set(editor->edit_line, EL_PREP_TERM, 1);
    int count = 0;
    const char *line = el_gets(editor->edit_line, &count);
    set_bracketed_paste(false);
    sigaction(SIGWINCH, &previous_resize, NULL);
    sigaction(SIGTSTP, &previous_stop, NULL);
    sigaction(SIGTERM, &previous_terminate, NULL);
    sigaction(SIGHUP, &previous_hangup, NULL);
    if (tercet_interrupt_pending()) {
        tercet_interrupt_clear();
        editor->input_start = editor->input_end = 0;
        el_reset(editor->edit_line);
        *status = TERCET_LINE_INTERRUPTED;
        return NULL;
    }
    *status = line == NULL || count <= 0 ? TERCET_LINE_END : TERCET_LINE_READ;
    return *status == TERCET_LINE_READ ? line : NULL;
}

const wchar_t *tercet_line_editor_buffer(tercet_line_editor *editor, size_t *length, size_t *cursor)
{
    const LineInfoW *line = el_wline(editor->edit_line);
    *length = (size_t)(line->lastchar - line->buffer);
    *cursor = (size_t)(line->cursor - line->buffer);
    return line->buffer;
}

void tercet_line_editor_replace(tercet_line_editor *editor, size_t count, const char *text)
{
    if (count > 0) {
        el_deletestr(editor->edit_line, (int)count);
    }
    if (*text != 0) {
        el_insertstr(editor->edit_line, text);
    }
}

void tercet_line_editor_print(tercet_line_editor *editor, const char *bytes, size_t count)
{
    (void)editor;
    fwrite(bytes, 1, count, stdout);
    fflush(stdout);
}

void tercet_line_editor_beep(tercet_line_editor *editor) { el_beep(editor->edit_line); }

void tercet_line_editor_add_history(tercet_line_editor *editor, const char *entry)
{
    HistEvent event;
    history(editor->history, &event, H_ENTER, entry);
}

bool tercet_terminal_size(int descriptor, int *columns, int *rows)
{
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
        return false;
    }
    *columns = size.ws_col;
    *rows = size.ws_row;
    return true;
}
