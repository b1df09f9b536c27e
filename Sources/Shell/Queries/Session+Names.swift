import GraphStore
import Naming
import QuerySyntax
import RDF

extension Session {
    /// The resolver for the graph as it is now.
    func nameResolver() -> NameResolver {
        // What changed since is noted again from here on.
        let changes = archive.takeChanges()
        if var known = resolver, let changes, !changes.isEmpty || known.isCurrent(for: archive.graph) {
            resolver = nil
            known.update(archive.graph, changes)
            resolver = known
            return known
        }
        let fresh = NameResolver(archive.graph, vocabulary: archive.vocabulary)
        resolver = fresh
        return fresh
    }

    /// A query with its parameters' values and its names' IRIs; what was read into a name is said.
    func resolve(_ query: Query, in source: SourceText) throws(Failure) -> Query {
        let bound = try query.mapTerms { (term) throws(Failure) in try self.bind(term) }
        do throws(NamingError) {
            return say(try nameResolver().resolve(bound, in: source))
        } catch {
            throw located(error.error)
        }
    }

    /// An update with its parameters' values and its names' IRIs.
    func resolve(_ operation: UpdateOperation, in source: SourceText) throws(Failure) -> UpdateOperation {
        let bound = try operation.mapTerms { (term) throws(Failure) in try self.bind(term) }
        do throws(NamingError) {
            return say(try nameResolver().resolve(bound, in: source))
        } catch {
            throw located(error.error)
        }
    }

    /// An expectation with its names' IRIs.
    func resolve(_ expectation: QExpectation, in source: SourceText) throws(Failure) -> QExpectation {
        var bound = expectation
        if case .table(let rows) = expectation {
            var cells: [[PatternTerm]] = []
            for row in rows {
                var line: [PatternTerm] = []
                for cell in row { line.append(try bind(cell)) }
                cells.append(line)
            }
            bound = .table(cells)
        }
        do throws(NamingError) {
            return say(try nameResolver().resolve(bound, in: source))
        } catch {
            throw located(error.error)
        }
    }

    private func say<Value>(_ resolved: Resolved<Value>) -> Value {
        for note in resolved.notes { console.hint(note.description) }
        return resolved.value
    }

    // MARK: Parameters

    /// A place with the value of its parameter, if it is one that has a value; a parameter that may be anything becomes
    /// a variable that nothing shows.
    func bind(_ term: PatternTerm) throws(Failure) -> PatternTerm {
        guard case .parameter(let name, let range) = term else { return term }
        let declared = parameters[name]
        let value: QTerm
        if let text = settings.parameters[name] {
            value = try parameterValue(text, of: name)
        } else if let fallback = declared?.defaultValue {
            value = fallback
        } else {
            return term
        }
        switch value {
        case .anything: return .variable(Variable(".parameter-\(name)"))
        case .constant(let term): return .term(try typed(term, name, declared?.type))
        case .quantity(let term, _): return .term(term)
        case .name(let known):
            var known = known
            known.range = range
            if declared?.type == .relation { known.kind = .relation }
            return .name(known)
        case .variable, .parameter: throw Failure("$\(name) needs a value, not a variable")
        }
    }

    private func parameterValue(_ text: String, of name: String) throws(Failure) -> QTerm {
        switch parameters[name]?.type {
        case .text: return .constant(.string(text))
        case .entity where !text.hasPrefix("<") && !text.hasPrefix("\"") && text != "_":
            return .name(Name(text, kind: .entity, isQuoted: true, range: 0..<0))
        case .relation where !text.hasPrefix("<"):
            return .name(Name(text, kind: .relation, isQuoted: true, range: 0..<0))
        default:
            do throws(SyntaxError) {
                return try QParser.parseTerm(text)
            } catch {
                throw Failure("the value of $\(name): \(error.message)")
            }
        }
    }

    private func typed(_ term: Term, _ name: String, _ type: QParameter.ValueType?) throws(Failure) -> Term {
        guard case .literal(let literal) = term else { return term }
        let isNumber = [XSD.integer, XSD.decimal, XSD.double].contains(literal.datatype)
        let isDate = [XSD.date, XSD.gYear, XSD.gYearMonth, XSD.dateTime].contains(literal.datatype)
        switch type {
        case .number where !isNumber: throw Failure("$\(name) is to be a number, not \"\(literal.lexicalForm)\"")
        case .date where !isDate:
            if isNumber, literal.lexicalForm.count == 4 {
                return .literal(Literal(literal.lexicalForm, datatype: XSD.gYear))
            }
            throw Failure("$\(name) is to be a date such as 2024-06-05, not \"\(literal.lexicalForm)\"")
        default: return term
        }
    }
}
