/// A value of a configuration file with its place: what is left of YAML once its features are refused.
package struct ConfigNode: Sendable, Equatable {
    /// The shape of the value. Scalars are texts; what they mean is decided by who reads them.
    package indirect enum Content: Sendable, Equatable {
        case scalar(String)
        case list([ConfigNode])
        case mapping([ConfigEntry])
        /// Something a pipeline file does without; it has been reported, so that nothing more is said of it.
        case refused
    }

    package var content: Content
    package var place: ConfigPlace

    package init(_ content: Content, at place: ConfigPlace) {
        self.content = content
        self.place = place
    }

    /// A key without a value: `key:`.
    package var isEmptyScalar: Bool {
        if case .scalar("") = content { true } else { false }
    }
}

/// A key of a mapping with its value.
package struct ConfigEntry: Sendable, Equatable {
    package var key: String
    package var keyPlace: ConfigPlace
    package var value: ConfigNode

    package init(key: String, keyPlace: ConfigPlace, value: ConfigNode) {
        self.key = key
        self.keyPlace = keyPlace
        self.value = value
    }
}
