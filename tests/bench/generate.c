/* generate.c: workspaces of any size, the same at every run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench.h"
#include "kinds/kinds.h"
#include "model/format.h"
#include "model/json.h"

#define A_STEP 10000
#define N_OTHERS 50 /* organisations, persons and projects that the actions refer to: 1 to 50, 51 to 100, 101 to 150 */
#define FIRST_ACTION 1001

static const char *const verbs[] = { "Boka", "Utred", "Följ upp", "Skriv", "Samordna", "Granska", "Beställ", "Förbered" };
static const char *const nouns[] = { "möte", "avtal", "överenskommelse", "rutin", "kartläggning", "bostäder", "introduktion",
                                     "ersättning", "statistik", "uppföljning", "remissvar", "styrgrupp" };
static const char *const places[] = { "Norrmalm", "Södermalm", "Skärholmen", "Älvsjö", "länet", "staden", "Årsta", "regionen" };

#define PICK(list, n) ((list)[(n) % G_N_ELEMENTS (list)])

static void
set_text (SamsynRecord *record,
          const char   *field,
          char         *text)
{
  SamsynValue value = { .stored = SAMSYN_STORED_TEXT, .text = text };

  samsyn_record_set (record, field, &value);
}

static void
set_reference (SamsynRecord *record,
               const char   *field,
               gint64        id)
{
  SamsynValue value = samsyn_value_integer (id);

  samsyn_record_set (record, field, &value);
}

SamsynRecord *
bench_record (gint64 id,
              guint  n)
{
  static const char *const statuses[] = { "planned", "ongoing", "done", "cancelled" };
  static const char *const priorities[] = { "low", "normal", "high" };
  SamsynRecord *record = samsyn_record_new (samsyn_kind_find ("action"), id);
  guint m = n * 2654435761u >> 7; /* spread: neighbours differ */

  set_text (record, "title", g_strdup_printf ("%s %s i %s %u", PICK (verbs, m), PICK (nouns, m / 8), PICK (places, m / 96), n));
  set_reference (record, "project", 101 + m % N_OTHERS);
  set_reference (record, "organisation", 1 + m / 7 % N_OTHERS);
  set_reference (record, "owner", 51 + m / 11 % N_OTHERS);
  set_text (record, "due_on", g_strdup_printf ("20%02u-%02u-%02u", 15 + m % 5, 1 + m / 5 % 12, 1 + m / 60 % 28));
  if (m % G_N_ELEMENTS (statuses) != 0)
    set_text (record, "done_on", g_strdup_printf ("20%02u-%02u-%02u", 20 + m % 5, 1 + m / 5 % 12, 1 + m / 60 % 28));
  set_text (record, "status", g_strdup (PICK (statuses, m)));
  set_text (record, "priority", g_strdup (PICK (priorities, m / 3)));
  set_reference (record, "origin", 101 + m / 13 % N_OTHERS);
  set_text (record, "description",
            g_strdup_printf ("%s så att %s i %s blir klar", PICK (verbs, m / 5), PICK (nouns, m / 9), PICK (places, m / 17)));
  set_text (record, "outcome", g_strdup_printf ("%s klar %u", PICK (nouns, m / 31), m % 1000));
  set_text (record, "notes", g_strdup_printf ("Exempel %u", m % 10000));
  return record;
}

/* What the actions refer to. */
static void
add_others (GPtrArray *records)
{
  static const char *const kinds[] = { "organisation", "person", "project" };

  for (guint i = 0; i < 3 * N_OTHERS; i++)
    {
      SamsynRecord *record = samsyn_record_new (samsyn_kind_find (kinds[i / N_OTHERS]), i + 1);

      set_text (record, "name", g_strdup_printf ("%s %u", PICK (nouns, i), i));
      g_ptr_array_add (records, record);
    }
}

static GPtrArray *
records_between (guint from,
                 guint to)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_record_free);

  if (from == 0)
    add_others (records);
  for (guint n = from; n < to; n++)
    g_ptr_array_add (records, bench_record (FIRST_ACTION + n, n));
  return records;
}

static void
apply_records (SamsynStore *store,
               GPtrArray   *records)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynStepInfo info = { .code = "import", .author = "bench" };
  GError *error = NULL;

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (changes, samsyn_change_between (NULL, g_ptr_array_index (records, i)));
  samsyn_store_apply (store, &info, changes, NULL, &error);
  bench_check (error);
}

SamsynStore *
bench_workspace (const char *path,
                 guint       n_records)
{
  SamsynStore *store;
  GError *error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      store = samsyn_store_open (path, SAMSYN_OPEN_WRITE, &error);
      bench_check (error);
      return store;
    }
  store = samsyn_store_create (path, &error);
  bench_check (error);
  for (guint n = 0; n < n_records; n += A_STEP)
    {
      g_autoptr (GPtrArray) records = records_between (n, MIN (n + A_STEP, n_records));

      apply_records (store, records);
    }
  return store;
}

GPtrArray *
bench_records (guint n_records)
{
  return records_between (0, n_records);
}

static void
append_record (GString            *json,
               const SamsynRecord *record)
{
  g_string_append_printf (json, "{\"kind\": \"%s\", \"id\": %" G_GINT64_FORMAT, record->kind->id, record->id);
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const SamsynValue *value = &record->values[i];

      if (samsyn_value_is_null (value))
        continue;
      g_string_append_printf (json, ", \"%s\": ", record->kind->fields[i].id);
      if (value->stored == SAMSYN_STORED_TEXT)
        samsyn_json_append_text (json, value->text);
      else
        g_string_append_printf (json, "%" G_GINT64_FORMAT, value->integer);
    }
  g_string_append (json, "}");
}

GBytes *
bench_json (guint n_records)
{
  g_autoptr (GPtrArray) records = bench_records (n_records);
  GString *json = g_string_new ("{\"samsyn\": 1, \"records\": [\n");

  for (guint i = 0; i < records->len; i++)
    {
      append_record (json, g_ptr_array_index (records, i));
      g_string_append (json, i + 1 < records->len ? ",\n" : "\n");
    }
  g_string_append (json, "]}\n");
  return g_string_free_to_bytes (json);
}
