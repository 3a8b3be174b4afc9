/// ID numbers that one list shows under too many names: place-holders, or a clerk's own. They are no key there.
package struct OverusedIDs: Sendable {
    /// The table without them.
    package let table: LinkageTable
    package let leftCount: Int
    package let rightCount: Int

    /// - Parameters:
    ///   - id: the field of ID numbers.
    ///   - name: the field of names.
    ///   - limit: the most names that a number may have in one list.
    package init(_ table: LinkageTable, id: Int, name: Int, limit: Int) {
        let (ids, names) = (table.columns[id], table.columns[name])
        let left = OverusedIDs.found(ids.left, names.left, limit)
        let right = table.isOneList ? left : OverusedIDs.found(ids.right, names.right, limit)
        (leftCount, rightCount) = (left.count, right.count)
        guard !left.isEmpty || !right.isEmpty else {
            self.table = table
            return
        }
        var columns = table.columns
        columns[id] = ids.without(left: left, right: right)
        self.table = LinkageTable(columns: columns, isOneList: table.isOneList)
    }

    /// Numbers of the values that occur with more names than `limit`. Only values that occur so often are looked at.
    private static func found(_ ids: [Int32], _ names: [Int32], _ limit: Int) -> Set<Int32> {
        var counts: [Int32] = Array(repeating: 0, count: Int(ids.max() ?? -1) + 1)
        for id in ids where id >= 0 { counts[Int(id)] += 1 }
        var seen: [Int32: Set<Int32>] = [:]
        for (row, id) in ids.enumerated() where id >= 0 && Int(counts[Int(id)]) > limit && names[row] >= 0 {
            seen[id, default: []].insert(names[row])
        }
        return Set(seen.filter { $0.value.count > limit }.keys)
    }
}
