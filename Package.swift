// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Hot kernels run about two hundred times slower unoptimised, so these targets are optimised in debug builds too.
/// Accesses to variables are checked for overlap where they are compiled, and not again while the program runs: that took a twentieth of the
/// time of a load.
let fast: [SwiftSetting] =
    strict + [.unsafeFlags(["-O"], .when(configuration: .debug)), .unsafeFlags(["-enforce-exclusivity=unchecked"])]

/// The parser's inner loops once more, compiled for wider vectors; which one runs is decided when the program starts. The results are the
/// same to the bit.
#if arch(x86_64)
    let wideKernels: [Target.Dependency] = ["EnglishKernelsAVX2", "EnglishKernelsAVX512"]
    let wideKernelTargets: [Target] = [
        .target(name: "EnglishKernelsAVX2", swiftSettings: fast + [.unsafeFlags(["-Xcc", "-mavx2"])]),
        .target(name: "EnglishKernelsAVX512", swiftSettings: fast + [.unsafeFlags(["-Xcc", "-mavx512f"])]),
    ]
#else
    let wideKernels: [Target.Dependency] = []
    let wideKernelTargets: [Target] = []
#endif

let package = Package(
    name: "tercet",
    products: [
        .executable(name: "tercet", targets: ["tercet"]),
        .executable(name: "tercet-bench", targets: ["tercet-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // Terms, triples, the syntaxes of RDF, the model's vocabulary, one SyntaxError for every text the product reads.
        .target(name: "RDF", dependencies: ["CZlib", "CExpat"], swiftSettings: fast),
        // Dictionary, sorted permutations, statistics, pattern → slice.
        .target(name: "GraphStore", dependencies: ["RDF", "CMalloc"], swiftSettings: fast),
        // `.q` (and SPARQL) text → one algebra; knows no store.
        .target(name: "QuerySyntax", dependencies: ["RDF"], swiftSettings: strict),
        // Names in the algebra × labels in the graph → IRIs, or an error with candidates.
        .target(name: "Naming", dependencies: ["QuerySyntax", "GraphStore"], swiftSettings: strict),
        // Algebra × graph → a table of ids; knows no terminal.
        .target(name: "QueryEngine", dependencies: ["QuerySyntax", "GraphStore", "CPCRE2"], swiftSettings: fast),
        // Table → box table, CSV, TSV, JSON, N-Triples: one small value type a format.
        .target(name: "Results", dependencies: ["QueryEngine"], swiftSettings: strict),
        // Splitter, tokenizer, tagger, lemmatiser, dependency parser, lexicon; knows no RDF.
        .target(
            name: "English", dependencies: ["CEnglishModel", "CEnglishLexicon", "EnglishKernels"] + wideKernels,
            swiftSettings: fast),
        // The parser's inner loops for any machine; see `wideKernels`.
        .target(name: "EnglishKernels", swiftSettings: fast),
        // Trees → claims → triples.
        .target(name: "Extraction", dependencies: ["English", "RDF", "CRelations", "CMarkup"], swiftSettings: fast),
        // A session: a line → its output, with no terminal inside; the line reader beside it.
        .target(
            name: "Shell", dependencies: ["Extraction", "Naming", "Results", "CEditLine", "CTransfer"],
            swiftSettings: strict),
        // Options and `main` only.
        .executableTarget(
            name: "tercet",
            dependencies: ["Shell", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),
        // Figures against keys: attribution, certainty, facts, entities.
        .target(name: "Evaluation", dependencies: ["Extraction", "English", "RDF"], swiftSettings: strict),
        .executableTarget(
            name: "tercet-bench", dependencies: ["Shell", "Evaluation", "GraphStore", "English"], swiftSettings: fast),

        .target(name: "CEnglishModel", exclude: ["english.model"]),
        .target(name: "CEnglishLexicon"),
        .target(name: "CRelations"),
        // libxml2's HTML parser, loaded when the first page is read.
        .target(name: "CMarkup", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
        // libcurl, loaded when the first query is sent.
        .target(name: "CTransfer"),
        .target(name: "CEditLine", linkerSettings: [.linkedLibrary("edit")]),
        // glibc's malloc.h, which Glibc leaves out.
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
        // Regular expressions with limits on the work that one match may take.
        .systemLibrary(name: "CPCRE2", providers: [.apt(["libpcre2-dev"])]),

        .testTarget(name: "RDFTests", dependencies: ["RDF"], swiftSettings: strict),
        .testTarget(name: "GraphStoreTests", dependencies: ["GraphStore"], swiftSettings: strict),
        .testTarget(name: "QuerySyntaxTests", dependencies: ["QuerySyntax"], swiftSettings: strict),
        .testTarget(name: "NamingTests", dependencies: ["Naming"], swiftSettings: strict),
        .testTarget(
            name: "LanguageTests", dependencies: ["Naming", "QueryEngine"], exclude: ["oracle.py", "update_oracle.py"],
            swiftSettings: strict),
        .testTarget(name: "QueryEngineTests", dependencies: ["QueryEngine"], swiftSettings: strict),
        .testTarget(name: "ResultsTests", dependencies: ["Results"], swiftSettings: strict),
        .testTarget(name: "ConformanceTests", dependencies: ["Results"], swiftSettings: strict),
        .testTarget(
            name: "EnglishTests", dependencies: ["English", "EnglishKernels", "Evaluation"], swiftSettings: strict),
        .testTarget(
            name: "ExtractionTests", dependencies: ["Extraction", "Evaluation"], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(name: "ShellTests", dependencies: ["Shell"], exclude: ["Transcripts"], swiftSettings: strict),
    ] + wideKernelTargets,
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x
)
