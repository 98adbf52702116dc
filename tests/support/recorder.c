/* Preloaded into a process: appends to $REC_LOG what it writes to files whose path begins with $REC_MATCH.
 *
 * A record is a line "KIND NAME OFFSET LENGTH\n" and LENGTH bytes. Kinds: W written, T truncated to OFFSET, F flushed to
 * the disk, U unlinked, A a line on standard output: what the process has told the world, so that it may never be lost.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096

static char names[FILES][256];
static int log_file = -1;

#define REAL(type, name, ...)                                                                                          \
    static type (*real)(__VA_ARGS__);                                                                                  \
    if (!real)                                                                                                         \
        real = dlsym(RTLD_NEXT, name);

static int real_open(const char *path, int flags, int mode)
{
    REAL(int, "open64", const char *, int, ...)
    return real(path, flags, mode);
}

static void record(char kind, const char *name, int64_t offset, const void *data, int64_t length)
{
    char head[400];
    const char *path = getenv("REC_LOG");
    if (!path)
        return;
    if (log_file < 0)
        log_file = real_open(path, O_WRONLY | O_CREAT | O_APPEND, 0644);
    int size = snprintf(head, sizeof head, "%c %s %lld %lld\n", kind, name, (long long)offset, (long long)length);
    struct iovec parts[2] = {{head, size}, {(void *)data, length}};
    if (writev(log_file, parts, length ? 2 : 1) < size + length)
        abort();
}

static int is_watched(const char *path)
{
    const char *match = getenv("REC_MATCH");
    return match && strncmp(path, match, strlen(match)) == 0 && !strstr(path, "-shm") && !strstr(path, "lock");
}

static const char *base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static const char *name_of(int file) { return file >= 0 && file < FILES && names[file][0] ? names[file] : NULL; }

static int opened(int file, const char *path)
{
    if (file >= 0 && file < FILES) {
        names[file][0] = 0;
        if (is_watched(path))
            strncpy(names[file], base(path), 255);
    }
    return file;
}

int open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return opened(real_open(path, flags, mode), path);
}

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return opened(real_open(path, flags, mode), path);
}

ssize_t pwrite64(int file, const void *data, size_t size, off64_t offset)
{
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t)
    ssize_t done = real(file, data, size, offset);
    if (done > 0 && name_of(file))
        record('W', name_of(file), offset, data, done);
    return done;
}

ssize_t pwrite(int file, const void *data, size_t size, off_t offset) { return pwrite64(file, data, size, offset); }

ssize_t write(int file, const void *data, size_t size)
{
    REAL(ssize_t, "write", int, const void *, size_t)
    ssize_t done = real(file, data, size);
    if (done > 0 && file == STDOUT_FILENO)
        record('A', "told", 0, data, done);
    else if (done > 0 && name_of(file))
        record('W', name_of(file), lseek64(file, 0, SEEK_CUR) - done, data, done);
    return done;
}

int fsync(int file)
{
    REAL(int, "fsync", int)
    int result = real(file);
    if (name_of(file))
        record('F', name_of(file), 0, NULL, 0);
    return result;
}

int fdatasync(int file)
{
    REAL(int, "fdatasync", int)
    int result = real(file);
    if (name_of(file))
        record('F', name_of(file), 0, NULL, 0);
    return result;
}

int ftruncate64(int file, off64_t size)
{
    REAL(int, "ftruncate64", int, off64_t)
    int result = real(file, size);
    if (name_of(file))
        record('T', name_of(file), size, NULL, 0);
    return result;
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

int unlink(const char *path)
{
    REAL(int, "unlink", const char *)
    int result = real(path);
    if (is_watched(path))
        record('U', base(path), 0, NULL, 0);
    return result;
}
