import CInflate

/// An inflater of libisal; it owns the C state. To be made only where the library is usable.
@safe
final class IsalInflater: Inflater {
    private let state: OpaquePointer

    init() {
        guard let state = unsafe isal_inflater_new() else {
            preconditionFailure("libisal is not usable here, or there is no memory")
        }
        unsafe self.state = state
    }

    deinit {
        unsafe isal_inflater_free(state)
    }

    func reset() {
        unsafe isal_inflater_reset(state)
    }

    func inflate(_ input: ArraySlice<UInt8>, upTo limit: Int, appendingTo output: inout [UInt8]) -> InflaterStep {
        let state = unsafe self.state
        var step = isal_step()
        unsafe input.withUnsafeBufferPointer { source in
            output.append(addingCapacity: limit) { (span: inout OutputSpan<UInt8>) in
                unsafe span.withUnsafeMutableBufferPointer { target, filled in
                    unsafe step = isal_inflater_step(
                        state, source.baseAddress, source.count, target.baseAddress, limit)
                    filled = step.produced
                }
            }
        }
        return InflaterStep(consumed: step.consumed, produced: step.produced, state: step.outcome.state)
    }
}

extension isal_outcome {
    fileprivate var state: InflaterStep.State {
        switch self {
        case isal_underway: .underway
        case isal_ended: .ended
        default: .broken
        }
    }
}
