import CFuzzer
import Fuzzing
import Glibc

/// Where the program begins: hands the target named by `FUZZ_TARGET` to libFuzzer, with the arguments as they came.
///
/// The name comes by the environment because libFuzzer starts itself anew, with arguments of its own, to minimise.
@_cdecl("fuzz_main")
func start(
    _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    var count = count
    var arguments = unsafe arguments
    guard let name = unsafe getenv("FUZZ_TARGET"), let target = unsafe FuzzTarget.named(String(cString: name)) else {
        print(FuzzTarget.all.map(\.summary).joined(separator: "\n"))
        return 64
    }
    if let folder = unsafe getenv("FUZZ_SEEDS") { return unsafe target.writeSeeds(to: String(cString: folder)) }
    chosen = target
    return unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
        let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
        if let violation = chosen?.check(bytes) { fatalError("\(violation)") }
        return 0
    }
}

/// The target at work; set once before the first input.
nonisolated(unsafe) private var chosen: FuzzTarget?

extension FuzzTarget {
    /// Name, longest input, what stands before the bytes of a file, and the files of its parser.
    fileprivate var summary: String {
        let octal = prefix.map { "\\0" + String($0, radix: 8) }
        return [name, "\(maximumLength)", octal.joined(), parserFiles.joined(separator: " ")].joined(separator: "\t")
    }

    /// Writes each seed to a file of its own; the exit code.
    fileprivate func writeSeeds(to folder: String) -> Int32 {
        for (number, seed) in seeds.enumerated() {
            guard let file = unsafe fopen("\(folder)/seed-\(number)", "w") else { return 73 }
            let written = unsafe fwrite(seed, 1, seed.count, file)
            guard unsafe fclose(file) == 0, written == seed.count else { return 73 }
        }
        return 0
    }
}
