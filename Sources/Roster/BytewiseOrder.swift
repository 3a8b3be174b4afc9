/// Order of texts by their UTF-8 bytes, the same in every locale.
package func precedesBytewise(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
}
