// Loaded into the appliance and its Redis by LD_PRELOAD, for the power cuts of `npm run torture` only: writes down, outside of the data
// folder, what they do to files in it and when a sync has returned. src/testing/torture/power-cut.ts makes from it what a disk could be left
// with. kill -9 alone shows nothing about power cuts, because the kernel still has all that was written.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// One record: this head, then the path, the other path, the bytes. write-log.ts reads it.
struct head {
  uint32_t magic;
  uint16_t kind;
  uint16_t pathLength;
  uint64_t inode;
  uint64_t number;
  uint32_t otherLength;
  uint32_t length;
};

enum { CREATE = 1, WRITE, CUT, SYNC_BEGIN, SYNC_END, RENAME, UNLINK, MKDIR, RMDIR, UNSEEN, CONTENT, LINK };

enum { MOST_FILES = 65536, SEEN = 1, WRITTEN_UNSEEN = 2 };
static const uint32_t magic = 0x544e4447;
static int logFile = -1;
static int lies;
static char root[PATH_MAX];
static size_t rootLength;
static unsigned char files[MOST_FILES];
static atomic_uint syncs;

#define REAL(name, type)                                     \
  static __typeof__(type) real;                              \
  if (!real) real = (__typeof__(real))dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("TORTURE_FOLDER");
  const char *path = getenv("TORTURE_LOG");
  if (!folder || !path || strlen(folder) >= sizeof root) return;
  strcpy(root, folder);
  rootLength = strlen(root);
  lies = getenv("TORTURE_DISK_LIES") != NULL;
  int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open64");
  int fd = real(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return;
  // Out of the way of programs that count on low numbers.
  logFile = fcntl(fd, F_DUPFD_CLOEXEC, 500);
  if (logFile < 0) abort();
  syscall(SYS_close, fd);
}

static void record(int kind, uint64_t inode, uint64_t number, const char *path, const char *other, const void *bytes,
                   size_t length) {
  if (logFile < 0) return;
  int kept = errno;
  struct head head = {.magic = magic,
                      .kind = (uint16_t)kind,
                      .pathLength = path ? (uint16_t)strlen(path) : 0,
                      .inode = inode,
                      .number = number,
                      .otherLength = other ? (uint32_t)strlen(other) : 0,
                      .length = (uint32_t)length};
  struct iovec parts[4] = {{&head, sizeof head},
                           {(void *)path, head.pathLength},
                           {(void *)other, head.otherLength},
                           {(void *)bytes, length}};
  REAL("writev", ssize_t(*)(int, const struct iovec *, int));
  // In one piece, because the file is opened to append. A record that is missing would make the rest a lie.
  if (real(logFile, parts, 4) != (ssize_t)(sizeof head + head.pathLength + head.otherLength + length)) abort();
  errno = kept;
}

/** Absolute, without `.` and `..`; false when it is not in the folder. */
static int placed(int folder, const char *path, char *into) {
  if (logFile < 0 || !path || strlen(path) >= PATH_MAX / 2) return 0;
  char whole[PATH_MAX * 2];
  if (path[0] == '/') strcpy(whole, path);
  else {
    int kept = errno;
    if (folder == AT_FDCWD) {
      if (!getcwd(whole, PATH_MAX)) return 0;
    } else {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
      ssize_t length = readlink(link, whole, PATH_MAX - 1);
      if (length < 0) return 0;
      whole[length] = 0;
    }
    errno = kept;
    strcat(whole, "/");
    strcat(whole, path);
  }
  char *out = into;
  for (const char *part = whole; *part;) {
    while (*part == '/') part++;
    size_t length = strcspn(part, "/");
    if (length == 0) break;
    if (length == 2 && part[0] == '.' && part[1] == '.') {
      while (out > into && *--out != '/') continue;
    } else if (!(length == 1 && part[0] == '.')) {
      *out++ = '/';
      memcpy(out, part, length);
      out += length;
    }
    part += length;
  }
  *out = 0;
  return strncmp(into, root, rootLength) == 0 && (into[rootLength] == '/' || into[rootLength] == 0);
}

static int isSeen(int fd) { return logFile >= 0 && fd >= 0 && fd < MOST_FILES && files[fd]; }

static uint64_t inodeOf(int fd) {
  struct stat about;
  int kept = errno;
  uint64_t inode = fstat(fd, &about) == 0 ? (uint64_t)about.st_ino : 0;
  errno = kept;
  return inode;
}

/** What has been opened: `wasThere` from before. */
static void opened(int fd, int flags, const char *path, int wasThere) {
  struct stat about;
  if (fd < 0 || fd >= MOST_FILES || fstat(fd, &about) != 0) return;
  if (!S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode)) return;
  files[fd] = SEEN;
  if (S_ISDIR(about.st_mode)) return;
  if (!wasThere) record(CREATE, about.st_ino, 0, path, NULL, NULL, 0);
  else if (flags & O_TRUNC) record(CUT, about.st_ino, 0, NULL, NULL, NULL, 0);
}

static int isThere(const char *path) {
  struct stat about;
  int kept = errno;
  int found = lstat(path, &about) == 0;
  errno = kept;
  return found;
}

#define OPEN(name)                                                     \
  int name(const char *path, int flags, ...) {                         \
    REAL(#name, int (*)(const char *, int, ...));                      \
    va_list more;                                                      \
    va_start(more, flags);                                             \
    int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, int) : 0;  \
    va_end(more);                                                      \
    char whole[PATH_MAX * 2];                                          \
    int ours = placed(AT_FDCWD, path, whole);                          \
    int wasThere = ours && isThere(whole);                             \
    int fd = real(path, flags, mode);                                  \
    if (ours) opened(fd, flags, whole, wasThere);                      \
    return fd;                                                         \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                   \
  int name(int folder, const char *path, int flags, ...) {             \
    REAL(#name, int (*)(int, const char *, int, ...));                 \
    va_list more;                                                      \
    va_start(more, flags);                                             \
    int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, int) : 0;  \
    va_end(more);                                                      \
    char whole[PATH_MAX * 2];                                          \
    int ours = placed(folder, path, whole);                            \
    int wasThere = ours && isThere(whole);                             \
    int fd = real(folder, path, flags, mode);                          \
    if (ours) opened(fd, flags, whole, wasThere);                      \
    return fd;                                                         \
  }
OPENAT(openat)
OPENAT(openat64)

// What stdio writes goes past `write`: the whole file is written down at its sync.
static void unseen(int fd) {
  if (!isSeen(fd) || files[fd] == WRITTEN_UNSEEN) return;
  files[fd] = WRITTEN_UNSEEN;
  record(UNSEEN, inodeOf(fd), 0, NULL, NULL, NULL, 0);
}

#define FOPEN(name)                                              \
  FILE *name(const char *path, const char *mode) {               \
    REAL(#name, FILE *(*)(const char *, const char *));          \
    char whole[PATH_MAX * 2];                                    \
    int ours = placed(AT_FDCWD, path, whole);                    \
    int wasThere = ours && isThere(whole);                       \
    FILE *file = real(path, mode);                               \
    if (file && ours) {                                          \
      opened(fileno(file), mode[0] == 'w' ? O_TRUNC : 0, whole, wasThere); \
      if (mode[0] != 'r' || strchr(mode, '+')) unseen(fileno(file));       \
    }                                                            \
    return file;                                                 \
  }
FOPEN(fopen)
FOPEN(fopen64)

int close(int fd) {
  REAL("close", int (*)(int));
  if (fd >= 0 && fd < MOST_FILES) files[fd] = 0;
  if (fd == logFile && fd >= 0) return 0;
  return real(fd);
}

static void wrote(int fd, const struct iovec *parts, int count, off_t at, ssize_t length) {
  if (length <= 0) return;
  if (count == 1) {
    record(WRITE, inodeOf(fd), at, NULL, NULL, parts[0].iov_base, length);
    return;
  }
  char *bytes = malloc(length), *end = bytes;
  for (int part = 0; part < count && end < bytes + length; part++) {
    size_t rest = bytes + length - end, size = parts[part].iov_len < rest ? parts[part].iov_len : rest;
    memcpy(end, parts[part].iov_base, size);
    end += size;
  }
  record(WRITE, inodeOf(fd), at, NULL, NULL, bytes, length);
  free(bytes);
}

/** After a write that moves the file's place: where it began. Right also for files opened to append. */
static off_t beganAt(int fd, ssize_t length) { return lseek(fd, 0, SEEK_CUR) - length; }

ssize_t write(int fd, const void *bytes, size_t count) {
  REAL("write", ssize_t(*)(int, const void *, size_t));
  ssize_t length = real(fd, bytes, count);
  struct iovec part = {(void *)bytes, count};
  if (length > 0 && isSeen(fd)) wrote(fd, &part, 1, beganAt(fd, length), length);
  return length;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL("writev", ssize_t(*)(int, const struct iovec *, int));
  ssize_t length = real(fd, parts, count);
  if (length > 0 && isSeen(fd)) wrote(fd, parts, count, beganAt(fd, length), length);
  return length;
}

#define PWRITE(name)                                                       \
  ssize_t name(int fd, const void *bytes, size_t count, off_t at) {        \
    REAL(#name, ssize_t(*)(int, const void *, size_t, off_t));             \
    ssize_t length = real(fd, bytes, count, at);                           \
    struct iovec part = {(void *)bytes, count};                            \
    if (isSeen(fd)) wrote(fd, &part, 1, at, length);                       \
    return length;                                                         \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

#define PWRITEV(name)                                                      \
  ssize_t name(int fd, const struct iovec *parts, int count, off_t at) {   \
    REAL(#name, ssize_t(*)(int, const struct iovec *, int, off_t));        \
    ssize_t length = real(fd, parts, count, at);                           \
    if (isSeen(fd)) wrote(fd, parts, count, at, length);                   \
    return length;                                                         \
  }
PWRITEV(pwritev)
PWRITEV(pwritev64)

#define CUTS(name)                                                         \
  int name(int fd, off_t length) {                                         \
    REAL(#name, int (*)(int, off_t));                                      \
    int result = real(fd, length);                                         \
    if (result == 0 && isSeen(fd)) record(CUT, inodeOf(fd), length, NULL, NULL, NULL, 0); \
    return result;                                                         \
  }
CUTS(ftruncate)
CUTS(ftruncate64)

/** Also of a file that is open for writing only. Undefined bytes are never read: a file that shrinks meanwhile gives less. */
static char *contentOf(int fd, off_t from, size_t count, ssize_t *length) {
  REAL("open64", int (*)(const char *, int, ...));
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  int kept = errno, again = real(link, O_RDONLY | O_CLOEXEC);
  char *bytes = malloc(count + 1);
  *length = again < 0 ? -1 : pread(again, bytes, count, from);
  if (again >= 0) syscall(SYS_close, again);
  if (*length < 0) abort();
  errno = kept;
  return bytes;
}

/** After a copy inside the kernel, which has moved the place in the file. */
static void copied(int fd, off_t from, ssize_t count) {
  if (count <= 0 || !isSeen(fd)) return;
  ssize_t length;
  char *bytes = contentOf(fd, from, count, &length);
  record(WRITE, inodeOf(fd), from, NULL, NULL, bytes, length);
  free(bytes);
}

#define COPIES(name)                                                       \
  ssize_t name(int to, int from, off_t *at, size_t count) {                \
    REAL(#name, ssize_t(*)(int, int, off_t *, size_t));                    \
    ssize_t length = real(to, from, at, count);                            \
    if (isSeen(to)) copied(to, beganAt(to, length), length);               \
    return length;                                                         \
  }
COPIES(sendfile)
COPIES(sendfile64)

ssize_t copy_file_range(int from, off_t *fromAt, int to, off_t *toAt, size_t count, unsigned flags) {
  REAL("copy_file_range", ssize_t(*)(int, off_t *, int, off_t *, size_t, unsigned));
  ssize_t length = real(from, fromAt, to, toAt, count, flags);
  if (isSeen(to)) copied(to, toAt ? *toAt - length : beganAt(to, length), length);
  return length;
}

static void recordContent(int fd, uint64_t inode) {
  struct stat about;
  if (fstat(fd, &about) != 0) return;
  ssize_t length;
  char *bytes = contentOf(fd, 0, about.st_size, &length);
  record(CONTENT, inode, 0, NULL, NULL, bytes, length);
  free(bytes);
}

/** Only what was written down before the sync began is surely covered when it has returned. */
static int synced(int fd, int (*real)(int)) {
  if (!isSeen(fd)) return real(fd);
  struct stat about;
  char path[PATH_MAX] = "";
  if (fstat(fd, &about) == 0 && S_ISDIR(about.st_mode)) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length < 0 ? 0 : length] = 0;
  } else if (files[fd] == WRITTEN_UNSEEN) recordContent(fd, about.st_ino);
  uint64_t number = (uint64_t)getpid() << 32 | atomic_fetch_add(&syncs, 1);
  if (!lies) record(SYNC_BEGIN, about.st_ino, number, path, NULL, NULL, 0);
  int result = real(fd);
  if (result == 0 && !lies) record(SYNC_END, about.st_ino, number, path, NULL, NULL, 0);
  return result;
}

int fsync(int fd) {
  REAL("fsync", int (*)(int));
  return synced(fd, real);
}

int fdatasync(int fd) {
  REAL("fdatasync", int (*)(int));
  return synced(fd, real);
}

static void renamed(int fromFolder, const char *from, int toFolder, const char *to) {
  char one[PATH_MAX * 2], other[PATH_MAX * 2];
  int wasOurs = placed(fromFolder, from, one), isOurs = placed(toFolder, to, other);
  struct stat about;
  if ((wasOurs || isOurs) && lstat(to, &about) == 0) record(RENAME, about.st_ino, 0, one, other, NULL, 0);
}

int rename(const char *from, const char *to) {
  REAL("rename", int (*)(const char *, const char *));
  int result = real(from, to);
  if (result == 0) renamed(AT_FDCWD, from, AT_FDCWD, to);
  return result;
}

int renameat(int fromFolder, const char *from, int toFolder, const char *to) {
  REAL("renameat", int (*)(int, const char *, int, const char *));
  int result = real(fromFolder, from, toFolder, to);
  if (result == 0) renamed(fromFolder, from, toFolder, to);
  return result;
}

int link(const char *from, const char *to) {
  REAL("link", int (*)(const char *, const char *));
  int result = real(from, to);
  char one[PATH_MAX * 2], other[PATH_MAX * 2];
  if (result == 0 && placed(AT_FDCWD, from, one) && placed(AT_FDCWD, to, other)) record(LINK, 0, 0, one, other, NULL, 0);
  return result;
}

static int gone(int kind, int result, int folder, const char *path) {
  char whole[PATH_MAX * 2];
  if (result == 0 && placed(folder, path, whole)) record(kind, 0, 0, whole, NULL, NULL, 0);
  return result;
}

int unlink(const char *path) {
  REAL("unlink", int (*)(const char *));
  return gone(UNLINK, real(path), AT_FDCWD, path);
}

int unlinkat(int folder, const char *path, int flags) {
  REAL("unlinkat", int (*)(int, const char *, int));
  return gone(flags & AT_REMOVEDIR ? RMDIR : UNLINK, real(folder, path, flags), folder, path);
}

int remove(const char *path) {
  REAL("remove", int (*)(const char *));
  struct stat about;
  int isFolder = lstat(path, &about) == 0 && S_ISDIR(about.st_mode);
  return gone(isFolder ? RMDIR : UNLINK, real(path), AT_FDCWD, path);
}

int rmdir(const char *path) {
  REAL("rmdir", int (*)(const char *));
  return gone(RMDIR, real(path), AT_FDCWD, path);
}

int mkdir(const char *path, mode_t mode) {
  REAL("mkdir", int (*)(const char *, mode_t));
  return gone(MKDIR, real(path, mode), AT_FDCWD, path);
}

int mkdirat(int folder, const char *path, mode_t mode) {
  REAL("mkdirat", int (*)(int, const char *, mode_t));
  return gone(MKDIR, real(folder, path, mode), folder, path);
}
