/* filters.c: which records a list shows, by their choices, references and dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "filters.h"

#include "model/date.h"
#include "model/format.h"
#include "model/late.h"
#include "model/words.h"

#define NEXT "next:"
#define BETWEEN ".."
#define NAMED 3 /* so many values are named where all are described; more are counted */

struct _SamsynFilters
{
  const SamsynKind *kind;
  GStrv            *values; /* of each field; NULL: everything passes */
};

SamsynFilters *
samsyn_filters_new (const SamsynKind *kind)
{
  SamsynFilters *self = g_new0 (SamsynFilters, 1);

  self->kind = kind;
  self->values = g_new0 (GStrv, kind->n_fields);
  return self;
}

void
samsyn_filters_free (SamsynFilters *self)
{
  samsyn_filters_clear (self);
  g_free (self->values);
  g_free (self);
}

gboolean
samsyn_filters_can (const SamsynField *field)
{
  return field->type == SAMSYN_TYPE_CHOICE || field->type == SAMSYN_TYPE_REFERENCE || field->type == SAMSYN_TYPE_BOOLEAN
         || field->type == SAMSYN_TYPE_DATE;
}

/* ---- Values --------------------------------------------------------------------------------------------------------------- */

/* The two ends of "FROM..TO", to be freed; NULL if the text is no such range. */
static GStrv
split_range (const char *value)
{
  g_auto (GStrv) ends = g_strsplit (value, BETWEEN, 2);

  if (g_strv_length (ends) != 2 || (*ends[0] == '\0' && *ends[1] == '\0'))
    return NULL;
  for (guint i = 0; i < 2; i++)
    if (*ends[i] != '\0' && !samsyn_date_is_valid (ends[i]))
      return NULL;
  return g_steal_pointer (&ends);
}

static gint64
read_number (const char *text)
{
  guint64 number = 0;

  return g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL) ? (gint64) number : 0;
}

static gboolean
is_period (const SamsynField *field,
           const char        *value)
{
  g_auto (GStrv) ends = split_range (value);

  if (g_str_equal (value, "late"))
    return (field->flags & SAMSYN_FIELD_DEADLINE) != 0;
  if (g_str_has_prefix (value, NEXT))
    return read_number (value + strlen (NEXT)) > 0 && read_number (value + strlen (NEXT)) < 100000;
  return ends != NULL || g_str_equal (value, "past");
}

static gboolean
is_value (const SamsynField *field,
          const char        *value)
{
  if (*value == '\0')
    return TRUE;
  switch ((int) field->type)
    {
    case SAMSYN_TYPE_CHOICE:
      return samsyn_field_find_choice (field, value) != NULL;
    case SAMSYN_TYPE_BOOLEAN:
      return g_str_equal (value, "0") || g_str_equal (value, "1");
    case SAMSYN_TYPE_REFERENCE:
      return read_number (value) > 0;
    case SAMSYN_TYPE_DATE:
      return is_period (field, value);
    default:
      return FALSE;
    }
}

static GStrv *
values_of (SamsynFilters *self,
           const char    *field)
{
  int index = samsyn_kind_field_index (self->kind, field);

  return index >= 0 ? &self->values[index] : NULL;
}

const char *const *
samsyn_filters_get (SamsynFilters *self,
                    const char    *field)
{
  GStrv *values = values_of (self, field);

  return values != NULL ? (const char *const *) *values : NULL;
}

void
samsyn_filters_set (SamsynFilters     *self,
                    const char        *field_id,
                    const char *const *values)
{
  const SamsynField *field = samsyn_kind_field (self->kind, field_id);
  GStrv *kept = values_of (self, field_id);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (field == NULL)
    return;
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (is_value (field, values[i]))
      g_strv_builder_add (builder, values[i]);
  g_strfreev (*kept);
  *kept = g_strv_builder_end (builder);
  if (**kept == NULL)
    g_clear_pointer (kept, g_strfreev);
}

gboolean
samsyn_filters_has (SamsynFilters *self,
                    const char    *field,
                    const char    *value)
{
  const char *const *values = samsyn_filters_get (self, field);

  return values != NULL && g_strv_contains (values, value);
}

void
samsyn_filters_toggle (SamsynFilters *self,
                       const char    *field,
                       const char    *value,
                       gboolean       on)
{
  const char *const *values = samsyn_filters_get (self, field);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (!g_str_equal (values[i], value))
      g_ptr_array_add (kept, g_strdup (values[i]));
  if (on)
    g_ptr_array_add (kept, g_strdup (value));
  g_ptr_array_add (kept, NULL);
  samsyn_filters_set (self, field, (const char *const *) kept->pdata);
}

void
samsyn_filters_clear (SamsynFilters *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    g_clear_pointer (&self->values[i], g_strfreev);
}

gboolean
samsyn_filters_is_empty (SamsynFilters *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->values[i] != NULL)
      return FALSE;
  return TRUE;
}

void
samsyn_filters_fill (SamsynFilters *self,
                     SamsynRecord  *record)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const GStrv values = self->values[i];
      SamsynType type = self->kind->fields[i].type;

      if (!samsyn_value_is_null (&record->values[i]) || values == NULL || g_strv_length (values) != 1 || *values[0] == '\0')
        continue;
      if (type == SAMSYN_TYPE_CHOICE)
        record->values[i] = samsyn_value_text (values[0]);
      else if (type != SAMSYN_TYPE_DATE)
        record->values[i] = samsyn_value_integer (g_ascii_strtoll (values[0], NULL, 10));
    }
}

/* ---- Questions ------------------------------------------------------------------------------------------------------------ */

static void
narrow_to_value (SamsynQuery       *query,
                 const SamsynField *field,
                 const char        *value)
{
  if (*value == '\0')
    samsyn_query_where (query, field->id, SAMSYN_QUERY_EMPTY, NULL);
  else if (field->type == SAMSYN_TYPE_CHOICE)
    samsyn_query_where_text (query, field->id, SAMSYN_QUERY_EQUAL, value);
  else
    samsyn_query_where_integer (query, field->id, SAMSYN_QUERY_EQUAL, g_ascii_strtoll (value, NULL, 10));
}

static void
narrow_to_period (SamsynQuery       *query,
                  const SamsynField *field,
                  const char        *value,
                  const char        *today)
{
  g_auto (GStrv) ends = split_range (value);

  if (*value == '\0')
    samsyn_query_where (query, field->id, SAMSYN_QUERY_EMPTY, NULL);
  else if (g_str_equal (value, "late"))
    {
      samsyn_query_where_unsettled (query);
      samsyn_query_where_text (query, field->id, SAMSYN_QUERY_LESS, today);
    }
  else if (g_str_equal (value, "past"))
    samsyn_query_where_text (query, field->id, SAMSYN_QUERY_LESS, today);
  else if (g_str_has_prefix (value, NEXT))
    {
      g_autofree char *last = samsyn_date_add_days (today, (int) read_number (value + strlen (NEXT)));

      samsyn_query_where_text (query, field->id, SAMSYN_QUERY_AT_LEAST, today);
      samsyn_query_where_text (query, field->id, SAMSYN_QUERY_AT_MOST, last);
    }
  else
    {
      if (*ends[0] != '\0')
        samsyn_query_where_text (query, field->id, SAMSYN_QUERY_AT_LEAST, ends[0]);
      if (*ends[1] != '\0')
        samsyn_query_where_text (query, field->id, SAMSYN_QUERY_AT_MOST, ends[1]);
    }
}

void
samsyn_filters_narrow (SamsynFilters *self,
                       SamsynQuery   *query,
                       const char    *today)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const SamsynField *field = &self->kind->fields[i];

      if (self->values[i] == NULL)
        continue;
      if (field->type == SAMSYN_TYPE_DATE)
        {
          narrow_to_period (query, field, self->values[i][0], today);
          continue;
        }
      samsyn_query_begin_any (query);
      for (guint j = 0; self->values[i][j] != NULL; j++)
        narrow_to_value (query, field, self->values[i][j]);
      samsyn_query_end_any (query);
    }
}

/* ---- In words ------------------------------------------------------------------------------------------------------------- */

static char *
describe_date (const SamsynField *field,
               const char        *date)
{
  g_auto (SamsynValue) value = samsyn_value_text (date);

  return samsyn_value_display (NULL, field, NULL, &value);
}

static char *
describe_period (const SamsynField *field,
                 const char        *value)
{
  g_auto (GStrv) ends = split_range (value);
  g_autofree char *from = NULL, *to = NULL;

  if (g_str_equal (value, "late"))
    return g_strdup (C_ ("period", "Late"));
  if (g_str_equal (value, "past"))
    return g_strdup (C_ ("period", "Before today"));
  if (g_str_has_prefix (value, NEXT))
    {
      gulong days = (gulong) read_number (value + strlen (NEXT));

      return g_strdup_printf (samsyn_words_n (NULL, "Next %lu day", "Next %lu days", days), days);
    }
  from = describe_date (field, ends[0]);
  to = describe_date (field, ends[1]);
  if (*ends[1] == '\0')
    /* TRANSLATORS: a date: "from 2016-05-01 on" */
    return g_strdup_printf (C_ ("period", "from %s"), from);
  if (*ends[0] == '\0')
    return g_strdup_printf (C_ ("period", "until %s"), to);
  return g_strdup_printf ("%s – %s", from, to);
}

char *
samsyn_filters_describe_value (SamsynFilters *self,
                               const char    *field_id,
                               const char    *text,
                               SamsynStore   *store)
{
  const SamsynField *field = samsyn_kind_field (self->kind, field_id);
  g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
  g_autofree char *title = NULL;

  if (*text == '\0')
    return g_strdup (C_ ("filter", "No value"));
  if (field->type == SAMSYN_TYPE_DATE)
    return describe_period (field, text);
  if (field->type == SAMSYN_TYPE_CHOICE)
    return g_strdup (samsyn_choice_label (self->kind, field, text, NULL));
  value = samsyn_value_integer (g_ascii_strtoll (text, NULL, 10));
  if (field->type == SAMSYN_TYPE_BOOLEAN)
    return samsyn_value_display (self->kind, field, NULL, &value);
  title = samsyn_store_title (store, value.integer, NULL);
  return *title != '\0' ? g_steal_pointer (&title) : g_strdup (C_ ("filter", "A deleted record"));
}

char *
samsyn_filters_describe (SamsynFilters *self,
                         const char    *field,
                         SamsynStore   *store)
{
  const char *const *values = samsyn_filters_get (self, field);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_values = values != NULL ? g_strv_length ((GStrv) values) : 0;

  for (guint i = 0; i < MIN (n_values, NAMED); i++)
    {
      g_autofree char *value = samsyn_filters_describe_value (self, field, values[i], store);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", value);
    }
  if (n_values > NAMED)
    g_string_append_printf (text, " + %u", n_values - NAMED);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- Dates as they are typed ---------------------------------------------------------------------------------------------- */

static gboolean
read_date (const SamsynField *field,
           const char        *today,
           const char        *typed,
           SamsynValue       *value,
           GError           **error)
{
  SamsynField open = *field;
  g_autofree char *text = g_strstrip (g_strdup (typed));

  open.flags &= ~SAMSYN_FIELD_REQUIRED;
  return *text == '\0' || samsyn_value_parse_typed (NULL, &open, NULL, today, text, value, error);
}

char *
samsyn_filters_read_range (const SamsynField *field,
                           const char        *today,
                           const char        *from,
                           const char        *to,
                           GError           **error)
{
  g_auto (GStrv) ends = *to == '\0' ? g_regex_split_simple ("\\s+[-–—]\\s+|[–—]|\\.\\.", from, G_REGEX_DEFAULT, 0) : NULL;
  g_auto (SamsynValue) first = SAMSYN_VALUE_NULL, last = SAMSYN_VALUE_NULL;
  const char *a, *b;

  if (ends != NULL && g_strv_length (ends) == 2)
    {
      from = ends[0];
      to = ends[1];
    }
  if (!read_date (field, today, from, &first, error) || !read_date (field, today, to, &last, error))
    return NULL;
  a = samsyn_value_get_text (&first);
  b = samsyn_value_get_text (&last);
  if (a != NULL && b != NULL && g_strcmp0 (a, b) > 0)
    return g_strconcat (b, BETWEEN, a, NULL);
  return g_strconcat (a != NULL ? a : "", BETWEEN, b != NULL ? b : "", NULL);
}
