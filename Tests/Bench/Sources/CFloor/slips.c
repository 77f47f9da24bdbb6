// The floor's export of slips: what the planning, the gate and the register cost, and the bytes.
#include "floor.h"
#include "internal.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 1 << 16, BATCH = 1000 };

static sqlite3_stmt *profile, *by_id, *update;

void slips_start(void) {
  profile = prepare(
      "SELECT profile_version, profile, profile_commitment FROM main.people WHERE id = ?1");
  by_id = prepare(
      "SELECT id, code, uid, record, pin, profile, profile_commitment, profile_version "
      "FROM main.people WHERE id = ?1");
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

// A row with the payer's number and the employee's.
static int compose(const char *text, int length, int payer, char *out) {
  int split = field(text, length, payer);
  memcpy(out, text, (size_t)split);
  memcpy(out + split, "5835678256246,0123456789018", 27);
  memcpy(out + split + 27, text + split + 1, (size_t)(length - split - 1));
  return length + 26;
}

// Rows are read under one lock for each batch.
static void begin_reading(void) { run(begin); }
static void end_reading(void) { run(commit); }

static void foresee(int64_t first, int64_t count, int key) {
  for (int64_t i = first + 1; i <= first + count; i++)
    look_for_wrap(decide_person(&people[i]), 1, key);
}

static void write_rows(int file, const char *rows, size_t length) {
  if (write(file, rows, length) != (ssize_t)length) fail("write");
}

// The entry of the file, and for each person what follows from it.
static void add_to_register(int64_t count) {
  uint8_t id[UID], digest[HASH];
  random_fill(id, UID);
  random_fill(id, UID);
  run(begin_immediate);
  blob(stamp_records, 1, id, UID);
  run(stamp_records);
  look(vault_head);
  log_append(0);
  for (int64_t i = 1; i <= count; i++) {
    int64_t person_id = decide_person(&people[i]);
    hash(-1, filler, people[i].after, digest);
    sqlite3_bind_int64(by_id, 1, person_id);
    look(by_id);
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
  begin_reading();
  while ((length = line(&in, &text))) {
    field(text, length, payer);
    plan(++person, roster);
    if (person % BATCH == 0) foresee(person - BATCH, BATCH, key);
  }
  if (person % BATCH) foresee(person / BATCH * BATCH, person % BATCH, key);
  end_reading();
  int file = open(out, O_WRONLY | O_CREAT | O_EXCL, 0600);
  lseek(in.file, 0, SEEK_SET);
  in.used = in.end = 0;
  person = 0;
  size_t used = 0;
  while ((length = line(&in, &text))) {
    if (person % BATCH == 0) begin_reading();
    plan(++person, roster);
    used += (size_t)compose(text, length, payer, rows + used);
    if (person % BATCH && person < count) continue;
    end_reading();
    int64_t first = (person - 1) / BATCH * BATCH;
    floor_read(first, person - first);
    write_rows(file, rows, used);
    used = 0;
  }
  close(in.file);
  if (fsync(file)) fail("fsync");
  add_to_register(count);
  close(file);
  return person;
}
