import Foundation
import GraphStore
import Naming
import QuerySyntax
import RDF

/// A text of the language with what it compiles to and its SPARQL.
struct TranslationSample {
    enum Statement {
        case query(Query)
        case update([UpdateOperation])
    }

    var text: String
    var statement: Statement
    var translation: String

    /// Generated texts that compile; some random companies are mistakes, such as a variable that has a value already.
    static func generate(count: Int, seed: UInt64) -> (samples: [TranslationSample], failure: String?) {
        var generator = QueryGenerator(seed: seed)
        let resolver = NameResolver(World.graph)
        var samples: [TranslationSample] = []
        while samples.count < count {
            let text = generator.text()
            guard let statements = try? QParser.parse(SourceText(text)) else {
                return (samples, "does not parse: \(text)")
            }
            if let sample = try? TranslationSample(text, statements, resolver) { samples.append(sample) }
        }
        return (samples, nil)
    }

    private init?(_ text: String, _ statements: [QuerySyntax.Statement], _ resolver: NameResolver) throws {
        var definitions: [QDefinition] = []
        var parameters: [String: QTerm] = [:]
        var compiled: Statement?
        for statement in statements {
            let compiler = QCompiler(definitions: definitions)
            switch statement.kind {
            case .define(let definition): definitions.append(definition)
            case .parameter(let parameter): parameters[parameter.name] = parameter.defaultValue
            case .query(let query):
                let algebra = try compiler.compile(query, source: statement.source).binding(parameters)
                compiled = .query(try resolver.resolve(algebra, in: statement.source).value)
            case .edit(let edit):
                compiled = .update(
                    try compiler.compile(edit, source: statement.source).map {
                        try resolver.resolve($0.binding(parameters), in: statement.source).value
                    })
            default: return nil
            }
        }
        guard let compiled else { return nil }
        self.text = text
        statement = compiled
        translation =
            switch compiled {
            case .query(let query): SPARQLPrinter.print(query)
            case .update(let operations): SPARQLPrinter.print(operations)
            }
    }
}

/// The rows of the table of translations: how a construct is known in a text, and what must stand in its SPARQL.
struct TranslationTable {
    var name: String
    private var construct: String
    private var sparql: String

    private init(_ name: String, _ construct: String, _ sparql: String) {
        self.name = name
        self.construct = construct
        self.sparql = sparql
    }

    func isUsed(in sample: TranslationSample) -> Bool {
        sample.text.range(of: construct, options: .regularExpression) != nil
            && sample.translation.range(of: sparql, options: .regularExpression) != nil
    }

    static let rows = [
        TranslationTable("bare body", #"^\?a [a-z]"#, "SELECT .*\\?a"),
        TranslationTable("find", #"^find \?a, \?b"#, #"SELECT \?a \?b"#),
        TranslationTable("find distinct", "^find distinct", "SELECT DISTINCT"),
        TranslationTable("ask", "^ask", "ASK"),
        TranslationTable("count", "^count", #"COUNT\(DISTINCT \?a\)"#),
        TranslationTable("about", "^about", "(?s)UNION"),
        TranslationTable("build", "^build", "CONSTRUCT"),
        TranslationTable("name", "(Ada|Lars|Mina|Olga|Tom|Harbour|Green)", "entity:"),
        TranslationTable("parameter that is an entity", #"^param \$who"#, "entity:"),
        TranslationTable("parameter that is a number", #"^param \$n"#, ">= [0-9]"),
        TranslationTable("anything", "[a-z] _", #"\?_"#),
        TranslationTable("sequence", "[a-z]/[a-z^]", "[a-z]/"),
        TranslationTable("alternative", #"\|"#, #"\|"#),
        TranslationTable("inverse", #"\^[a-z]"#, #"\^"#),
        TranslationTable("one or more", #"[a-z)]\+"#, #"\+"#),
        TranslationTable("zero or more", #"visited\*"#, #"\*"#),
        TranslationTable("class", "is a person", #"(rdf:type|a)/.*subClassOf\*"#),
        TranslationTable("class that is a variable", #"is a \?k"#, "subClassOf"),
        TranslationTable("join by a comma", ", ", "SELECT"),
        TranslationTable("join by and", " and ", "SELECT"),
        TranslationTable("or", " or ", "UNION"),
        TranslationTable("group", #"[a-z,] \("#, #"\{"#),
        TranslationTable("maybe", "maybe ", "OPTIONAL"),
        TranslationTable("maybe with its condition inside", #"maybe \("#, "(?s)OPTIONAL.*FILTER"),
        TranslationTable("not", ", not ", "NOT EXISTS"),
        TranslationTable("not of a group", #"not \("#, "NOT EXISTS"),
        TranslationTable("comparison", #"\?n [<>!]"#, "FILTER"),
        TranslationTable("comparison with a name", #"\?a != [A-Z]"#, "!= entity:"),
        TranslationTable("if", "if strlen", #"STRLEN\(STR\("#),
        TranslationTable("in a list", #"in \("#, " IN "),
        TranslationTable("in a range", #"in 5\.\.30"#, ">= 5"),
        TranslationTable("text of a literal", #"\?role ~"#, #"REGEX\("#),
        TranslationTable("text of an entity", #"\?a ~"#, "(?s)EXISTS.*REGEX"),
        TranslationTable("let", "let ", "BIND"),
        TranslationTable("count of a group", #"count\(\?b\) as"#, "(?s)COUNT.*GROUP BY"),
        TranslationTable("count of distinct values", #"count\(distinct"#, "COUNT.DISTINCT"),
        TranslationTable("sum", #"sum\("#, #"SUM\("#),
        TranslationTable("avg", #"avg\("#, #"AVG\("#),
        TranslationTable("min", #"min\("#, #"MIN\("#),
        TranslationTable("max", #"max\("#, #"MAX\("#),
        TranslationTable("list", #"list\("#, "GROUP_CONCAT"),
        TranslationTable("having", "having", "HAVING"),
        TranslationTable("order by an entity", #"order by \?a"#, "(?s)label.*ORDER BY"),
        TranslationTable("order by a number, falling", #"order by \?n desc"#, #"ORDER BY DESC"#),
        TranslationTable("limit", "limit", "LIMIT"),
        TranslationTable("offset", "offset", "OFFSET"),
        TranslationTable("relation that is a variable", #"\?a \?r \?b"#, #"\?a \?r \?b"#),
        TranslationTable("any", #"\[any"#, "rdf:subject"),
        TranslationTable("certainty", #"\[(stated|hedged)"#, "certainty"),
        TranslationTable("not that certainty", "not hedged", "hedged"),
        TranslationTable("polarity", "(affirmed|negated)", "polarity"),
        TranslationTable("tense", "future", "tense"),
        TranslationTable("said by", "said by", "wasAttributedTo"),
        TranslationTable("said by nobody", "not said by _", "NOT EXISTS"),
        TranslationTable("on a date", "on [0-9]", "date"),
        TranslationTable("since a date", "[^d] since", "date"),
        TranslationTable("before a date", "before", "date"),
        TranslationTable("on a variable", #"on \?q"#, "date"),
        TranslationTable("in a place", "in (Turku|Port Vell)", "place"),
        TranslationTable("in a report", "in 'report.txt'", "source"),
        TranslationTable("sentence", #"sentence \?q"#, "anchorOf"),
        TranslationTable("sentence with a text", "sentence '", "anchorOf"),
        TranslationTable("report", #"report \?q"#, "wasDerivedFrom"),
        TranslationTable("source", #"source \?q"#, "wasDerivedFrom"),
        TranslationTable("published", "published since", "issued"),
        TranslationTable("claim", #"as \?q[01], place"#, #"\?q[01]"#),
        TranslationTable("why", "^why", "wasDerivedFrom"),
        TranslationTable("definition", "^define .* is at odds with", #"relation:.*\?_?p"#),
        TranslationTable("definition of a class", "^define .* is a traveller", "visited"),
        TranslationTable("add", "^add [A-Z]", "INSERT DATA"),
        TranslationTable("add where", #"^add \?a"#, "(?s)INSERT.*WHERE"),
        TranslationTable("remove", "^remove (_|[A-Z])", "DELETE"),
        TranslationTable("remove where", #"^remove \?a"#, "(?s)DELETE.*WHERE"),
        TranslationTable("alias", "^alias", "(?s)INSERT DATA.*altLabel"),
    ]
}
