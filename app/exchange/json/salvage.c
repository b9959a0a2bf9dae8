/* salvage.c: what is sound of a workspace with bent values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "salvage.h"

#include <string.h>

#include "export-json.h"
#include "kinds/kinds.h"
#include "model/door.h"
#include "model/format.h"
#include "model/words.h"
#include "salvage-circles.h"
#include "store/anew.h"
#include "store/rules.h"

struct _SamsynSalvage
{
  SamsynStore *store;
  gboolean     anew;
  GHashTable  *kept; /* id → SamsynKind: what is sound as far as is known */
  GHashTable  *cuts; /* SamsynField → a set of ids: which references are cut, since they lead round */
  SamsynAnew  *rules; /* NULL unless anew */
  GHashTable  *seen; /* of this pass: the unique sets that have been met, as text */
  GPtrArray   *left; /* char * */
  gboolean     told; /* whether this pass notes what is left out */
};

/* A walk through all records, and what is done with each. */
typedef struct
{
  SamsynSalvage    *salvage;
  const SamsynKind *kind;
  SamsynSalvageFunc func; /* NULL: they are only judged */
  gpointer          data;
  gboolean          lost; /* a record was found unsound that was thought sound */
  GCancellable     *cancellable;
  GError           *error;
} Pass;

void
samsyn_salvage_free (SamsynSalvage *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->cuts);
  g_clear_pointer (&self->rules, samsyn_anew_free);
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->left);
  g_free (self);
}

const GPtrArray *
samsyn_salvage_get_left (SamsynSalvage *self)
{
  return self->left;
}

/* ---- One record ------------------------------------------------------------------------------------------------------------ */

static void
note (SamsynSalvage      *self,
      const SamsynRecord *record,
      const char         *field,
      const char         *text)
{
  if (self->told)
    g_ptr_array_add (self->left, g_strdup_printf ("%s/%" G_GINT64_FORMAT "%s%s: %s", record->kind->id, record->id,
                                                  field != NULL ? "." : "", field != NULL ? field : "", text));
}

static gboolean
is_cut (SamsynSalvage      *self,
        const SamsynRecord *record,
        const SamsynField  *field)
{
  GHashTable *ids = g_hash_table_lookup (self->cuts, field);

  return ids != NULL && g_hash_table_contains (ids, &record->id);
}

/* What is wrong with a value, to be freed by the caller; NULL: nothing. */
static char *
what_is_wrong (SamsynSalvage      *self,
               const SamsynRecord *record,
               guint               index,
               gboolean            body_is_gone)
{
  const SamsynField *field = &record->kind->fields[index];
  const SamsynValue *value = &record->values[index];
  g_autoptr (GError) error = NULL;

  if (body_is_gone)
    return g_strdup (_ ("leads to a text that is not there"));
  if (!samsyn_value_check (field, value, &error)
      || (self->anew && !samsyn_value_is_null (value) && !samsyn_value_check_new (field, value, &error)))
    return g_strdup (error->message);
  if (field->type == SAMSYN_TYPE_REFERENCE && !samsyn_value_is_null (value))
    {
      const SamsynKind *target = g_hash_table_lookup (self->kept, &value->integer);

      if (target == NULL)
        return g_strdup_printf (_ ("there is no record %lld"), (long long) value->integer);
      if (!samsyn_field_targets (field, target))
        return g_strdup_printf (_ ("leads to a record of the wrong kind (%s)"), samsyn_kind_label (target, NULL));
      if (is_cut (self, record, field))
        return g_strdup (_ ("leads round in a circle, back to where it began; choose another record"));
    }
  return NULL;
}

/* Empties a field that may be empty; FALSE where the record can't be without it. */
static gboolean
leave_field (SamsynSalvage *self,
             SamsynRecord  *record,
             guint          index,
             const char    *why)
{
  note (self, record, record->kind->fields[index].id, why);
  if (!(record->kind->fields[index].flags & SAMSYN_FIELD_REQUIRED))
    {
      samsyn_value_clear (&record->values[index]);
      return TRUE;
    }
  note (self, record, NULL, _ ("left out, since it can’t be without that"));
  return FALSE;
}

/* What goes together: a rule names one field; without it, perhaps another. */
static gboolean
keeps_rules (SamsynSalvage *self,
             SamsynRecord  *record)
{
  for (guint i = 0; self->anew && record->kind->check != NULL && i < record->kind->n_fields; i++)
    {
      g_autofree char *reason = NULL;
      const char *field = record->kind->check (record, &reason);
      int index = field != NULL ? samsyn_kind_field_index (record->kind, field) : -1;

      if (field == NULL)
        return TRUE;
      if (index < 0 || samsyn_value_is_null (&record->values[index]))
        {
          note (self, record, field, reason);
          return FALSE;
        }
      if (!leave_field (self, record, (guint) index, reason))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  SamsynSalvage *salvage;
  SamsynRecord  *record;
  gboolean       broken;
  gboolean       lost; /* the record can't be without what broke a rule */
} Telling;

static void
tell_anew (const SamsynField *field,
           char              *text,
           gboolean           is_sentence,
           gpointer           data)
{
  Telling *telling = data;
  g_autofree char *owned = text;
  guint index = (guint) (field - telling->record->kind->fields);

  /* Places from where to where are asked after together: one of them is enough to be told of. */
  if (samsyn_value_is_null (&telling->record->values[index]))
    return;
  telling->broken = TRUE;
  telling->lost = telling->lost || !leave_field (telling->salvage, telling->record, index, text);
}

/* What binds only what is imported anew.  Circles are cut already, all in one place. */
static gboolean
keeps_new_rules (SamsynSalvage *self,
                 SamsynRecord  *record)
{
  Telling telling = { .salvage = self, .record = record, .broken = TRUE };

  while (self->rules != NULL && telling.broken && !telling.lost)
    {
      g_autoptr (SamsynRecord) asked = samsyn_record_copy (record);

      telling.broken = FALSE;
      for (guint i = 0; i < record->kind->n_fields; i++)
        if (samsyn_salvage_is_chain (record->kind, &record->kind->fields[i]))
          samsyn_value_clear (&asked->values[i]);
      if (!samsyn_anew_check (self->rules, asked, NULL, tell_anew, &telling, NULL))
        return FALSE;
    }
  return !telling.lost;
}

static gboolean
is_first_of_set (SamsynSalvage      *self,
                 const SamsynRecord *record,
                 const char *const  *ids)
{
  g_autoptr (GString) text = g_string_new (record->kind->id);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const SamsynValue *value = samsyn_record_get (record, ids[i]);
      g_autofree char *part = samsyn_value_format (samsyn_kind_field (record->kind, ids[i]), value);

      if (samsyn_value_is_null (value))
        return TRUE;
      g_string_append_printf (text, "\x1f%s\x1f%s", ids[i], part);
    }
  return g_hash_table_add (self->seen, g_string_free (g_steal_pointer (&text), FALSE));
}

static gboolean
is_unique (SamsynSalvage      *self,
           const SamsynRecord *record)
{
  for (guint i = 0; record->kind->uniques != NULL && record->kind->uniques[i] != NULL; i++)
    if (!is_first_of_set (self, record, record->kind->uniques[i]))
      {
        note (self, record, record->kind->uniques[i][0], _ ("is there already, in another record"));
        return FALSE;
      }
  return TRUE;
}

/* Whether the record is sound, without the values that aren't; `gone`: the texts of bodies that should be there and aren't. */
static gboolean
judge (SamsynSalvage  *self,
       SamsynRecord   *record,
       const gboolean *gone)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      g_autofree char *wrong = what_is_wrong (self, record, i, gone[i]);

      if (wrong != NULL && !leave_field (self, record, i, wrong))
        return FALSE;
    }
  return keeps_rules (self, record) && keeps_new_rules (self, record) && is_unique (self, record);
}

/* ---- All records ----------------------------------------------------------------------------------------------------------- */

/* The columns of a whole record; then, of each field that is a document's text, whether there should be one. */
static SamsynQuery *
query_of (const SamsynKind *kind)
{
  SamsynQuery *query = samsyn_query_new (kind);

  samsyn_export_select_record (query);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == SAMSYN_TYPE_BODY)
      samsyn_query_select (query, kind->fields[i].id);
  samsyn_query_order (query, "@id", FALSE);
  return query;
}

static SamsynRecord *
record_of_row (const SamsynKind  *kind,
               const SamsynValue *row,
               gboolean          *gone)
{
  SamsynRecord *record = samsyn_record_new (kind, row[0].stored == SAMSYN_STORED_INTEGER ? row[0].integer : 0);
  guint more = kind->n_fields + 1;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      record->values[i] = samsyn_value_copy (&row[i + 1]);
      gone[i] = kind->fields[i].type == SAMSYN_TYPE_BODY && !samsyn_value_is_null (&row[more++])
                && samsyn_value_is_null (&row[i + 1]);
    }
  return record;
}

static gboolean
give (Pass               *pass,
      const SamsynRecord *record)
{
  g_autofree SamsynValue *row = g_new0 (SamsynValue, record->kind->n_fields + 1);

  row[0] = samsyn_value_integer (record->id);
  memcpy (row + 1, record->values, record->kind->n_fields * sizeof *row);
  return pass->func (record->kind, row, pass->data, &pass->error);
}

static gboolean
take_row (const SamsynValue *row,
          gpointer           data)
{
  Pass *pass = data;
  SamsynSalvage *self = pass->salvage;
  g_autofree gboolean *gone = g_new0 (gboolean, pass->kind->n_fields);
  g_autoptr (SamsynRecord) record = record_of_row (pass->kind, row, gone);
  gboolean thought_sound = g_hash_table_lookup (self->kept, &record->id) == pass->kind;

  if (g_cancellable_set_error_if_cancelled (pass->cancellable, &pass->error))
    return FALSE;
  if (!samsyn_id_is_valid (record->id))
    note (self, record, NULL, _ ("left out, since no record has such a number"));
  else if ((thought_sound || self->told) && judge (self, record, gone))
    return pass->func == NULL || !thought_sound || give (pass, record);
  else if (thought_sound)
    {
      g_hash_table_remove (self->kept, &record->id);
      pass->lost = TRUE;
    }
  return TRUE;
}

static gboolean
run_pass (Pass    *pass,
          GError **error)
{
  g_hash_table_remove_all (pass->salvage->seen);
  pass->lost = FALSE;
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (SamsynQuery) query = query_of (*kind);

      pass->kind = *kind;
      if (!samsyn_store_each (pass->salvage->store, query, take_row, pass, error))
        {
          g_clear_error (&pass->error);
          return FALSE;
        }
      if (pass->error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&pass->error));
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
samsyn_salvage_each (SamsynSalvage    *self,
                     SamsynSalvageFunc func,
                     gpointer          data,
                     GCancellable     *cancellable,
                     GError          **error)
{
  Pass pass = { .salvage = self, .func = func, .data = data, .cancellable = cancellable };

  return run_pass (&pass, error);
}

/* ---- The beginning --------------------------------------------------------------------------------------------------------- */

/* At first everything is thought sound that has a name of its own. */
static gboolean
list_all (SamsynSalvage *self,
          GError       **error)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (*kind);
      g_autoptr (GArray) ids = samsyn_store_ids (self->store, query, 0, 0, error);

      if (ids == NULL)
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        {
          gint64 id = g_array_index (ids, gint64, i);
          const SamsynKind *named = samsyn_store_kind_of (self->store, id);

          if ((named == NULL || named == *kind) && !g_hash_table_contains (self->kept, &id))
            g_hash_table_insert (self->kept, g_memdup2 (&id, sizeof id), (gpointer) *kind);
        }
    }
  return TRUE;
}

/* Parents that lead round are no tree; what else leads round was accepted once. */
static gboolean
cut_circles (SamsynSalvage *self,
             GError       **error)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const SamsynField *field = &(*kind)->fields[i];
        GHashTable *ids;

        if (!samsyn_salvage_is_chain (*kind, field) || (!self->anew && g_strcmp0 ((*kind)->parent, field->id) != 0))
          continue;
        ids = samsyn_salvage_find_circles (self->store, *kind, field, self->anew ? SAMSYN_DEEPEST_TREE : 0, error);
        if (ids == NULL)
          return FALSE;
        g_hash_table_insert (self->cuts, (gpointer) field, ids);
      }
  return TRUE;
}

SamsynSalvage *
samsyn_salvage_new (SamsynStore  *store,
                    gboolean      anew,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autoptr (SamsynSalvage) self = g_new0 (SamsynSalvage, 1);
  Pass pass = { .salvage = self, .cancellable = cancellable };

  self->store = store;
  self->anew = anew;
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->cuts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->rules = anew ? samsyn_anew_new (store, 0) : NULL;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->left = g_ptr_array_new_with_free_func (g_free);
  if (!list_all (self, error) || !cut_circles (self, error))
    return NULL;
  /* What is lost may be what others can't be without; each pass loses a record, so they come to an end. */
  do
    if (!run_pass (&pass, error))
      return NULL;
  while (pass.lost);
  self->told = TRUE;
  if (!run_pass (&pass, error))
    return NULL;
  self->told = FALSE;
  return g_steal_pointer (&self);
}
