/* test-lights.c: a light is word and colour in lists, with its symbol in forms and in what belongs to a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "desktop/fields/field-choice.h"
#include "desktop/list/list-row.h"
#include "desktop/list/list-table.h"
#include "desktop/parts/light.h"
#include "desktop/record/record-form.h"
#include "desktop/record/related-list.h"
#include "findings/standing/judgement.h"
#include "kinds/kinds.h"
#include "stage-sample.h"
#include "stage.h"

/* The symbols of green, amber, red and whatever else. */
static const struct
{
  const char *light;
  const char *symbol;
} symbols[] = { { "green", "●" }, { "amber", "▲" }, { "red", "■" }, { "not_assessed", "○" } };

static const SamsynField *
light_field (void)
{
  return samsyn_kind_field (samsyn_kind_find ("status_light"), "light");
}

static void
tear_down (StageSample  *sample,
           gconstpointer data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  stage_sample_tear_down (sample, data);
}

/* ---- In a list ------------------------------------------------------------------------------------------------------------- */

static GdkRGBA
colour_of (const char *light)
{
  GdkRGBA colour;

  g_assert_true (gdk_rgba_parse (&colour, samsyn_light_colour (light, samsyn_shade_now ())));
  return colour;
}

/* The colours are those that the words name, and tell the lights apart. */
static void
look_at_colours (void)
{
  GdkRGBA green = colour_of ("green"), amber = colour_of ("amber"), red = colour_of ("red"), grey = colour_of ("not_assessed");

  g_assert_cmpfloat (green.green, >, green.red);
  g_assert_cmpfloat (red.red, >, red.green);
  g_assert_true (amber.red > amber.green && amber.green > amber.blue);
  g_assert_cmpfloat (ABS (grey.red - grey.green), <, 0.1);
  g_assert_false (gdk_rgba_equal (&amber, &red));
}

/* How many texts of the light's colour there are in the row. */
static guint
count_in_row (GtkWidget  *row,
              const char *light)
{
  GdkRGBA colour = colour_of (light);

  return stage_count_coloured (row, &colour);
}

/* The number of the column that shows the lights. */
static guint
light_column (void)
{
  guint n = 0;

  while (!g_str_equal (samsyn_kind_find ("status_light")->fields[n].id, "light"))
    n++;
  return n;
}

static void
look_at_list (StageSample *sample)
{
  g_autoptr (GPtrArray) rows = stage_rows (sample->window);
  guint n_seen[G_N_ELEMENTS (symbols)] = { 0 };

  look_at_colours ();
  for (guint n = 0; n < rows->len; n++)
    {
      GtkWidget *row = g_ptr_array_index (rows, n);
      const char *text = samsyn_list_row_get_text (SAMSYN_LIST_ROW (row), light_column ());

      for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
        if (g_str_equal (text, samsyn_choice_label (samsyn_kind_find ("status_light"), light_field (), symbols[i].light, NULL)))
          {
            g_assert_cmpuint (count_in_row (row, symbols[i].light), ==, 1);
            n_seen[i]++;
          }
    }
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    g_assert_cmpuint (n_seen[i], >, 0);
}

static void
test_list (StageSample  *sample,
           gconstpointer data)
{
  samsyn_session_show_page (sample->session, "status_light");
  stage_turn (12);
  look_at_list (sample);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  stage_turn (12);
  look_at_list (sample);
}

/* ---- In a record ----------------------------------------------------------------------------------------------------------- */

static gint64
find_light (StageSample *sample,
            const char *light,
            gint64     *report)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("status_light"));
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "status_report");
  samsyn_query_where_text (query, "light", SAMSYN_QUERY_EQUAL, light);
  rows = samsyn_store_select (sample->store, query, NULL);
  g_assert_cmpuint (rows->n_rows, >, 0);
  *report = samsyn_rows_integer (rows, 0, 1, 0);
  return samsyn_rows_integer (rows, 0, 0, 0);
}

/* Whether a label below the widget shows the words, and the colour among its marks. */
static gboolean
shows (GtkWidget  *widget,
       const char *words,
       const char *colour)
{
  g_autoptr (GPtrArray) labels = stage_labels (widget);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (g_ptr_array_index (labels, i)), words) != NULL
        && strstr (gtk_label_get_label (g_ptr_array_index (labels, i)), colour) != NULL)
      return TRUE;
  return FALSE;
}

static void
look_at_record (StageSample *sample,
                gint64      record,
                GType       type,
                const char *light,
                const char *symbol)
{
  const char *word = samsyn_choice_label (samsyn_kind_find ("status_light"), light_field (), light, NULL);
  g_autofree char *words = g_strdup_printf ("%s\302\240%s", symbol, word);
  GtkWidget *part;

  samsyn_session_show_record (sample->session, record);
  stage_turn (12);
  part = stage_find (sample->window, type);
  g_assert_nonnull (part);
  part = gtk_widget_get_ancestor (part, GTK_TYPE_BOX);
  while (gtk_widget_get_parent (part) != NULL && !shows (part, words, samsyn_light_colour (light, samsyn_shade_now ())))
    part = gtk_widget_get_parent (part);
  if (gtk_widget_get_parent (part) == NULL)
    g_error ("“%s” is not shown in its colour", words);
}

static void
test_records (StageSample  *sample,
              gconstpointer data)
{
  /* Where no list shows them too. */
  samsyn_session_show_page (sample->session, "organisation");
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      gint64 report, record = find_light (sample, symbols[i].light, &report);

      look_at_record (sample, record, SAMSYN_TYPE_FIELD_CHOICE, symbols[i].light, symbols[i].symbol);
      look_at_record (sample, report, SAMSYN_TYPE_RELATED_LIST, symbols[i].light, symbols[i].symbol);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  stage_turn (12);
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      gint64 report, record = find_light (sample, symbols[i].light, &report);

      look_at_record (sample, report, SAMSYN_TYPE_RELATED_LIST, symbols[i].light, symbols[i].symbol);
      look_at_record (sample, record, SAMSYN_TYPE_FIELD_CHOICE, symbols[i].light, symbols[i].symbol);
    }
}

/* ---- Beside the computed one ----------------------------------------------------------------------------------------------- */

/* Puts one record with texts and one reference; its id. */
static gint64
put (StageSample *sample,
     const char  *kind,
     const char  *reference,
     gint64       target,
     const char *const *texts)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  const SamsynStepInfo info = { .code = "edit" };
  gint64 id = samsyn_store_new_id (sample->store);
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find (kind), id);

  if (reference != NULL)
    samsyn_change_add_integer (change, reference, target);
  for (guint i = 0; texts[i] != NULL; i += 2)
    samsyn_change_add_text (change, texts[i], texts[i + 1]);
  g_ptr_array_add (changes, change);
  g_assert_cmpint (samsyn_store_apply (sample->store, &info, changes, NULL, NULL), >, 0);
  return id;
}

static const char *
hint (StageSample *sample,
      const char  *field)
{
  SamsynRecordForm *form = SAMSYN_RECORD_FORM (stage_find (sample->window, SAMSYN_TYPE_RECORD_FORM));

  return samsyn_form_field_get_hint (samsyn_record_form_get_field (form, field));
}

/* A green light on a milestone that is late is saved; both lights are shown, and the reason is asked for until it is there. */
static void
test_otherwise (StageSample  *sample,
                gconstpointer data)
{
  gint64 project = put (sample, "project", NULL, 0, (const char *const[]) { "name", "Late", NULL });
  gint64 report = put (sample, "status_report", "project", project, (const char *const[]) { "on", "2016-11-01", NULL });
  const char *const light[] = { "dimension", "time", "light", "green", NULL };
  const char *const reasoned[] = { "dimension", "overall", "light", "green", "reason", "We know", NULL };
  gint64 id;

  put (sample, "milestone", "project", project, (const char *const[]) { "title", "M", "planned_on", "2016-01-01", NULL });
  id = put (sample, "status_light", "status_report", report, light);
  samsyn_session_show_page (sample->session, "organisation");
  samsyn_session_show_record (sample->session, id);
  stage_turn (12);
  g_assert_nonnull (hint (sample, "light"));
  g_assert_nonnull (strstr (hint (sample, "light"), samsyn_light_word ("red", NULL)));
  g_assert_nonnull (hint (sample, "reason"));
  id = put (sample, "status_light", "status_report", report, reasoned);
  samsyn_session_show_record (sample->session, id);
  stage_turn (12);
  g_assert_nonnull (strstr (hint (sample, "light"), "We know"));
  g_assert_null (hint (sample, "reason"));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (stage_start_still ());
  g_test_add ("/lights/list", StageSample, NULL, stage_sample_set_up, test_list, tear_down);
  g_test_add ("/lights/records", StageSample, NULL, stage_sample_set_up, test_records, tear_down);
  g_test_add ("/lights/otherwise", StageSample, NULL, stage_sample_set_up, test_otherwise, tear_down);
  return g_test_run ();
}
