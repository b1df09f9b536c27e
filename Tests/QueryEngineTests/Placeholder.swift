import Testing

@testable import QueryEngine
