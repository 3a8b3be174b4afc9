package import Roster

extension QuarantinedRow {
    /// Columns of `quarantine/<source>.csv`.
    package static let table = MachineTable<QuarantinedRow>([
        .init(.file) { $1.add($0.place.file) },
        .init(.row) { $1.add($0.place.row) },
        .init(.line) { $1.add($0.place.line) },
        .init(.byteOffset) { $1.add($0.place.byteOffset) },
        .init(.code) { $1.add($0.code.rawValue) },
        .init(.reason) { $1.add($0.reason) },
        .init(.field) { $1.add($0.field) },
        .init(.raw) { $1.add($0.raw) },
    ])
}
