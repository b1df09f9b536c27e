import CEditLine

/// The line editor at the terminal: prompt in, line out, with history and completion. One a process, main thread only.
package final class LineReader {
    /// How a read ended.
    package enum Event: Hashable {
        /// A line without its last newline; newlines inside come from a paste or a recalled statement.
        case line(String)
        /// Ctrl-C.
        case interrupted
        /// Ctrl-D on an empty line, or the terminal is gone.
        case end
    }

    /// What Tab asks: the text up to the cursor → what may follow.
    package typealias Completer = (_ textBeforeCursor: String) -> Completion

    private let editor: OpaquePointer
    private let callback: Callback

    /// What the C side calls back with; a class, so that it has an address.
    private final class Callback {
        let complete: Completer
        var editor: OpaquePointer?
        init(complete: @escaping Completer) { self.complete = complete }
    }

    /// Opens the editor on standard input and output; nil when libedit cannot start.
    package init?(program: String, completer: @escaping Completer) {
        let callback = Callback(complete: completer)
        let context = Unmanaged.passUnretained(callback).toOpaque()
        let handler: tercet_completion = { context in
            guard let context else { return TERCET_COMPLETION_NOTHING }
            return LineReader.complete(Unmanaged<Callback>.fromOpaque(context).takeUnretainedValue())
        }
        guard let editor = tercet_line_editor_open(program, handler, context) else { return nil }
        callback.editor = editor
        self.callback = callback
        self.editor = editor
    }

    deinit { tercet_line_editor_close(editor) }

    /// Shows a prompt and waits for a line. Escape sequences in the prompt stand between two U+0001.
    package func read(prompt: String) -> Event {
        tercet_line_editor_set_prompt(editor, prompt)
        var status = TERCET_LINE_END
        let bytes = tercet_line_editor_read(editor, &status)
        switch status {
        case TERCET_LINE_READ:
            guard let bytes else { return .end }
            var line = String(cString: bytes)
            if line.last == "\n" { line.removeLast() }
            return .line(line)
        case TERCET_LINE_INTERRUPTED:
            return .interrupted
        default:
            return .end
        }
    }

    /// Adds a statement to what the arrow keys and Ctrl-R recall.
    package func addHistory(_ entry: String) {
        tercet_line_editor_add_history(editor, entry)
    }

    // MARK: Completion

    private static func complete(_ callback: Callback) -> tercet_completion_result {
        guard let editor = callback.editor else { return TERCET_COMPLETION_NOTHING }
        var length = 0
        var cursor = 0
        guard let characters = tercet_line_editor_buffer(editor, &length, &cursor) else {
            return TERCET_COMPLETION_NOTHING
        }
        var before = ""
        before.unicodeScalars.append(
            contentsOf: UnsafeBufferPointer(start: characters, count: cursor).map {
                Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
            })
        let completion = callback.complete(before)
        guard let insertion = completion.insertion else {
            return TERCET_COMPLETION_NOTHING
        }
        if insertion != completion.replaced {
            tercet_line_editor_replace(editor, completion.replaced.unicodeScalars.count, insertion)
            return TERCET_COMPLETION_INSERTED
        }
        guard completion.candidates.count > 1 else { return TERCET_COMPLETION_NOTHING }
        let listing = "\n" + completion.listing(columns: Terminal.size(of: 1)?.columns ?? 80)
        listing.withCString { tercet_line_editor_print(editor, $0, listing.utf8.count) }
        return TERCET_COMPLETION_LISTED
    }
}
