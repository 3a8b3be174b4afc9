/// Where the records of an XML document stand and which of their values are columns.
///
/// All names are local names: namespace prefixes are ignored. A path to an attribute ends in `/@name`.
package struct XMLLayout: Sendable, Hashable, Codable {
    /// Paths of the elements that are records, from the root on, its name included: `["低保名册", "家庭", "成员"]`.
    /// A document needs to fit one of them.
    package var recordPaths: [[String]]
    /// One entry a column: the paths from which its value may come, relative to the root, without the root's own name:
    /// `家庭/成员/姓名`, `家庭/@类别`, `@统计月份`. The first value that is not empty counts.
    package var columns: [[String]]

    package init(recordPaths: [[String]], columns: [[String]]) {
        self.recordPaths = recordPaths
        self.columns = columns
    }
}
