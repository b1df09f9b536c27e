/// Works out what Tab offers: by what stands before the cursor, commands, files or words of the language.
struct CompletionEngine {
    let session: Session

    func complete(_ text: String) -> Completion {
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        if line.first == "." { return completeCommand(line) }
        return .none
    }

    private func completeCommand(_ line: String) -> Completion {
        guard let space = line.firstIndex(where: { $0 == " " }) else {
            let candidates = Command.table.filter { ".\($0.name)".hasPrefix(line) }.map {
                Completion.Candidate(".\($0.name)", suffix: $0.usage.isEmpty ? "" : " ")
            }
            return Completion(replacing: line, candidates)
        }
        _ = space
        return .none
    }
}
