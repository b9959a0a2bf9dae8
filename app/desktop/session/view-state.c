/* view-state.c: how lists look, kept from one day to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-state.h"

#define FILTER "filter-"
#define WIDTH "width-"
#define WIDEST 4000
#define SAVE_AFTER 400 /* milliseconds: a column is dragged in many steps */

static char *
state_path (const char *file_id)
{
  g_autofree char *name = g_strconcat (file_id, ".lists", NULL);

  return g_build_filename (g_get_user_state_dir (), "samsyn", name, NULL);
}

static GKeyFile *
read_file (const char *path)
{
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

/* ---- Reading -------------------------------------------------------------------------------------------------------------- */

static const SamsynColumn *
load_column (SamsynQuestion *question,
             GKeyFile       *file,
             const char     *key)
{
  const char *section = question->kind->id;
  g_autofree char *id = g_key_file_get_string (file, section, key, NULL);

  return samsyn_columns_find (question->columns, id);
}

static void
load_columns (SamsynQuestion *question,
              GKeyFile       *file)
{
  const char *section = question->kind->id;
  g_auto (GStrv) shown = g_key_file_get_string_list (file, section, "columns", NULL, NULL);
  gboolean any = FALSE;

  for (guint i = 0; shown != NULL && i < question->columns->len; i++)
    {
      SamsynColumn *column = g_ptr_array_index (question->columns, i);

      column->visible = g_strv_contains ((const char *const *) shown, column->field.id);
      any |= column->visible;
    }
  for (guint i = 0; i < question->columns->len; i++)
    {
      SamsynColumn *column = g_ptr_array_index (question->columns, i);
      g_autofree char *key = g_strconcat (WIDTH, column->field.id, NULL);

      if (shown != NULL && !any)
        column->visible = column->usual;
      column->pixels = CLAMP (g_key_file_get_integer (file, section, key, NULL), 0, WIDEST);
    }
}

static void
load_filters (SamsynQuestion *question,
              GKeyFile       *file)
{
  const char *section = question->kind->id;
  for (guint i = 0; i < question->kind->n_fields; i++)
    {
      const char *field = question->kind->fields[i].id;
      g_autofree char *key = g_strconcat (FILTER, field, NULL);
      g_auto (GStrv) values = g_key_file_get_string_list (file, section, key, NULL, NULL);

      samsyn_filters_set (question->filters, field, (const char *const *) values);
    }
}

void
samsyn_view_state_load (SamsynQuestion *question,
                        const char     *file_id)
{
  const char *section = question->kind->id;
  g_autofree char *path = state_path (file_id);
  g_autoptr (GKeyFile) file = read_file (path);
  const SamsynColumn *group = load_column (question, file, "group");

  question->sort = load_column (question, file, "sort");
  question->descending = g_key_file_get_boolean (file, section, "descending", NULL);
  question->group = group != NULL && samsyn_question_can_group (group) ? group : NULL;
  load_columns (question, file);
  load_filters (question, file);
}

/* ---- Writing -------------------------------------------------------------------------------------------------------------- */

static void
put_columns (const SamsynQuestion *question,
             GKeyFile             *file)
{
  const char *section = question->kind->id;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  gboolean usual = TRUE;

  for (guint i = 0; i < question->columns->len; i++)
    {
      const SamsynColumn *column = g_ptr_array_index (question->columns, i);
      g_autofree char *key = g_strconcat (WIDTH, column->field.id, NULL);

      if (column->pixels > 0)
        g_key_file_set_integer (file, section, key, column->pixels);
      if (column->visible)
        g_ptr_array_add (shown, (gpointer) column->field.id);
      usual &= column->visible == column->usual;
    }
  if (!usual)
    g_key_file_set_string_list (file, section, "columns", (const char *const *) shown->pdata, shown->len);
}

static void
put_filters (const SamsynQuestion *question,
             GKeyFile             *file)
{
  const char *section = question->kind->id;
  for (guint i = 0; i < question->kind->n_fields; i++)
    {
      const char *field = question->kind->fields[i].id;
      const char *const *values = samsyn_filters_get (question->filters, field);
      g_autofree char *key = g_strconcat (FILTER, field, NULL);

      if (values != NULL)
        g_key_file_set_string_list (file, section, key, values, g_strv_length ((GStrv) values));
    }
}

void
samsyn_view_state_save (const SamsynQuestion *question,
                        const char           *file_id)
{
  const char *section = question->kind->id;
  g_autofree char *path = state_path (file_id), *folder = g_path_get_dirname (path), *text = NULL;
  g_autoptr (GKeyFile) file = read_file (path);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_key_file_remove_group (file, section, NULL);
  if (question->sort != NULL)
    g_key_file_set_string (file, section, "sort", question->sort->field.id);
  if (question->descending)
    g_key_file_set_boolean (file, section, "descending", TRUE);
  if (question->group != NULL)
    g_key_file_set_string (file, section, "group", question->group->field.id);
  put_columns (question, file);
  put_filters (question, file);
  text = g_key_file_to_data (file, &length, NULL);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_message ("How the list looks could not be kept: %s", error->message);
}

/* ---- While a list is used ------------------------------------------------------------------------------------------------- */

struct _SamsynViewKeeper
{
  SamsynQuestion *question;
  char           *file_id;
  guint           saving; /* source, 0: none */
};

SamsynViewKeeper *
samsyn_view_keeper_new (SamsynQuestion *question,
                        const char     *file_id)
{
  SamsynViewKeeper *self = g_new0 (SamsynViewKeeper, 1);

  self->question = question;
  self->file_id = g_strdup (file_id);
  samsyn_view_state_load (question, file_id);
  return self;
}

void
samsyn_view_keeper_free (SamsynViewKeeper *self)
{
  g_clear_handle_id (&self->saving, g_source_remove);
  g_free (self->file_id);
  g_free (self);
}

static gboolean
on_save_due (gpointer data)
{
  SamsynViewKeeper *self = data;

  self->saving = 0;
  samsyn_view_state_save (self->question, self->file_id);
  return G_SOURCE_REMOVE;
}

void
samsyn_view_keeper_save_soon (SamsynViewKeeper *self)
{
  g_clear_handle_id (&self->saving, g_source_remove);
  self->saving = g_timeout_add (SAVE_AFTER, on_save_due, self);
}

void
samsyn_view_keeper_save_now (SamsynViewKeeper *self)
{
  if (self->saving == 0)
    return;
  g_clear_handle_id (&self->saving, g_source_remove);
  samsyn_view_state_save (self->question, self->file_id);
}
