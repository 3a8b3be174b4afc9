#pragma once
// Intel's libisal (Debian: libisal2), which inflates twice as fast as zlib. It is opened at run time: neither building nor
// running needs it. Where it is missing, or is not as it should be, `isal_is_usable` says so and nothing else may be called.
#include <stddef.h>
#include <stdint.h>

/// 1 if the library is there and has passed a trial. The first call opens it.
int isal_is_usable(void);

/// A decompressor of raw deflate data.
typedef struct isal_inflater isal_inflater;

/// A new decompressor, or NULL without memory or library.
isal_inflater *isal_inflater_new(void);
void isal_inflater_free(isal_inflater *inflater);

/// Makes ready for another stretch of compressed data.
void isal_inflater_reset(isal_inflater *inflater);

/// Where the data stand after a step.
typedef enum { isal_underway, isal_ended, isal_broken } isal_outcome;

typedef struct {
    /// Bytes used up. Those read ahead of the end of the data are given back, seven at most: then it may be negative.
    ptrdiff_t consumed;
    ptrdiff_t produced;
    isal_outcome outcome;
} isal_step;

/// Inflates from `input` to `output`, until either is used up or the data end. At most 2 GiB each.
isal_step isal_inflater_step(
    isal_inflater *inflater, const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count);

/// CRC-32 of bytes that follow others, as in gzip and zip.
uint32_t isal_checksum(uint32_t previous, const uint8_t *bytes, size_t count);
