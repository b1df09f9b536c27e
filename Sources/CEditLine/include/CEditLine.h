// A line editor over libedit, as plain functions: libedit's own entry points are variadic, which Swift cannot call.
//
// One editor a process, on the terminal behind standard input and output. Call everything from the main thread.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

// MARK: Signals

/// Catches SIGINT: the flag goes up, and whatever waits for a key wakes. A second SIGINT before the first has been seen
/// to ends the process with status 130 where `exits_on_second`, so that no work can hold on to the terminal.
/// `on_interrupt`, unless null, is called in the handler: it may do no more than set atomic variables.
void tercet_interrupt_install(bool exits_on_second, void (*on_interrupt)(void));
/// Whether Ctrl-C was pressed since the last `tercet_interrupt_clear`. Callable from any thread.
bool tercet_interrupt_pending(void);
/// Takes the flag down.
void tercet_interrupt_clear(void);
/// Puts the flag up, as a signal would (tests).
void tercet_interrupt_raise(void);

// MARK: Editing

typedef struct tercet_line_editor tercet_line_editor;

/// How a read ended.
typedef enum {
    TERCET_LINE_READ,
    TERCET_LINE_END,
    TERCET_LINE_INTERRUPTED,
} tercet_line_status;

/// What a completion did to the screen.
typedef enum {
    TERCET_COMPLETION_NOTHING,
    TERCET_COMPLETION_INSERTED,
    TERCET_COMPLETION_LISTED,
} tercet_completion_result;

/// Called on Tab with the caller's context.
typedef tercet_completion_result (*tercet_completion)(void *context);

/// Opens the editor: sets the locale (C.UTF-8 where the user's has no UTF-8 or does not exist), reads `~/.editrc`, then
/// binds Tab, Ctrl-R and bracketed paste. Null when libedit cannot start.
tercet_line_editor *tercet_line_editor_open(const char *program, tercet_completion complete, void *context);
/// Closes it and frees its memory.
void tercet_line_editor_close(tercet_line_editor *editor);

/// Sets the prompt of the next read; escape sequences in it stand between two `\1`.
void tercet_line_editor_set_prompt(tercet_line_editor *editor, const char *prompt);
/// Reads a line, in UTF-8 with its newline (and newlines inside, where they were pasted or recalled).
/// The bytes are valid until the next call. Null unless `status` is TERCET_LINE_READ.
const char *tercet_line_editor_read(tercet_line_editor *editor, tercet_line_status *status);

/// The text being edited, during a completion: `length` and `cursor` count characters.
const wchar_t *tercet_line_editor_buffer(tercet_line_editor *editor, size_t *length, size_t *cursor);
/// Replaces the `count` characters before the cursor.
void tercet_line_editor_replace(tercet_line_editor *editor, size_t count, const char *text);
/// Writes below the line being edited, during a completion.
void tercet_line_editor_print(tercet_line_editor *editor, const char *bytes, size_t count);
/// Rings the terminal's bell.
void tercet_line_editor_beep(tercet_line_editor *editor);

/// Adds an entry to the history that the arrow keys and Ctrl-R walk through.
void tercet_line_editor_add_history(tercet_line_editor *editor, const char *entry);

// MARK: Terminal

/// The terminal's size behind a file descriptor; false where it is no terminal.
bool tercet_terminal_size(int descriptor, int *columns, int *rows);
