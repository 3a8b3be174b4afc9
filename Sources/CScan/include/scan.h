#pragma once
#include <stddef.h>
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// What stands where in 64 bytes of text: bit n is byte n.
typedef struct {
    uint64_t delimiters;
    /// Line feeds and carriage returns.
    uint64_t line_ends;
    /// Double quotes and NUL bytes.
    uint64_t specials;
    /// Bytes beyond ASCII.
    uint64_t high;
} scan_masks;

/// Marks the bytes of structure in the 64 bytes at `text`.
static inline scan_masks scan_block(const uint8_t *text, uint8_t delimiter) {
    scan_masks masks = {0, 0, 0, 0};
#if defined(__SSE2__)
    const __m128i delimiters = _mm_set1_epi8((char)delimiter), feeds = _mm_set1_epi8('\n');
    const __m128i returns = _mm_set1_epi8('\r'), quotes = _mm_set1_epi8('"'), zeros = _mm_setzero_si128();
    for (int lane = 0; lane < 4; lane++) {
        const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + 16 * lane));
        const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(bytes, feeds), _mm_cmpeq_epi8(bytes, returns));
        const __m128i rare = _mm_or_si128(_mm_cmpeq_epi8(bytes, quotes), _mm_cmpeq_epi8(bytes, zeros));
        const uint64_t found = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, delimiters));
        masks.delimiters |= found << (16 * lane);
        masks.line_ends |= (uint64_t)(uint32_t)_mm_movemask_epi8(ends) << (16 * lane);
        masks.specials |= (uint64_t)(uint32_t)_mm_movemask_epi8(rare) << (16 * lane);
        masks.high |= (uint64_t)(uint32_t)_mm_movemask_epi8(bytes) << (16 * lane);
    }
#else
    for (int i = 0; i < 64; i++) {
        const uint8_t byte = text[i];
        masks.delimiters |= (uint64_t)(byte == delimiter) << i;
        masks.line_ends |= (uint64_t)(byte == '\n' || byte == '\r') << i;
        masks.specials |= (uint64_t)(byte == '"' || byte == 0) << i;
        masks.high |= (uint64_t)(byte >> 7) << i;
    }
#endif
    return masks;
}

/// Has the processor fetch the line of its cache that holds `place`.
static inline void scan_prefetch(const void *place) { __builtin_prefetch(place); }

/// Length of the longest start of `text` that is ASCII, rounded down to blocks of 16 bytes.
static inline size_t scan_ascii_blocks(const uint8_t *text, size_t length) {
    size_t i = 0;
#if defined(__SSE2__)
    while (i + 16 <= length && _mm_movemask_epi8(_mm_loadu_si128((const __m128i *)(text + i))) == 0) i += 16;
#else
    for (; i + 16 <= length; i += 16) {
        uint8_t any = 0;
        for (int j = 0; j < 16; j++) any |= text[i + j];
        if (any & 0x80) break;
    }
#endif
    return i;
}

/// Bytes of line ends in a stretch of text.
typedef struct {
    size_t feeds;
    size_t returns;
    /// Line feeds that follow a carriage return.
    size_t pairs;
} scan_line_ends;

/// Counts the bytes of line ends in `text`; `previous` is the byte before it, 0 at the start of all text.
scan_line_ends scan_count_line_ends(const uint8_t *text, size_t length, uint8_t previous);

/// Length of the longest start of `text` that is whole characters of UTF-8.
size_t scan_utf8_prefix(const uint8_t *text, size_t length);

/// Length of the longest start of `text` that is whole characters of GB18030.
size_t scan_gb18030_prefix(const uint8_t *text, size_t length);
