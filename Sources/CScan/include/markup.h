#pragma once
#include <stddef.h>
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Whether a byte of text may mean something in XML: markup, a reference, `]`, a control character, or 0xEF, with
/// which the characters that XML forbids begin.
static inline int markup_is_special(uint8_t byte) {
    return byte < 0x20 || byte == '<' || byte == '&' || byte == ']' || byte == 0xEF;
}

/// Length of the longest start of `text` without a byte that may mean something.
static inline size_t markup_plain_length(const uint8_t *text, size_t length) {
    size_t i = 0;
#if defined(__SSE2__)
    const __m128i controls = _mm_set1_epi8(0x1F), open = _mm_set1_epi8('<'), reference = _mm_set1_epi8('&');
    const __m128i bracket = _mm_set1_epi8(']'), forbidden = _mm_set1_epi8((char)0xEF);
    for (; i + 16 <= length; i += 16) {
        const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + i));
        const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(bytes, controls), bytes);
        const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, open), _mm_cmpeq_epi8(bytes, reference));
        const __m128i rare = _mm_or_si128(_mm_cmpeq_epi8(bytes, bracket), _mm_cmpeq_epi8(bytes, forbidden));
        const int found = _mm_movemask_epi8(_mm_or_si128(low, _mm_or_si128(marks, rare)));
        if (found) return i + (size_t)__builtin_ctz((unsigned)found);
    }
#endif
    while (i < length && !markup_is_special(text[i])) i++;
    return i;
}

/// Number of times that `byte` occurs.
static inline size_t markup_count(const uint8_t *text, size_t length, uint8_t byte) {
    size_t i = 0, count = 0;
#if defined(__SSE2__)
    const __m128i wanted = _mm_set1_epi8((char)byte), zero = _mm_setzero_si128();
    while (i + 16 <= length) {
        __m128i sums = zero;
        for (int turn = 0; turn < 255 && i + 16 <= length; turn++, i += 16)
            sums = _mm_sub_epi8(sums, _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(text + i)), wanted));
        sums = _mm_sad_epu8(sums, zero);
        count += (size_t)_mm_cvtsi128_si32(sums) + (size_t)_mm_cvtsi128_si32(_mm_srli_si128(sums, 8));
    }
#endif
    for (; i < length; i++) count += text[i] == byte;
    return count;
}

/// Number of line ends: LF, CRLF and lone CR are one each. `after_return` tells that a CR stands before `text`.
static inline size_t markup_line_ends(const uint8_t *text, size_t length, int after_return) {
    if (length == 0) return 0;
    size_t count = text[0] == '\r' || (text[0] == '\n' && !after_return), i = 1;
#if defined(__SSE2__)
    const __m128i feed = _mm_set1_epi8('\n'), back = _mm_set1_epi8('\r'), zero = _mm_setzero_si128();
    while (i + 16 <= length) {
        __m128i sums = zero;
        for (int turn = 0; turn < 255 && i + 16 <= length; turn++, i += 16) {
            const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + i));
            const __m128i before = _mm_loadu_si128((const __m128i *)(text + i - 1));
            const __m128i feeds = _mm_andnot_si128(_mm_cmpeq_epi8(before, back), _mm_cmpeq_epi8(bytes, feed));
            sums = _mm_sub_epi8(sums, _mm_or_si128(feeds, _mm_cmpeq_epi8(bytes, back)));
        }
        sums = _mm_sad_epu8(sums, zero);
        count += (size_t)_mm_cvtsi128_si32(sums) + (size_t)_mm_cvtsi128_si32(_mm_srli_si128(sums, 8));
    }
#endif
    for (; i < length; i++) count += text[i] == '\r' || (text[i] == '\n' && text[i - 1] != '\r');
    return count;
}

/// Whether `<!` or `<?` occurs.
static inline int markup_has_declaration(const uint8_t *text, size_t length) {
    size_t i = 0;
#if defined(__SSE2__)
    const __m128i open = _mm_set1_epi8(0x3C), bang = _mm_set1_epi8(0x21), question = _mm_set1_epi8(0x3F);
    for (; i + 17 <= length; i += 16) {
        const __m128i next = _mm_loadu_si128((const __m128i *)(text + i + 1));
        const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(next, bang), _mm_cmpeq_epi8(next, question));
        const __m128i opens = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(text + i)), open);
        if (_mm_movemask_epi8(_mm_and_si128(opens, marks))) return 1;
    }
#endif
    for (; i + 1 < length; i++)
        if (text[i] == 0x3C && (text[i + 1] == 0x21 || text[i + 1] == 0x3F)) return 1;
    return 0;
}

/// Whether a byte may begin a name of ASCII letters (1), may stand inside one (2), or is white space (4); their sum.
static inline uint8_t markup_class(uint8_t byte) {
    static const uint8_t classes[128] = {
        ['\t'] = 4, ['\n'] = 4, ['\r'] = 4, [' '] = 4, ['-'] = 2, ['.'] = 2, ['_'] = 3,
        ['0'] = 2, ['1'] = 2, ['2'] = 2, ['3'] = 2, ['4'] = 2, ['5'] = 2, ['6'] = 2, ['7'] = 2, ['8'] = 2, ['9'] = 2,
        ['A'] = 3, ['B'] = 3, ['C'] = 3, ['D'] = 3, ['E'] = 3, ['F'] = 3, ['G'] = 3, ['H'] = 3, ['I'] = 3, ['J'] = 3,
        ['K'] = 3, ['L'] = 3, ['M'] = 3, ['N'] = 3, ['O'] = 3, ['P'] = 3, ['Q'] = 3, ['R'] = 3, ['S'] = 3, ['T'] = 3,
        ['U'] = 3, ['V'] = 3, ['W'] = 3, ['X'] = 3, ['Y'] = 3, ['Z'] = 3, ['a'] = 3, ['b'] = 3, ['c'] = 3, ['d'] = 3,
        ['e'] = 3, ['f'] = 3, ['g'] = 3, ['h'] = 3, ['i'] = 3, ['j'] = 3, ['k'] = 3, ['l'] = 3, ['m'] = 3, ['n'] = 3,
        ['o'] = 3, ['p'] = 3, ['q'] = 3, ['r'] = 3, ['s'] = 3, ['t'] = 3, ['u'] = 3, ['v'] = 3, ['w'] = 3, ['x'] = 3,
        ['y'] = 3, ['z'] = 3,
    };
    return byte < 128 ? classes[byte] : 0;
}
