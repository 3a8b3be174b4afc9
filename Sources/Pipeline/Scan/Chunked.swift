import Matching
package import Roster
package import Tabular

/// What knows its place in a file.
package protocol Placed: Sendable {
    /// Adds what came before the piece of the file that it was found in.
    mutating func shift(by position: StreamPosition)
}

/// Elements in the order of a table, in the arrays in which its pieces gave them: to put pieces together moves no element.
package struct Chunked<Element: Placed>: Sendable {
    private var chunks: [Chunk]

    private struct Chunk {
        let elements: [Element]
        /// What came before the piece.
        var start = StreamPosition()

        func element(_ index: Int) -> Element {
            var element = elements[index]
            element.shift(by: start)
            return element
        }
    }

    /// Where an element is found.
    package struct Place: Sendable {
        fileprivate let chunk: Int32
        fileprivate let index: Int32

        /// The first of all.
        package static var first: Place { Place(chunk: 0, index: 0) }
    }

    /// The elements of one piece. They are copied where the array has much room to spare, because a month keeps all of
    /// them till its end.
    package init(_ elements: [Element] = []) {
        let isTight = elements.count * 8 >= elements.capacity * 7
        chunks = elements.isEmpty ? [] : [Chunk(elements: isTight ? elements : elements.map { $0 })]
    }

    /// There are no elements.
    package var isEmpty: Bool { chunks.isEmpty }
    /// Number of elements.
    package var count: Int { chunks.reduce(0) { $0 + $1.elements.count } }

    /// The element at a place.
    package subscript(place: Place) -> Element { chunks[Int(place.chunk)].element(Int(place.index)) }

    /// Takes in what comes behind.
    package mutating func append(_ next: Chunked) {
        chunks += next.chunks
    }

    /// Adds to all places what came before the piece.
    mutating func shift(by position: StreamPosition) {
        for index in chunks.indices { chunks[index].start.advance(by: position) }
    }

    /// Appends all elements to an array.
    func append(to array: inout [Element]) {
        for chunk in chunks {
            for index in chunk.elements.indices { array.append(chunk.element(index)) }
        }
    }
}

extension Chunked<Evidence> {
    /// Calls `body` with the slot that each piece is about, and with where the piece is found.
    @inline(__always)
    func forEachSlot(_ body: (Int, Place) -> Void) {
        for chunk in chunks.indices {
            let elements = chunks[chunk].elements
            for index in elements.indices {
                body(Int(elements[index].person.index), Place(chunk: Int32(chunk), index: Int32(index)))
            }
        }
    }
}

extension Chunked: Sequence {
    package func makeIterator() -> some IteratorProtocol<Element> {
        chunks.lazy.flatMap { chunk in chunk.elements.indices.lazy.map(chunk.element) }.makeIterator()
    }
}

extension Chunked: Equatable where Element: Equatable {
    package static func == (left: Chunked, right: Chunked) -> Bool { left.elementsEqual(right) }
}

extension RosterRow: Placed {
    package mutating func shift(by position: StreamPosition) { place.shift(by: position) }
}

extension Evidence: Placed {
    package mutating func shift(by position: StreamPosition) {
        reference = RecordReference(origin: reference.origin, row: reference.row + position.rows)
    }
}
