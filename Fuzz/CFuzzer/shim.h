#include <stddef.h>
#include <stdint.h>

/* The face of libFuzzer that takes its target as an argument; the library comes with the compiler. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*target)(const uint8_t *data, size_t size));
