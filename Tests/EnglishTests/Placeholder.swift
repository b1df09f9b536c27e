import Testing

@testable import English
