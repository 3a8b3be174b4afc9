/// Why a run ended without publishing, by the exit code that tells it.
package struct RunError: Error, Sendable {
    /// The exit codes of the command line; no other is ever used.
    package enum Kind: Int32, Sendable, CaseIterable {
        case usage = 64
        case inputRefused = 65
        case inputMissing = 66
        case internalError = 70
        case cannotCreate = 73
        case inputOutput = 74
        case tryAgain = 75
        case noPermission = 77
        case pipelineInvalid = 78
        case interrupted = 130
        case terminated = 143
    }

    package let kind: Kind
    /// A stable code, `E301`.
    package let code: String
    /// What is wrong, in Chinese and English.
    package let message: LocalizedText
    /// What to do about it.
    package let hint: LocalizedText
    /// Where it lies.
    package let location: ErrorPlace

    package init(
        _ kind: Kind, code: String, message: LocalizedText, hint: LocalizedText = LocalizedText(zh: "", en: ""),
        location: ErrorPlace
    ) {
        self.kind = kind
        self.code = code
        self.message = message
        self.hint = hint
        self.location = location
    }

    /// An error that lies in a file as a whole, or in none.
    package init(
        _ kind: Kind, code: String, message: LocalizedText, hint: LocalizedText = LocalizedText(zh: "", en: ""),
        place: String = ""
    ) {
        self.init(kind, code: code, message: message, hint: hint, location: ErrorPlace(file: place))
    }

    /// File and place in it as text, or empty.
    package var place: String { location.description }
}

/// One sentence in both languages.
package struct LocalizedText: Sendable, Equatable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The sentence in one language.
    package subscript(_ language: Language) -> String {
        language.text(zh, en)
    }
}
