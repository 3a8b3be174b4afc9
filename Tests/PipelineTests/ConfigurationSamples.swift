import Foundation
import Pipeline

/// Where the files of the tests lie, and small pipeline files made from the shipped one.
enum ConfigurationSamples {
    /// The project's folder.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The shipped pipeline file.
    static let shippedFile = root.appendingPathComponent("pipelines/shaoguan-monthly.yaml").path
}
