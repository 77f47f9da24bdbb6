// The floor's export of slips: what the planning, the gate and the register cost, and the bytes.
#define _GNU_SOURCE
#include "floor.h"
#include "internal.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 1 << 16, BATCH = 1000, PLANNED = 250 };

static sqlite3_stmt *profile, *update, *employer;

void slips_start(void) {
  profile = prepare(
      "SELECT profile_version, profile, profile_commitment FROM main.people WHERE id = ?1");
  employer = prepare("SELECT digest, kind, bytes FROM main.documents WHERE kind = 'employer'");
  update = prepare("UPDATE main.people SET pin = ?2, record = ?3 WHERE id = ?1");
}

// Whose slip it is: the person's row and profile, by which name and birth date are compared.
static void plan(int64_t row_id, int roster) {
  uint8_t data_key[KEY + TAG], plain[1 << 14];
  int64_t id = decide_person(&people[row_id]);
  sqlite3_bind_int64(profile, 1, id);
  look(profile);
  unwrap(id, 2, roster, data_key);
  sqlite3_bind_int64(profile, 1, id);
  row(profile);
  unseal_object(
      data_key, sqlite3_column_blob(profile, 1), sqlite3_column_bytes(profile, 1), plain);
  sqlite3_reset(profile);
}

// The rows of the payroll file, kept from the planning until they are written.
static struct {
  char *bytes;
  size_t used, room;
} kept;

static void keep(const char *text, int length) {
  if (kept.used + (size_t)length > kept.room) {
    kept.room = 2 * (kept.room + (size_t)length);
    if (!(kept.bytes = realloc(kept.bytes, kept.room))) fail("realloc");
  }
  memcpy(kept.bytes + kept.used, text, (size_t)length);
  kept.used += (size_t)length;
}

// Lines of a file one after another.
typedef struct {
  int file, used, end;
  char bytes[2 * CHUNK];
} reader;

static int line(reader *in, char **start) {
  for (;;) {
    char *first = in->bytes + in->used;
    char *last = memchr(first, '\n', (size_t)(in->end - in->used));
    if (last) {
      *start = first;
      in->used += (int)(last + 1 - first);
      return (int)(last + 1 - first);
    }
    memmove(in->bytes, first, (size_t)(in->end - in->used));
    in->end -= in->used;
    in->used = 0;
    ssize_t got = read(in->file, in->bytes + in->end, CHUNK);
    if (got <= 0) return 0;
    in->end += (int)got;
  }
}

// Where the field ends that has so many before it.
static int field(const char *text, int length, int place) {
  const char *at = text;
  for (; place > 0; place--) at = (char *)memchr(at, ',', (size_t)(text + length - at)) + 1;
  return (int)(at - text);
}

// How many fields a row has, each found by the comma behind it.
static int fields(const char *text, int length) {
  int count = 1;
  const char *end = text + length, *at = text;
  while ((at = memchr(at, ',', (size_t)(end - at)))) at++, count++;
  return count;
}

// A row with the payer's number and the employee's.
static int compose(const char *text, int length, int payer, char *out) {
  int split = field(text, length, payer);
  memcpy(out, text, (size_t)split);
  memcpy(out + split, "5835678256246,0123456789018", 27);
  memcpy(out + split + 27, text + split + 1, (size_t)(length - split - 1));
  return length + 26;
}

// Rows are read under one lock for each batch, of both files.
static void begin_reading(void) {
  run(begin);
  look(records_head);
  look(keys_head);
}

static void end_reading(void) { run(commit); }

static void foresee(int64_t first, int64_t count, int key) {
  begin_reading();
  for (int64_t i = first + 1; i <= first + count; i++)
    look_for_wrap(decide_person(&people[i]), 1, key);
  end_reading();
}

// The employer file, held against the digest that the log has.
static void read_employer(void) {
  uint8_t digest[HASH];
  row(employer);
  hash(-1, sqlite3_column_blob(employer, 2), sqlite3_column_bytes(employer, 2), digest);
  sqlite3_reset(employer);
}

// Plans the person of the next row, in batches.
static void plan_next(int64_t person, int64_t count, int roster) {
  if ((person - 1) % PLANNED == 0) begin_reading();
  plan(person, roster);
  if (person % PLANNED == 0 || person == count) end_reading();
}

static void write_rows(int file, const char *rows, size_t length) {
  if (write(file, rows, length) != (ssize_t)length) fail("write");
}

// Reads back what was written, and holds the employee's number in each row against the one meant.
static void read_back(int file, off_t start, size_t length, int payer) {
  static char rows[BATCH * 2048];
  if (pread(file, rows, length, start) != (ssize_t)length) fail("read back");
  for (const char *at = rows, *end = rows + length, *next; at < end; at = next) {
    next = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1;
    int place = field(at, (int)(next - at), payer + 1);
    if (fields(at, (int)(next - at)) < payer || memcmp(at + place, "0123456789018", 13))
      fail("read back");
  }
}

// As the product does: the file is whole before it is registered, and gets its name after that.
static void settle(int file) {
  if (fsync(file)) fail("fsync");
}

static void give_name(int file, const char *path) {
  char link[64], folder[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  settle(file);
  if (linkat(AT_FDCWD, link, AT_FDCWD, path, AT_SYMLINK_FOLLOW)) fail("link");
  snprintf(folder, sizeof folder, "%s", path);
  *strrchr(folder, '/') = 0;
  int parent = open(folder, O_RDONLY | O_DIRECTORY);
  settle(parent);
  close(parent);
}

static int nameless(const char *path) {
  char folder[4096];
  snprintf(folder, sizeof folder, "%s", path);
  *strrchr(folder, '/') = 0;
  return open(folder, O_TMPFILE | O_RDWR, 0600);
}

// The entry of the file, and for each person what follows from it.
static void add_to_register(int64_t count) {
  uint8_t id[UID], digest[HASH];
  random_fill(id, UID);
  run(begin);
  run(lock);
  look(vault_head);
  log_append(0);
  for (int64_t i = 1; i <= count; i++) {
    int64_t person_id = decide_person(&people[i]);
    hash(-1, filler, people[i].after, digest);
    sqlite3_bind_int64(update, 1, person_id);
    sqlite3_bind_int64(update, 2, log_size());
    blob(update, 3, filler, people[i].after);
    run(update);
    log_append(person_id);
  }
  log_finish(0);
  run(commit);
}

int64_t floor_export(const char *payroll, const char *out, int64_t count, int payer) {
  static reader in;
  static char rows[BATCH * 2048];
  int roster = key_of("roster", 2), key = key_of("tax-withholding", 1), length;
  char *text;
  in = (reader){.file = open(payroll, O_RDONLY)};
  int64_t person = 0;
  read_employer();
  while ((length = line(&in, &text))) {
    if (fields(text, length) < payer) fail("fields");
    keep(text, length);
    plan_next(++person, count, roster);
    if (person % BATCH == 0) foresee(person - BATCH, BATCH, key);
  }
  if (person % BATCH) foresee(person / BATCH * BATCH, person % BATCH, key);
  int file = nameless(out);
  off_t written = 0;
  person = 0;
  size_t used = 0;
  for (const char *at = kept.bytes, *end = at + kept.used; at < end; at += length) {
    length = (int)((const char *)memchr(at, '\n', (size_t)(end - at)) + 1 - at);
    person++;
    used += (size_t)compose(at, length, payer, rows + used);
    if (person % BATCH && person < count) continue;
    int64_t first = (person - 1) / BATCH * BATCH;
    floor_read(first, person - first);
    write_rows(file, rows, used);
    read_back(file, written, used, payer);
    written += (off_t)used;
    used = 0;
  }
  close(in.file);
  kept.used = 0;
  settle(file);
  add_to_register(count);
  give_name(file, out);
  close(file);
  return person;
}
