#include "scan.h"

#if defined(__x86_64__)
#include <immintrin.h>

// Kinds of error that two neighbouring bytes can show; a pair is wrong where the three tables agree on a bit.
// After Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte" (2021).
enum {
    too_short = 1 << 0,
    too_long = 1 << 1,
    overlong_3 = 1 << 2,
    too_large = 1 << 3,
    surrogate = 1 << 4,
    overlong_2 = 1 << 5,
    overlong_4 = 1 << 6,
    two_continuations = 1 << 7,
    any_low = too_short | too_long | two_continuations,
    large = any_low | too_large | overlong_4,
};

// The kinds of error that the first byte's high half, its low half and the second byte's high half leave open.
static const uint8_t first_high_errors[16] = {
    too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long, two_continuations,
    two_continuations, two_continuations, two_continuations, too_short | overlong_2, too_short,
    too_short | overlong_3 | surrogate, too_short | too_large | overlong_4};
static const uint8_t first_low_errors[16] = {
    any_low | overlong_2 | overlong_3 | overlong_4, any_low | overlong_2, any_low, any_low, any_low | too_large, large,
    large, large, large, large, large, large, large, large | surrogate, large, large};
enum { continuation = too_long | overlong_2 | two_continuations };
static const uint8_t second_high_errors[16] = {
    too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
    continuation | overlong_3 | overlong_4, continuation | overlong_3 | too_large,
    continuation | surrogate | too_large, continuation | surrogate | too_large, too_short, too_short, too_short,
    too_short};

static inline __m128i table(const uint8_t errors[16]) { return _mm_loadu_si128((const __m128i *)errors); }

// `before` and `bytes` are 16 bytes each; returns a vector that is zero where no error ends in `bytes`.
__attribute__((target("ssse3"))) static inline __m128i utf8_errors(__m128i before, __m128i bytes) {
    const __m128i nibble = _mm_set1_epi8(0x0f);
    const __m128i back1 = _mm_alignr_epi8(bytes, before, 15);
    const __m128i pairs = _mm_and_si128(
        _mm_and_si128(
            _mm_shuffle_epi8(table(first_high_errors), _mm_and_si128(_mm_srli_epi16(back1, 4), nibble)),
            _mm_shuffle_epi8(table(first_low_errors), _mm_and_si128(back1, nibble))),
        _mm_shuffle_epi8(table(second_high_errors), _mm_and_si128(_mm_srli_epi16(bytes, 4), nibble)));
    const __m128i third = _mm_subs_epu8(_mm_alignr_epi8(bytes, before, 14), _mm_set1_epi8(0xe0 - 0x80));
    const __m128i fourth = _mm_subs_epu8(_mm_alignr_epi8(bytes, before, 13), _mm_set1_epi8(0xf0 - 0x80));
    const __m128i continues = _mm_and_si128(_mm_or_si128(third, fourth), _mm_set1_epi8((char)0x80));
    return _mm_xor_si128(continues, pairs);
}

// The rest of a text from byte `i` on, of which `before` are the 16 bytes before and `errors` what was found.
__attribute__((target("ssse3"))) static int is_utf8_rest(
    const uint8_t *text, size_t i, size_t length, __m128i before, __m128i errors) {
    for (; i + 16 <= length; i += 16) {
        const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + i));
        if (_mm_movemask_epi8(_mm_or_si128(bytes, before)) != 0)
            errors = _mm_or_si128(errors, utf8_errors(before, bytes));
        before = bytes;
    }
    uint8_t rest[16] = {0};
    for (size_t j = i; j < length; j++) rest[j - i] = text[j];
    errors = _mm_or_si128(errors, utf8_errors(before, _mm_loadu_si128((const __m128i *)rest)));
    return _mm_movemask_epi8(_mm_cmpeq_epi8(errors, _mm_setzero_si128())) == 0xffff;
}

static int is_utf8_ssse3(const uint8_t *text, size_t length) {
    return is_utf8_rest(text, 0, length, _mm_setzero_si128(), _mm_setzero_si128());
}

// The same, 32 bytes at a time.
__attribute__((target("avx2"))) static int is_utf8_avx2(const uint8_t *text, size_t length) {
    const __m256i first_high = _mm256_broadcastsi128_si256(table(first_high_errors));
    const __m256i first_low = _mm256_broadcastsi128_si256(table(first_low_errors));
    const __m256i second_high = _mm256_broadcastsi128_si256(table(second_high_errors));
    const __m256i nibble = _mm256_set1_epi8(0x0f);
    __m256i before = _mm256_setzero_si256(), errors = _mm256_setzero_si256();
    size_t i = 0;
    for (; i + 32 <= length; i += 32) {
        const __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + i));
        if (_mm256_movemask_epi8(_mm256_or_si256(bytes, before)) != 0) {
            const __m256i joint = _mm256_permute2x128_si256(before, bytes, 0x21);
            const __m256i back1 = _mm256_alignr_epi8(bytes, joint, 15);
            const __m256i pairs = _mm256_and_si256(
                _mm256_and_si256(
                    _mm256_shuffle_epi8(first_high, _mm256_and_si256(_mm256_srli_epi16(back1, 4), nibble)),
                    _mm256_shuffle_epi8(first_low, _mm256_and_si256(back1, nibble))),
                _mm256_shuffle_epi8(second_high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble)));
            const __m256i third =
                _mm256_subs_epu8(_mm256_alignr_epi8(bytes, joint, 14), _mm256_set1_epi8(0xe0 - 0x80));
            const __m256i fourth =
                _mm256_subs_epu8(_mm256_alignr_epi8(bytes, joint, 13), _mm256_set1_epi8(0xf0 - 0x80));
            const __m256i continues =
                _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
            errors = _mm256_or_si256(errors, _mm256_xor_si256(continues, pairs));
        }
        before = bytes;
    }
    const __m128i both = _mm_or_si128(_mm256_castsi256_si128(errors), _mm256_extracti128_si256(errors, 1));
    return is_utf8_rest(text, i, length, _mm256_extracti128_si256(before, 1), both);
}
#endif

static int continues(uint8_t byte) { return (byte & 0xc0) == 0x80; }

// Length of the UTF-8 character at `text`, or 0.
static size_t utf8_character(const uint8_t *text, size_t length) {
    const uint8_t first = text[0];
    if (first < 0x80) return 1;
    if (first >= 0xc2 && first <= 0xdf) return length >= 2 && continues(text[1]) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        if (length < 3 || !continues(text[1]) || !continues(text[2])) return 0;
        if (first == 0xe0 && text[1] < 0xa0) return 0;
        return first == 0xed && text[1] > 0x9f ? 0 : 3;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        if (length < 4 || !continues(text[1]) || !continues(text[2]) || !continues(text[3])) return 0;
        if (first == 0xf0 && text[1] < 0x90) return 0;
        return first == 0xf4 && text[1] > 0x8f ? 0 : 4;
    }
    return 0;
}

size_t scan_utf8_prefix(const uint8_t *text, size_t length) {
#if defined(__x86_64__)
    if (length >= 64 && __builtin_cpu_supports("avx2")) {
        if (is_utf8_avx2(text, length)) return length;
    } else if (length >= 64 && __builtin_cpu_supports("ssse3") && is_utf8_ssse3(text, length)) {
        return length;
    }
#endif
    size_t i = 0;
    while (i < length) {
        if (text[i] < 0x80) {
            const size_t ascii = scan_ascii_blocks(text + i, length - i);
            i += ascii > 0 ? ascii : 1;
            continue;
        }
        const size_t size = utf8_character(text + i, length - i);
        if (size == 0) break;
        i += size;
    }
    return i;
}

static int is_lead(uint8_t byte) { return byte >= 0x81 && byte <= 0xfe; }

static int is_digit(uint8_t byte) { return byte >= 0x30 && byte <= 0x39; }

// Length of the GB18030 character at `text`, which is beyond ASCII, or 0.
static size_t gb18030_character(const uint8_t *text, size_t length) {
    if (text[0] == 0x80) return 1;
    if (length < 2 || !is_lead(text[0])) return 0;
    if (text[1] >= 0x40) return text[1] != 0x7f && text[1] != 0xff ? 2 : 0;
    if (length < 4 || !is_digit(text[1]) || !is_lead(text[2]) || !is_digit(text[3])) return 0;
    const uint32_t number = ((text[0] - 0x81u) * 10 + (text[1] - 0x30u)) * 1260 + (text[2] - 0x81u) * 10 + (text[3] - 0x30u);
    return number < 39420 || (number >= 189000 && number <= 1237575) ? 4 : 0;
}

size_t scan_gb18030_prefix(const uint8_t *text, size_t length) {
    size_t i = 0;
    while (i < length) {
        if (text[i] < 0x80) {
            const size_t ascii = scan_ascii_blocks(text + i, length - i);
            i += ascii > 0 ? ascii : 1;
            continue;
        }
        const size_t size = gb18030_character(text + i, length - i);
        if (size == 0) break;
        i += size;
    }
    return i;
}

scan_line_ends scan_count_line_ends(const uint8_t *text, size_t length, uint8_t previous) {
    scan_line_ends ends = {0, 0, 0};
    if (length == 0) return ends;
    ends.pairs = text[0] == '\n' && previous == '\r';
    // Three plain loops, which the compiler makes of many bytes at a time.
    for (size_t i = 0; i < length; i++) ends.feeds += text[i] == '\n';
    for (size_t i = 0; i < length; i++) ends.returns += text[i] == '\r';
    for (size_t i = 1; i < length; i++) ends.pairs += (text[i] == '\n') & (text[i - 1] == '\r');
    return ends;
}
