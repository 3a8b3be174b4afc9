/// What tests ask of a page, taken as a browser would: scalar by scalar, whatever marks follow a bracket or a quote.
enum PageText {
    /// Whether tags are nested and closed, quotes are paired, and nothing outside tags would have to be escaped.
    static func isWellFormed(_ html: String) -> Bool {
        var open: [Substring] = []
        for tag in tags(of: html) where tag.name != "!DOCTYPE" && tag.name != "meta" {
            if !tag.isEnd {
                open.append(tag.name)
            } else if open.popLast() != tag.name {
                return false
            }
        }
        let tag = /<[^<>]*>/.matchingSemantics(.unicodeScalar)
        let entity = /&(lt|gt|amp|quot|#39);/.matchingSemantics(.unicodeScalar)
        let rest = html.replacing(tag, with: "").replacing(entity, with: "")
        return open.isEmpty && !rest.unicodeScalars.contains { "<>&".unicodeScalars.contains($0) }
    }

    /// Names of all tags, in order.
    static func tagNames(of html: String) -> [String] { tags(of: html).map { String($0.name) } }

    /// Names of all attributes, in order.
    static func attributeNames(of html: String) -> [String] {
        let attribute = /([a-zA-Z0-9:-]+)="[^"]*"|([a-zA-Z0-9:-]+)=/.matchingSemantics(.unicodeScalar)
        return tags(of: html).flatMap { tag in
            tag.text.matches(of: attribute).map { String($0.output.1 ?? $0.output.2 ?? "") }
        }
    }

    /// The cells of every row of a table, as they stand in the page.
    static func rows(of html: String) -> [[String]] {
        html.matches(of: /<tr>(.*?)<\/tr>/).map { row in
            row.output.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { String($0.output.1) }
        }
    }

    /// A tag of a page.
    private struct Tag {
        let text: Substring
        let name: Substring
        let isEnd: Bool
    }

    private static func tags(of html: String) -> [Tag] {
        html.matches(of: /<(\/?)([!a-zA-Z0-9]+)[^<>]*>/.matchingSemantics(.unicodeScalar)).map { match in
            Tag(text: match.output.0, name: match.output.2, isEnd: !match.output.1.isEmpty)
        }
    }
}
