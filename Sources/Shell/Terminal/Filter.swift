import Glibc
import RDF

/// Runs a program on some bytes.
enum Filter {
    /// What a program writes when it is given bytes on standard input; nil where it is not installed or fails.
    ///
    /// The input goes through a file, so that neither side can wait for the other.
    static func run(_ command: String, input: [UInt8]) -> [UInt8]? {
        guard let file = tmpfile() else { return nil }
        defer { fclose(file) }
        let descriptor = fileno(file)
        let output = Output(descriptor: descriptor, name: "a temporary file")
        output.write(input)
        guard (try? output.flush()) != nil, lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
        guard let pipe = popen("\(command) <&\(descriptor) 2>/dev/null", "r") else { return nil }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = chunk.withUnsafeMutableBytes { fread($0.baseAddress, 1, $0.count, pipe) }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return pclose(pipe) == 0 ? bytes : nil
    }
}
