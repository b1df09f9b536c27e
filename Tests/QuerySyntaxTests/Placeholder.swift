import Testing

@testable import QuerySyntax
