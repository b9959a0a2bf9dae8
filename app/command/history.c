/* history.c: what was done, by whom and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/json/export-json.h"
#include "history-text.h"
#include "json-out.h"
#include "list-of-commands.h"
#include "model/words.h"
#include "store/past.h"

static char *format;
static char *record;

static const GOptionEntry options[] = {
  { "record", 0, 0, G_OPTION_ARG_FILENAME, &record, N_ ("only what was done to this record, with every value"), "ID" },
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("text to read, or JSON with every value"), "text|json" },
  G_OPTION_ENTRY_NULL,
};

static const char *const types[] = {
  [SAMSYN_CHANGE_CREATE] = "create",
  [SAMSYN_CHANGE_UPDATE] = "update",
  [SAMSYN_CHANGE_DELETE] = "delete",
};

/* Values as the import reads them; of a document's text the number under which it is kept. */
static void
put_value (SamsynJsonOut     *out,
           const char        *name,
           const SamsynField *field,
           const SamsynValue *value)
{
  samsyn_json_out_raw (out, name);
  samsyn_export_append_value (out->text, field, value);
}

typedef struct
{
  SamsynJsonOut out;
  SamsynPast   *past;
} History;

static void
put_change (SamsynJsonOut      *out,
            const SamsynChange *change,
            const char         *title)
{
  samsyn_json_out_object (out, NULL);
  samsyn_json_out_text (out, "type", types[change->type]);
  samsyn_json_out_text (out, "kind", change->kind->id);
  samsyn_json_out_integer (out, "record", change->record);
  samsyn_json_out_text (out, "title", title);
  samsyn_json_out_array (out, "fields");
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);
      const SamsynField *field = &change->kind->fields[entry->field];

      samsyn_json_out_object (out, NULL);
      samsyn_json_out_text (out, "field", field->id);
      put_value (out, "before", field, &entry->before);
      put_value (out, "after", field, &entry->after);
      samsyn_json_out_end (out);
    }
  samsyn_json_out_end (out);
  samsyn_json_out_end (out);
}

static gboolean
put_step (const SamsynStep *step,
          GPtrArray        *changes,
          gpointer          data)
{
  History *history = data;
  SamsynJsonOut *out = &history->out;
  g_autoptr (GDateTime) second = g_date_time_new_from_unix_utc (step->at / 1000);
  g_autofree char *day = g_date_time_format (second, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *at = g_strdup_printf ("%s.%03dZ", day, (int) (step->at % 1000));

  samsyn_json_out_object (out, NULL);
  samsyn_json_out_integer (out, "id", step->id);
  samsyn_json_out_text (out, "at", at);
  samsyn_json_out_text (out, "author", step->author);
  samsyn_json_out_text (out, "code", step->code);
  if (step->undoes != 0)
    samsyn_json_out_integer (out, "undoes", step->undoes);
  samsyn_json_out_text (out, "digest", step->digest);
  samsyn_json_out_array (out, "changes");
  for (guint i = 0; i < changes->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);
      g_autofree char *title = samsyn_past_title (history->past, change->record, step->id, NULL);

      put_change (out, change, title);
    }
  samsyn_json_out_end (out);
  samsyn_json_out_end (out);
  return TRUE;
}

static gboolean
print_json (SamsynStore *store,
            gint64       id,
            GError     **error)
{
  g_autoptr (SamsynPast) past = samsyn_past_new (store);
  History history = { .past = past };
  gboolean done;

  samsyn_json_out_start (&history.out);
  samsyn_json_out_array (&history.out, "steps");
  done = samsyn_store_history (store, id, put_step, &history, error);
  samsyn_json_out_finish (&history.out);
  return done;
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  g_autoptr (SamsynStore) store = NULL;
  gint64 id;
  gboolean json;

  if (!samsyn_call_read_format (format, &json, error) || !samsyn_call_read_id (record, "--record", &id, error))
    return FALSE;
  store = samsyn_call_open (call, SAMSYN_OPEN_READ, error);
  if (store == NULL)
    return FALSE;
  return json ? print_json (store, id, error) : samsyn_history_print_text (store, id, error);
}

const SamsynCommand samsyn_command_history = {
  .name = "history",
  .usage = "FILE [--record=ID] [--format=text|json]",
  .summary = N_ ("Tell what was done, newest first: when, by whom, and from what to what."),
  .min_args = 1,
  .max_args = 1,
  .options = options,
  .run = run,
};
