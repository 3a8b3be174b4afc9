#if FUZZ_PLANT
    /// Reads the byte behind the end of `count` bytes: a fault of a kind that the fuzzer has to find. `scripts/fuzz
    /// --planted` builds with one such call in each parser; no other build has them.
    @inline(never)
    func plantedRead(_ count: Int) {
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, count))
        unsafe bytes.initialize(repeating: 0, count: max(1, count))
        if unsafe bytes[max(1, count)] == 0x5a { print("planted") }
        unsafe bytes.deallocate()
    }
#endif
