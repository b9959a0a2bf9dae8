/* export-json.c: every record, in the form that an import reads
 *
 * A record is a line, so that two exports can be compared with any tool.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export-json.h"

#include "kinds/kinds.h"
#include "model/bent.h"
#include "model/format.h"
#include "model/json.h"
#include "model/save.h"
#include "salvage.h"

typedef struct
{
  const SamsynKind *kind;
  SamsynSave       *save;
  GString          *line;
  gboolean          first;
  GCancellable     *cancellable;
  GError           *error;
} Export;

void
samsyn_export_select_record (SamsynQuery *query)
{
  samsyn_query_select (query, "@id");
  for (guint i = 0; i < query->kind->n_fields; i++)
    {
      const SamsynField *field = &query->kind->fields[i];
      g_autofree char *path = g_strconcat (field->id, field->type == SAMSYN_TYPE_BODY ? ".@text" : NULL, NULL);

      samsyn_query_select (query, path);
    }
}

void
samsyn_export_append_value (GString           *out,
                            const SamsynField *field,
                            const SamsynValue *value)
{
  g_autofree char *amount = NULL, *bent = NULL;

  if (field->type == SAMSYN_TYPE_MONEY && value->stored == SAMSYN_STORED_INTEGER)
    samsyn_json_append_text (out, amount = samsyn_money_format (value->integer));
  else if (field->type == SAMSYN_TYPE_BOOLEAN && value->stored == SAMSYN_STORED_INTEGER)
    g_string_append (out, value->integer != 0 ? "true" : "false");
  else if (value->stored == SAMSYN_STORED_TEXT)
    samsyn_json_append_text (out, value->text);
  else if (value->stored == SAMSYN_STORED_INTEGER)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, value->integer);
  else if (value->stored == SAMSYN_STORED_REAL)
    samsyn_json_append_real (out, value->real);
  else if (samsyn_value_is_bent (value))
    samsyn_json_append_text (out, bent = samsyn_bent_describe (value->bent, "en"));
  else
    g_string_append (out, "null");
}

void
samsyn_export_append_record (GString           *out,
                             const SamsynKind  *kind,
                             const SamsynValue *row)
{
  g_string_append_printf (out, "{\"kind\": \"%s\", \"id\": %" G_GINT64_FORMAT, kind->id, row[0].integer);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!samsyn_value_is_null (&row[i + 1]))
      {
        g_string_append_printf (out, ", \"%s\": ", kind->fields[i].id);
        samsyn_export_append_value (out, &kind->fields[i], &row[i + 1]);
      }
  g_string_append_c (out, '}');
}

static gboolean
write_record (const SamsynValue *row,
              gpointer           data)
{
  Export *export = data;

  if (g_cancellable_set_error_if_cancelled (export->cancellable, &export->error))
    return FALSE;
  g_string_assign (export->line, export->first ? "\n" : ",\n");
  export->first = FALSE;
  samsyn_export_append_record (export->line, export->kind, row);
  return samsyn_save_write (export->save, export->line->str, (gssize) export->line->len, &export->error);
}

static gboolean
write_kind (SamsynStore      *store,
            const SamsynKind *kind,
            Export           *export,
            GError          **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);

  samsyn_export_select_record (query);
  samsyn_query_order (query, "@id", FALSE);
  export->kind = kind;
  if (!samsyn_store_each (store, query, write_record, export, error))
    {
      g_clear_error (&export->error);
      return FALSE;
    }
  if (export->error != NULL)
    g_propagate_error (error, g_steal_pointer (&export->error));
  return *error == NULL;
}

static gboolean
write_sound (const SamsynKind  *kind,
             const SamsynValue *row,
             gpointer           data,
             GError           **error)
{
  Export *export = data;

  export->kind = kind;
  if (write_record (row, export))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&export->error));
  return FALSE;
}

/* All that the store holds, or what of it is sound. */
static gboolean
write_all (SamsynStore   *store,
           SamsynSalvage *salvage,
           const char    *path,
           gboolean       replace,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (SamsynSave) save = samsyn_save_begin_output (path, replace, error);
  g_autoptr (GString) line = g_string_new (NULL);
  Export export = { .save = save, .line = line, .first = TRUE, .cancellable = cancellable };
  g_autoptr (GError) local = NULL;

  if (save == NULL)
    return FALSE;
  samsyn_save_write (save, SAMSYN_EXPORT_HEAD, -1, &local);
  if (local == NULL && salvage != NULL)
    samsyn_salvage_each (salvage, write_sound, &export, cancellable, &local);
  for (guint i = 0; local == NULL && salvage == NULL && samsyn_kinds ()[i] != NULL; i++)
    write_kind (store, samsyn_kinds ()[i], &export, &local);
  if (local == NULL && samsyn_save_write (save, SAMSYN_EXPORT_TAIL, -1, &local) && samsyn_save_commit (save, &local))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
samsyn_export_json (SamsynStore  *store,
                    const char   *path,
                    gboolean      replace,
                    GCancellable *cancellable,
                    GError      **error)
{
  return write_all (store, NULL, path, replace, cancellable, error);
}

gboolean
samsyn_export_salvage (SamsynSalvage *salvage,
                       const char    *path,
                       gboolean       replace,
                       char         **list,
                       GCancellable  *cancellable,
                       GError       **error)
{
  const GPtrArray *left = samsyn_salvage_get_left (salvage);
  g_autofree char *list_path = g_strconcat (path, ".left-out.txt", NULL);
  g_autoptr (SamsynSave) save = samsyn_save_begin (list_path, replace, error);

  if (save == NULL)
    return FALSE;
  for (guint i = 0; i < left->len; i++)
    if (!samsyn_save_write (save, g_ptr_array_index (left, i), -1, error) || !samsyn_save_write (save, "\n", 1, error))
      return FALSE;
  if (!write_all (NULL, salvage, path, replace, cancellable, error) || !samsyn_save_commit (save, error))
    return FALSE;
  *list = g_steal_pointer (&list_path);
  return TRUE;
}
