import Synchronization
import Testing

@testable import RDF

@Suite struct OrderedWorkTests {
    @Test("Results come in the order of the items, whatever the number of threads", arguments: [1, 2, 3, 7])
    func order(jobs: Int) {
        var seen: [Int] = []
        let done = OrderedWork.run(
            count: 500, jobs: jobs, isStopped: { false },
            work: { index in
                // Some items take longer than others.
                (0..<(index % 7) * 500).reduce(index) { $0 &+ $1 &* 0 }
            },
            consume: { index, result in
                #expect(index == result)
                seen.append(index)
            })
        #expect(done == 500)
        #expect(seen == Array(0..<500))
    }

    @Test("Stopping hands over what is done and drops the rest")
    func stop() {
        let flag = Flag()
        var seen = 0
        let done = OrderedWork.run(
            count: 1000, jobs: 2, isStopped: { flag.isSet }, work: { $0 },
            consume: { _, _ in
                seen += 1
                if seen == 10 { flag.set() }
            })
        #expect(done == seen)
        #expect((10..<30).contains(done))
    }

    @Test("A failure while a result is taken ends the work")
    func failure() {
        #expect(throws: Enough()) {
            _ = try OrderedWork.run(
                count: 100, jobs: 2, isStopped: { false }, work: { $0 },
                consume: { (index, _) throws(Enough) in if index == 5 { throw Enough() } })
        }
    }

    @Test("When all is done nothing holds on to what the work held")
    func release() {
        var held: Held? = Held()
        weak let watched = held
        let results = OrderedWork.map(count: 40, jobs: 3) { [held] index in held == nil ? 0 : index }
        #expect(results == Array(0..<40))
        held = nil
        #expect(watched == nil)
    }

    private struct Enough: Error, Equatable {}

    private final class Held: Sendable {}

    private final class Flag: Sendable {
        private let value = Atomic<Bool>(false)
        var isSet: Bool { value.load(ordering: .relaxed) }
        func set() { value.store(true, ordering: .relaxed) }
    }
}
