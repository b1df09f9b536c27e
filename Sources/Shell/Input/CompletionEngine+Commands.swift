import RDF

extension CompletionEngine {
    /// Completes a dot-command or its argument.
    func completeCommand(_ line: String) -> Completion {
        guard let space = line.firstIndex(of: " ") else {
            let candidates = Command.table.filter { ".\($0.name)".hasPrefix(line.lowercased()) }.map {
                Completion.Candidate(".\($0.name)", suffix: $0.usage.isEmpty ? "" : " ")
            }
            return Completion(replacing: line, candidates)
        }
        let name = line[line.index(after: line.startIndex)..<space].lowercased()
        guard let command = Command.table.first(where: { $0.name == name }) else { return .none }
        let rest = String(line[line.index(after: space)...].drop { $0 == " " })
        let word = rest.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        switch command.argument {
        case .file, .folderOrFile: return completePath(rest, word)
        case .format: return choose(word, FormatName.names)
        case .onOff: return choose(word, ["on", "off"])
        case .command: return choose(word, Command.table.map(\.name))
        case .setting: return choose(word, SettingCommands.names)
        case .query: return complete(query(in: rest))
        case .entity:
            let found = LabelSearch(session.names).matches(rest, .entity).map { Completion.Candidate($0.label) }
            return Completion(replacing: rest, unique(found))
        case .relation:
            let found = LabelSearch(session.names).matches(rest, .relation)
            return Completion(replacing: rest, unique(found.map { Completion.Candidate($0.label) }))
        case .nothing: return .none
        }
    }

    /// The query behind `?n of`, or all of a text.
    private func query(in text: String) -> String {
        let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count == 3, words[0].hasPrefix("?"), words[1] == "of" else { return text }
        return String(words[2])
    }

    private func choose(_ word: String, _ choices: [String]) -> Completion {
        Completion(
            replacing: word, choices.filter { $0.hasPrefix(word.lowercased()) }.map { Completion.Candidate($0) })
    }

    /// Completes a path; spaces in it are escaped with backslashes.
    private func completePath(_ rest: String, _ word: String) -> Completion {
        // The last argument begins behind the last space without a backslash.
        var start = rest.startIndex
        var previous: Character = " "
        for index in rest.indices {
            if rest[index] == " ", previous != "\\" { start = rest.index(after: index) }
            previous = rest[index]
        }
        let typed = String(rest[start...])
        let path = typed.replacing("\\ ", with: " ")
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? ""
        let beginning = slash.map { String(path[path.index(after: $0)...]) } ?? path
        var directory = folder.isEmpty ? "." : folder
        if directory.hasPrefix("~/"), let home = Environment.nonEmpty("HOME") {
            directory = home + directory.dropFirst()
        }
        let names = (try? Files.names(inDirectory: directory)) ?? []
        let found = names.filter { $0.hasPrefix(beginning) && (beginning.hasPrefix(".") || !$0.hasPrefix(".")) }
        let candidates = found.map { name in
            let isFolder = Files.kind(directory + "/" + name) == .directory
            return Completion.Candidate(
                (folder + name).replacing(" ", with: "\\ "), suffix: isFolder ? "/" : " ")
        }
        return Completion(replacing: typed, candidates)
    }
}
