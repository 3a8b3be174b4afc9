import Pipeline

/// What the program calls itself.
enum ProgramName {
    /// `taizhang 0.1.0`.
    static let version = "taizhang \(ProgramVersion.current)"
}
