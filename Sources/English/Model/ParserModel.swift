import CEnglishModel

/// The tagger and dependency parser: a BiLSTM over spelling features and WordNet classes with biaffine arcs.
///
/// Thread-safe; the result for a sentence depends on its words alone, and is the same on every machine.
/// Source: T. Dozat and C. Manning, Deep Biaffine Attention for Neural Dependency Parsing, 2017.
public struct ParserModel: Sendable {
    /// The model that the program carries, loaded when it is first used (some milliseconds).
    public static let embedded = ParserModel(
        ModelFile(
            UnsafeRawBufferPointer(start: tercet_english_model_bytes(), count: tercet_english_model_size())))

    /// Longer sentences are parsed in parts.
    static let longestWindow = 250

    let features: WordFeatures.Sizes
    let wordKeys: EmbeddedArray<UInt32>
    let words: EmbeddingTable
    let suffix2: EmbeddingTable
    let suffix3: EmbeddingTable
    let prefix3: EmbeddingTable
    let shape: EmbeddingTable
    let grams: EmbeddingTable
    /// Vectors made from a pretrained encoder, by the CRC-32 of the normalized word; row 0 is the word without one.
    /// Nil in a model without them.
    let pretrained: (keys: EmbeddedArray<UInt32>, vectors: EmbeddingTable)?
    /// The vectors of WordNet's classes and the classes of words; nil in a model without them.
    let classes: (vectors: EmbeddingTable, lexicon: WordClasses)?
    let root: [Float]
    let layers: [Layer]
    let hidden: Int
    let universalTags: [String]
    let pennTags: [String]
    let relations: [String]
    /// The index of `root` in the relations.
    let rootRelation: Int
    /// What each relation is to the search for trees.
    let relationKinds: [TreeSearch.Kinds]
    let universal: Matrix
    let penn: Matrix
    let arcDependent: Matrix
    let arcHead: Matrix
    let arc: Matrix
    let labelDependent: Matrix
    let labelHead: Matrix
    let label: Matrix

    /// An LSTM layer that reads in both directions.
    struct Layer: Sendable {
        let forwards: Direction
        let backwards: Direction
    }

    /// One direction of a layer; gates in the order input, forget, cell, output.
    struct Direction: Sendable {
        let input: Matrix
        let recurrent: Matrix
    }

    init(_ contents: ModelFile) {
        var file = contents
        file.expect("TERCETEN")
        let header = file.numbers(22)
        precondition(header[0] == 2, "The embedded English model is of an unknown version.")
        let widths = Array(header[8..<15]) + [header[21]]
        let (hidden, arcWidth, labelWidth) = (header[15], header[17], header[18])
        precondition(4 * hidden % Matrix.width == 0 && arcWidth % Matrix.width == 0 && labelWidth % Matrix.width == 0)
        self.hidden = hidden
        universalTags = file.names()
        pennTags = file.names()
        relations = file.names()
        rootRelation = relations.firstIndex(of: "root") ?? 0
        relationKinds = relations.map(TreeSearch.Kinds.init(relation:))
        wordKeys = file.part(header[1], of: UInt32.self)
        features = WordFeatures.Sizes(
            suffix2: header[2], suffix3: header[3], prefix3: header[4], shape: header[5], grams: header[6])
        words = file.table(rows: header[1] + 1, width: widths[0])
        suffix2 = file.table(rows: header[2], width: widths[1])
        suffix3 = file.table(rows: header[3], width: widths[2])
        prefix3 = file.table(rows: header[4], width: widths[3])
        shape = file.table(rows: header[5], width: widths[4])
        grams = file.table(rows: header[6], width: widths[5])
        if header[7] > 0 {
            let vectors = file.table(rows: header[7], width: widths[6])
            classes = (vectors, WordClasses(&file))
        } else {
            classes = nil
        }
        if header[20] > 0 {
            let keys = file.part(header[20], of: UInt32.self)
            pretrained = (keys, file.table(rows: header[20] + 1, width: widths[7]))
        } else {
            pretrained = nil
        }
        let inputs = widths.reduce(0, +)
        root = file.part(inputs, of: Float.self).array
        layers = (0..<header[16]).map { layer in
            let width = layer == 0 ? inputs : 2 * hidden
            func direction() -> Direction {
                let input = file.matrix(outputs: 4 * hidden, inputs: width, bias: true)
                return Direction(
                    input: input, recurrent: file.matrix(outputs: 4 * hidden, inputs: hidden, bias: false))
            }
            let forwards = direction()
            return Layer(forwards: forwards, backwards: direction())
        }
        universal = file.matrix(outputs: universalTags.count, inputs: 2 * hidden, bias: true)
        penn = file.matrix(outputs: pennTags.count, inputs: 2 * hidden, bias: true)
        arcDependent = file.matrix(outputs: arcWidth, inputs: 2 * hidden, bias: true)
        arcHead = file.matrix(outputs: arcWidth, inputs: 2 * hidden, bias: true)
        arc = file.matrix(outputs: arcWidth, inputs: arcWidth, bias: true)
        labelDependent = file.matrix(outputs: labelWidth, inputs: 2 * hidden, bias: true)
        labelHead = file.matrix(outputs: labelWidth, inputs: 2 * hidden, bias: true)
        label = file.matrix(outputs: relations.count, inputs: 3 * labelWidth, bias: true)
    }
}
