/// What the parser saw in one piece of a document: a flat list, and the bytes that it points into.
///
/// The parser writes it, the reader walks it; so no call goes from C into the reader, and no `String` is made.
struct XMLEvents {
    /// Values of attributes and text, UTF-8, one after the other.
    var text: [UInt8] = []
    var list: [XMLEvent] = []

    /// Empties the list, keeping its memory.
    mutating func removeAll() {
        text.removeAll(keepingCapacity: true)
        list.removeAll(keepingCapacity: true)
    }
}

/// One step of a document.
struct XMLEvent {
    /// What happened.
    let kind: Kind
    /// The element or attribute: its place in the list of names asked for, or `XMLEvent.otherName`.
    let name: Int32
    /// Bounds of the value in the events' text; empty for starts and ends.
    let start: UInt32
    var end: UInt32
    /// Where in the UTF-8 text the tag begins (start) or has ended (end), if that was asked for; else 0.
    let offset: Int

    /// What an event tells of.
    enum Kind: UInt8 {
        case start, attribute, text, end
        /// An element that holds nothing but text, in one: start, text, end.
        case leaf
    }

    /// A name that nobody asked for.
    static let otherName: Int32 = -1
}

/// The names that somebody asks for, and what of their elements; their places are their numbers.
struct XMLInterest {
    let names: [String]
    /// By number: the element's text is wanted.
    let wantsText: [Bool]
    /// By number: the place of the start tag is wanted.
    let wantsPlace: [Bool]
    /// Elements that hold nothing but text come as one event, where no places are wanted.
    let joinsLeaves: Bool

    init(names: [String], wantsText: [Bool]? = nil, wantsPlace: [Bool]? = nil, joinsLeaves: Bool = false) {
        self.joinsLeaves = joinsLeaves
        self.names = names
        self.wantsText = wantsText ?? names.map { _ in true }
        self.wantsPlace = wantsPlace ?? names.map { _ in false }
    }
}
