import English

/// '"We saw the officer. It was Vos," she said.': which quotation of the report each token stands in.
///
/// A quotation of several sentences has one number, also where one of them holds no mark.
struct QuotationNumbers {
    /// For each sentence, for each token the number of its quotation, or -1.
    let numbers: [[Int]]
    /// The sentence in which each quotation begins.
    let starts: [Int]

    init(_ sentences: [Sentence]) {
        var starts: [Int] = []
        numbers = QuotationMarks.read(sentences).enumerated().map { index, marks in
            var isOpen = marks.isContinued
            return zip(marks.isInside, marks.isMark).map { isInside, isMark in
                if isMark { isOpen = false }
                guard isInside else { return -1 }
                if !isOpen { starts.append(index) }
                isOpen = true
                return starts.count - 1
            }
        }
        self.starts = starts
    }

    /// The number at a token, or -1.
    func number(_ token: Int, of sentence: Int) -> Int {
        numbers.indices.contains(sentence) && numbers[sentence].indices.contains(token) ? numbers[sentence][token] : -1
    }
}
