extension Command {
    /// Every dot-command, in the order in which `.help` lists them.
    package static let table: [Command] = [
        Command(
            "help", "[COMMAND]", arity: 0...1, summary: "List the commands, or explain one",
            details: "`help` and `?` alone do the same, also in the middle of a statement.", example: ".help load",
            argument: .command, handler: HelpCommand.run),
        Command(
            "load", "SOURCE…", arity: 1...1000,
            summary: "Read reports, folders of reports or graphs besides what is loaded",
            details: "A source that cannot be read changes nothing. Ctrl-C keeps the reports read so far.",
            example: ".load reports/", argument: .folderOrFile, handler: DataCommands.load),
        Command(
            "retract", "REPORT", arity: 1...20, summary: "Take a report out, and say what fell with it",
            details:
                "What remains is what the other reports alone would give. `remove report REPORT` is the same. "
                + ".load reads it again.",
            example: ".retract {report}", argument: .nothing, handler: RetractCommand.run),
        Command(
            "correct", "[CORRECTION]", arity: nil,
            summary: "Correct how reports were read, and show what it does to the facts",
            details:
                "Corrections: same A = B, split A from B, type A is a CLASS, ignore A, remove A relation B, relation R = R. "
                + "They are lines of corrections.q beside the reports; without one, those are shown.",
            example: ".correct same {object} = {name}", argument: .nothing,
            handler: CorrectCommand.run),
        Command(
            "diff", "SOURCE [SOURCE]", arity: 1...2,
            summary: "Show the facts that came, went and changed from a source to what is loaded, or to another",
            details:
                "Sources are reports, folders, exports and saved graphs. One number in place of another is a change.",
            example: ".diff yesterday.tercet", argument: .folderOrFile, handler: DifferenceCommand.run),
        Command(
            "save", "FILE.tercet", arity: 1...1, summary: "Keep everything in one file, to be opened at once",
            details:
                "Reports' texts as far as claims need them, analyses, corrections and changes; `tercet FILE.tercet` goes on "
                + "from there. The file is written whole or not at all.",
            example: ".save archive.tercet", argument: .file, handler: DataCommands.save),
        Command(
            "export", "FILE [facts]", arity: 1...2,
            summary: "Write the graph as N-Triples, or as the name says: .nq, .ttl, also .gz",
            details:
                "With `facts`, only the bare facts: no claims, labels and types. The same graph gives the same bytes.",
            example: ".export graph.nt", argument: .file, handler: DataCommands.export),
        Command(
            "read", "FILE", arity: 1...1, summary: "Run the statements and commands of a file",
            details: "A file ending in .rq or .ru is SPARQL.", example: ".read queries/meetings.q", argument: .file,
            handler: { (session, call) throws(Failure) in session.runFile(call.arguments[0]) }),
        Command(
            "format", "[FORMAT]", arity: 0...1, summary: "Show how results are printed, or set it",
            details: "One of \(FormatName.enumeration).", example: ".format csv", argument: .format,
            handler: SettingCommands.format),
        Command(
            "output", "[FILE]", arity: 0...1, summary: "Send results to a file, or back to the screen",
            details: "The file takes its place when the output goes elsewhere or the shell is left.",
            example: ".output met.csv", argument: .file, handler: SettingCommands.output),
        Command(
            "last", summary: "Show the last answer again, with all of its rows and full cells",
            example: ".last", handler: SettingCommands.last),
        Command(
            "width", "[COLUMNS]", arity: 0...1, summary: "Set the width of tables; nothing for the terminal's own",
            example: ".width 120", handler: SettingCommands.width),
        Command(
            "set", "[NAME [VALUE]]", arity: 0...2, summary: "Show the settings, or change one",
            details:
                "Settings: \(SettingCommands.names.joined(separator: ", ")). Without a value, the usual one. `iris on` shows IRIs in place of labels.",
            example: ".set timeout 10", argument: .setting, handler: SettingCommands.set),
        Command(
            "param", "[NAME [VALUE]]", arity: nil, summary: "Show the parameters of queries, or give one a value",
            details: "Without a value, the parameter is forgotten. $NAME in a query then has that value.",
            example: ".param who {name}", handler: SettingCommands.parameter),
        Command(
            "timer", "[on|off]", arity: 0...1, summary: "Show how long each statement took",
            example: ".timer on", argument: .onOff, handler: SettingCommands.timer),
        Command(
            "relations", "[WORD]", arity: 0...1, summary: "List the relations, with their facts and claims",
            details: "With a word, those whose name holds it.", example: ".relations {word}", argument: .nothing,
            handler: ListingCommands.relations),
        Command(
            "entities", "[CLASS]", arity: 0...1, summary: "List people, organizations, places and other things",
            details: "With a class, only those of it: .entities person", example: ".entities person",
            argument: .nothing, handler: ListingCommands.entities),
        Command(
            "show", "[NAME]", arity: nil, summary: "Show the settings, or all that is known about a name",
            example: ".show {name}", argument: .entity, handler: SettingCommands.show),
        Command(
            "why", "[N]", arity: 0...1, summary: "Show where row N of the last answer stands",
            details: "Each fact in it with its sentence, report, characters, speaker and certainty.",
            example: ".why 1", handler: EvidenceCommands.why),
        Command(
            "open", "[N]", arity: 0...1, summary: "Show the report around row N of the last answer",
            details: "All of it where the report's file can be read; the sentence is marked.",
            example: ".open 1", handler: EvidenceCommands.open),
        Command(
            "report", "[FILE] [-o PAGE]", arity: 0...20, summary: "Show a report with its things and facts marked",
            details: "With -o, one self-contained HTML page in which a fact lights up its sentence.",
            example: ".report {report} -o page.html", argument: .nothing, handler: ReportCommand.run),
        Command(
            "graph", "NAME [DEPTH] [-o FILE]", arity: 1...20,
            summary: "Draw what facts say of a name, as a tree or as SVG",
            details: "DEPTH is how many facts away, 1 unless told. SVG is drawn by Graphviz where it is installed.",
            example: ".graph {name} 2", argument: .entity, handler: GraphCommand.run),
        Command(
            "timeline", "?N of QUERY [-o FILE]", arity: nil,
            summary: "Show figures over time by source, as table and chart",
            details: "A sign a source; bars towards where the true number may lie. With -o, an SVG picture.",
            example: ".timeline ?n of ?who {number relation} ?n", argument: .query, handler: TimelineCommand.run),
        Command(
            "plot", "[?N [of QUERY]] [-o FILE]", arity: nil,
            summary: "Draw the numbers of the last answer, or of a query, as bars",
            details: "What a report bounds (at least, about) is marked. With -o, an SVG picture.",
            example: ".plot ?n of ?who {number relation} ?n", argument: .query, handler: PlotCommand.run),
        Command(
            "sparql", "[on|off|QUERY]", arity: nil, summary: "Show the last query, or any, as SPARQL 1.1",
            details: "With on, the SPARQL of each query stands above its answer.",
            example: ".sparql who {relation} ?whom", argument: .query, handler: QueryCommands.sparql),
        Command(
            "paraphrase", "QUERY", arity: nil, summary: "Show a query in plain English",
            example: ".paraphrase who {relation} ?whom", argument: .query, handler: QueryCommands.paraphrase),
        Command(
            "explain", "QUERY", arity: nil, summary: "Show a query's plan, with rows and time",
            example: ".explain who {relation} ?whom", argument: .query, handler: QueryCommands.explain),
        Command(
            "echo", "[on|off]", arity: 0...1, summary: "Put each query into plain English above its answer",
            example: ".echo on", argument: .onOff, handler: QueryCommands.echo),
        Command(
            "tour", summary: "Take a guided first session over what is loaded", example: ".tour",
            handler: TourCommand.run),
        Command(
            "stats", summary: "Count reports, facts, claims, entities and triples", example: ".stats",
            handler: ListingCommands.statistics),
        Command(
            "quit", summary: "Leave the shell",
            details: "`quit` and `exit` alone do the same, and so does Ctrl-D on an empty line.", example: ".quit",
            handler: { (session, _) throws(Failure) in session.quit() }),
    ]
}
