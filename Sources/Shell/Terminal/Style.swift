/// Colours and weights of text on a terminal, or nothing at all.
package struct Style: Sendable {
    /// What a piece of text is.
    package enum Role: Sendable {
        case prompt, continuation, heading, emphasis, highlight, dim, error, warning, relation, entity, number, string
        case keyword, command

        /// The parameters of its escape sequence.
        ///
        /// Source: ECMA-48, section 8.3.117 (SGR). Only the sixteen colours that every theme defines.
        var parameters: String {
            switch self {
            case .prompt: "1;36"
            case .continuation: "36"
            case .heading, .emphasis: "1"
            case .highlight: "1;4"
            case .dim: "2"
            case .error: "1;31"
            case .warning: "33"
            case .relation: "34"
            case .entity: "1;32"
            case .number: "36"
            case .string: "33"
            case .keyword: "35"
            case .command: "1;34"
            }
        }
    }

    /// Whether escapes are written.
    package let isEnabled: Bool

    /// A style that writes escapes, or none.
    package init(enabled: Bool) { self.isEnabled = enabled }

    /// Text without any style.
    package static let plain = Style(enabled: false)

    /// Text in a role.
    package func callAsFunction(_ role: Role, _ text: String) -> String {
        isEnabled && !text.isEmpty ? "\u{1B}[\(role.parameters)m\(text)\u{1B}[0m" : text
    }

    /// A prompt: its escapes marked as taking no room, and none at its very end, where libedit would miscount.
    package func prompt(_ role: Role, _ text: String) -> String {
        isEnabled ? "\u{1}\u{1B}[\(role.parameters)m\u{1}\(text)\u{1}\u{1B}[0m\u{1} " : text + " "
    }
}
