#pragma once
// Linux calls that Swift's Glibc module does not show: variadic ones, and those behind _GNU_SOURCE.

/// Swaps two paths in one step. Returns 0, or -1 with errno set (EINVAL or ENOSYS where the file system can't).
int taizhang_exchange(const char *left, const char *right);

/// Renames without overwriting. Returns 0, or -1 with errno set (EEXIST if `to` is there).
int taizhang_rename_new(const char *from, const char *to);

/// No core dumps, no tracing by other processes of the same user, files private. Returns 0, or -1 with errno set.
int taizhang_harden_process(void);

/// Keeps freed memory for the next piece of work instead of giving it back to the kernel and asking for it again: a run
/// works in pieces of one size. A setting that the C library refuses is left as it was.
void taizhang_keep_freed_memory(void);

/// Lets SIGILL, SIGTRAP, SIGSEGV, SIGBUS and SIGABRT write one fixed line to standard error and leave with status 70.
void taizhang_install_crash_handler(void);

/// Lets SIGINT and SIGTERM write one fixed line to standard error and leave at once with status 130 or 143. What a run
/// wrote so far is a hidden folder and an open transaction, which the next run removes. Ignores SIGPIPE.
void taizhang_install_interrupt_handler(void);

/// From here on SIGINT and SIGTERM are ignored: the month is being committed and published, which takes moments.
void taizhang_hold_interrupts(void);
