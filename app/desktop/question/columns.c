/* columns.c: what a list of records of a kind shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "columns.h"

#include <string.h>

#include "desktop/parts/narrow.h"
#include "model/format.h"
#include "model/words.h"

static void
samsyn_column_free (SamsynColumn *column)
{
  g_free (column->shown);
  g_free (column);
}

/* ---- Widths --------------------------------------------------------------------------------------------------------------- */

/* What fits beside the sidebar in a window of 1280 pixels, in characters; the space between columns is worth some too. */
#define ROOM 127
#define BETWEEN 3
#define FIRST 30
#define FIRST_LEAST 24
#define LEAST 14
#define LONGEST_LABEL 26
#define LONG_CHOICE 18
#define PIXELS_A_CHARACTER 8
#define PADDING 24

/* The label is bold and shares its cell with an arrow. */
static int
label_width (const SamsynColumn *column)
{
  return MIN ((int) g_utf8_strlen (column->label, -1) + 4, LONGEST_LABEL);
}

/* The width that fits the column's values and its label. */
static int
natural_width (const SamsynColumn *column)
{
  int longest = label_width (column);

  for (const SamsynChoice *choice = column->field.choices; choice != NULL && choice->id != NULL; choice++)
    {
      const char *label = samsyn_choice_label (column->kind, &column->field, choice->id, NULL);

      longest = MAX (longest, (int) g_utf8_strlen (label, -1) + 1);
    }
  if (column->field.type == SAMSYN_TYPE_DATE)
    {
      g_auto (SamsynValue) day = samsyn_value_text ("2016-09-30");
      g_autofree char *text = samsyn_column_display (column, &day);

      return MAX (longest, (int) g_utf8_strlen (text, -1));
    }
  if (column->field.type == SAMSYN_TYPE_CHOICE)
    return CLAMP (longest, 6, LONGEST_LABEL);
  return CLAMP (MAX (samsyn_field_width (&column->field), MIN (longest, LONGEST_LABEL)), 6, 44);
}

gboolean
samsyn_column_gives_way (const SamsynColumn *column)
{
  SamsynType type = column->field.type;

  return type == SAMSYN_TYPE_TEXT || type == SAMSYN_TYPE_LONG_TEXT || type == SAMSYN_TYPE_REFERENCE;
}

/* Takes from the column what there is too much of in all, but leaves it the least that it needs. */
static void
shrink (SamsynColumn *column,
        int           least,
        int          *all)
{
  int width = MAX (column->width - MAX (*all - ROOM, 0), MIN (column->width, least));

  *all -= column->width - width;
  column->width = width;
}

/* What the first column has, which names the record, the others have to do without: texts, then the longest of choices' words.
 * Only the last bit is its own to give. */
static void
fit (GPtrArray *columns)
{
  int firm = 0, yielding = 0, all = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      SamsynColumn *column = g_ptr_array_index (columns, i);

      column->width = natural_width (column);
      if (!column->usual)
        continue;
      firm += BETWEEN + (samsyn_column_gives_way (column) && i > 0 ? 0 : MIN (column->width, FIRST));
      yielding += samsyn_column_gives_way (column) && i > 0 ? column->width : 0;
    }
  for (guint i = 0; i < columns->len && firm + yielding > ROOM; i++)
    {
      SamsynColumn *column = g_ptr_array_index (columns, i);

      if (i == 0)
        column->width = MIN (column->width, FIRST);
      else if (column->usual && samsyn_column_gives_way (column))
        column->width = MAX (column->width * (ROOM - firm) / yielding, MIN (column->width, MAX (LEAST, label_width (column))));
      all += column->usual ? BETWEEN + column->width : 0;
    }
  for (guint i = columns->len; i-- > 1;)
    {
      SamsynColumn *column = g_ptr_array_index (columns, i);

      if (column->usual && column->field.type == SAMSYN_TYPE_CHOICE)
        shrink (column, MAX (LONG_CHOICE, label_width (column)), &all);
    }
  shrink (g_ptr_array_index (columns, 0), FIRST_LEAST, &all);
}

int
samsyn_characters_pixels (int n_characters)
{
  return (int) (n_characters * PIXELS_A_CHARACTER * samsyn_narrow_text_scale ());
}

int
samsyn_column_usual_pixels (const SamsynColumn *column)
{
  return samsyn_characters_pixels (column->width) + PADDING;
}

int
samsyn_column_pixels (const SamsynColumn *column)
{
  return column->pixels > 0 ? column->pixels : samsyn_column_usual_pixels (column);
}

int
samsyn_columns_pixels (const GPtrArray *columns)
{
  int pixels = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const SamsynColumn *column = g_ptr_array_index (columns, i);

      pixels += column->visible ? samsyn_column_pixels (column) : 0;
    }
  return pixels;
}

/* ---- Columns -------------------------------------------------------------------------------------------------------------- */

static void
add_column (GPtrArray        *columns,
            const SamsynKind *kind,
            SamsynField       field,
            gboolean          usual)
{
  SamsynColumn *column = g_new0 (SamsynColumn, 1);

  column->kind = kind;
  column->field = field;
  column->usual = column->visible = usual;
  column->label = samsyn_words (NULL, "field", field.label);
  column->shown = field.type == SAMSYN_TYPE_REFERENCE ? g_strdup_printf ("%s.@title", field.id) : g_strdup (field.id);
  g_ptr_array_add (columns, column);
}

GPtrArray *
samsyn_columns_new (const SamsynKind *kind)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_column_free);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type != SAMSYN_TYPE_BODY)
      add_column (columns, kind, kind->fields[i], (kind->fields[i].flags & SAMSYN_FIELD_IN_LIST) != 0);
  for (const SamsynDerived *derived = kind->derived; derived != NULL && derived->id != NULL; derived++)
    add_column (columns, kind, (SamsynField) { .id = derived->id, .label = derived->label, .type = derived->type }, TRUE);
  fit (columns);
  return columns;
}

SamsynColumn *
samsyn_columns_find (GPtrArray  *columns,
                     const char *id)
{
  for (guint i = 0; id != NULL && i < columns->len; i++)
    {
      SamsynColumn *column = g_ptr_array_index (columns, i);

      if (g_str_equal (column->field.id, id))
        return column;
    }
  return NULL;
}

char *
samsyn_column_display (const SamsynColumn *column,
                       const SamsynValue  *value)
{
  if (value == NULL || samsyn_value_is_null (value))
    return g_strdup ("");
  /* A row is one line: the first of a longer text says what it is about. */
  if (value->stored == SAMSYN_STORED_TEXT && strchr (value->text, '\n') != NULL)
    return g_strndup (value->text, (gsize) (strchr (value->text, '\n') - value->text));
  if (column->field.type == SAMSYN_TYPE_REFERENCE && !samsyn_value_is_bent (value))
    return g_strdup (samsyn_value_get_text (value));
  return samsyn_value_display (column->kind, &column->field, NULL, value);
}

gboolean
samsyn_column_is_number (const SamsynColumn *column)
{
  SamsynType type = column->field.type;

  return type == SAMSYN_TYPE_INTEGER || type == SAMSYN_TYPE_NUMBER || type == SAMSYN_TYPE_MONEY;
}
