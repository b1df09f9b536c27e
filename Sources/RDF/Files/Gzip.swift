import CZlib

/// Gzip data decompressed piece by piece; several members after one another are one text, as gzip has it.
///
/// Source: RFC 1952, section 2.2.
final class Inflater {
    /// Where compressed bytes are to be put before `supply`.
    let inputBuffer: UnsafeMutableRawBufferPointer
    /// Whether all bytes supplied have been used, and their output has been fetched.
    private(set) var needsInput = true
    // zlib keeps the address of its stream, so that the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isBetweenMembers = true
    private var hasSeenMember = false

    init() {
        inputBuffer = .allocate(byteCount: 1 << 16, alignment: 16)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        inflateInit2_(stream, MAX_WBITS + 16, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        inputBuffer.deallocate()
    }

    /// Whether the end of the data would be right here.
    var isComplete: Bool { isBetweenMembers && hasSeenMember }

    /// Tells how many compressed bytes now stand in `inputBuffer`.
    func supply(_ count: Int) {
        stream.pointee.next_in = inputBuffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(count)
        needsInput = false
    }

    /// Decompresses into a buffer: how many bytes, possibly 0; nil when the data are damaged.
    func inflate(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        let room = UInt32(min(buffer.count, 1 << 30))
        stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = room
        if isBetweenMembers { skipPadding() }
        if stream.pointee.avail_in > 0 || !isBetweenMembers {
            isBetweenMembers = false
            switch CZlib.inflate(stream, Z_NO_FLUSH) {
            case Z_STREAM_END:
                isBetweenMembers = true
                hasSeenMember = true
                inflateReset(stream)
            case Z_OK, Z_BUF_ERROR:
                break
            default:
                return nil
            }
        }
        needsInput = stream.pointee.avail_in == 0 && stream.pointee.avail_out > 0
        return Int(room - stream.pointee.avail_out)
    }

    /// Zeros after a member are padding, as on a tape.
    private func skipPadding() {
        guard hasSeenMember else { return }
        while stream.pointee.avail_in > 0, let byte = stream.pointee.next_in?.pointee, byte == 0 {
            stream.pointee.next_in += 1
            stream.pointee.avail_in -= 1
        }
    }
}

/// Bytes compressed to one gzip member, the same bytes each time: no name and no time in the header.
///
/// Source: RFC 1952.
final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private let outputBuffer: UnsafeMutableRawBufferPointer

    init() {
        outputBuffer = .allocate(byteCount: 1 << 16, alignment: 16)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        deflateInit2_(
            stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, zlibVersion(),
            Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
        outputBuffer.deallocate()
    }

    /// Compresses bytes and hands what comes out to a sink; `finishing` ends the member.
    func deflate(
        _ bytes: UnsafeRawBufferPointer, finishing: Bool,
        into sink: (UnsafeRawBufferPointer) throws(FileError) -> Void
    ) throws(FileError) {
        var rest = bytes
        repeat {
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
            // zlib does not write through `next_in`; its header lacks the const.
            stream.pointee.next_in = UnsafeMutablePointer(
                mutating: piece.baseAddress?.assumingMemoryBound(to: UInt8.self))
            stream.pointee.avail_in = UInt32(piece.count)
            let isLast = finishing && rest.isEmpty
            repeat {
                stream.pointee.next_out = outputBuffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.pointee.avail_out = UInt32(outputBuffer.count)
                _ = CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                let count = outputBuffer.count - Int(stream.pointee.avail_out)
                if count > 0 { try sink(UnsafeRawBufferPointer(rebasing: outputBuffer.prefix(count))) }
            } while stream.pointee.avail_out == 0
        } while !rest.isEmpty
    }
}
