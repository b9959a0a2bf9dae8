/* prepare-arguments.c: what a report is to be about, as rows to choose in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "prepare-arguments.h"

#include <string.h>

#include "desktop/fields/entry-date.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/choice-rows.h"
#include "desktop/session/widget-clock.h"
#include "kinds/kinds.h"
#include "model/words.h"

#define DATE_LENGTH 10
#define OFFSET(name) G_STRUCT_OFFSET (SamsynReportArguments, name)

/* One row each, in this order: a record of a kind, or a date. */
static const struct
{
  SamsynReportTakes takes;
  gsize             argument;
  const char       *label;   /* English, context "prepare"; NULL: the kind's */
  const char       *kind;    /* NULL: a date */
  const char       *newest;  /* the newest first by this field; NULL: the kind's order */
  const char       *nothing; /* English, context "prepare": what stands first and means none; NULL: there must be one */
  gboolean          named;   /* the argument is a text: a name or an id */
  const char       *empty;   /* English, context "prepare": what a date that is left out means */
  /* the label where a date says when something holds, and where two sides are compared; NULL: the same */
  const char       *valid;
  const char       *compared;
} takes[] = {
  { SAMSYN_REPORT_MEETING, OFFSET (meeting), NULL, "meeting", "starts_on", NULL, FALSE },
  { SAMSYN_REPORT_PROJECT, OFFSET (project), NULL, "project", NULL, NC_ ("prepare", "All"), FALSE },
  { SAMSYN_REPORT_ORGANISATION, OFFSET (organisation), NULL, "organisation", NULL, NC_ ("prepare", "All"), FALSE },
  { SAMSYN_REPORT_SINCE, OFFSET (since), NC_ ("prepare", "From: date"), NULL, NULL, NULL, FALSE,
    .empty = NC_ ("prepare", "Empty: the same date") },
  { SAMSYN_REPORT_SINCE_SCENARIO, OFFSET (since_scenario), NC_ ("prepare", "From: scenario"), "scenario", NULL,
    NC_ ("prepare", "In force"), TRUE },
  { SAMSYN_REPORT_AS_OF, OFFSET (as_of), NC_ ("prepare", "As it was on"), NULL, NULL, NULL, FALSE,
    .empty = NC_ ("prepare", "Empty: today"), .valid = NC_ ("prepare", "On the date"), .compared = NC_ ("prepare", "To: date") },
  { SAMSYN_REPORT_SCENARIO, OFFSET (scenario), NULL, "scenario", NULL, NC_ ("prepare", "In force"), TRUE,
    .compared = NC_ ("prepare", "To: scenario") },
};

#define N_TAKES G_N_ELEMENTS (takes)

struct _SamsynPrepareArguments
{
  GtkWidget *rows[N_TAKES];
  GtkWidget *dates[N_TAKES]; /* the entry of a row for a date */
  GArray    *ids[N_TAKES]; /* gint64, as the row lists them; NULL for a date */
  GPtrArray *days[N_TAKES]; /* of these records, where the newest stand first; otherwise NULL */
  GFunc      changed;
  gpointer   data;
};

static void
on_changed (SamsynPrepareArguments *self)
{
  self->changed (NULL, self->data);
}

static const char *
label_of (guint               number,
          const SamsynReport *report)
{
  const char *label = takes[number].label;

  if (report->dates_validity && takes[number].valid != NULL)
    label = takes[number].valid;
  if ((report->takes & SAMSYN_REPORT_SINCE_SCENARIO) && takes[number].compared != NULL)
    label = takes[number].compared;
  return label != NULL ? samsyn_words (NULL, "prepare", label) : samsyn_kind_label (samsyn_kind_find (takes[number].kind), NULL);
}

/* ---- The rows -------------------------------------------------------------------------------------------------------------- */

/* An entry of its own: that of an entry row leaves the title too little room in a narrow window. */
static GtkWidget *
new_date_row (SamsynPrepareArguments *self,
              guint                   number)
{
  GtkWidget *row = adw_action_row_new (), *entry = gtk_entry_new ();

  g_object_set (entry, "width-chars", DATE_LENGTH, "max-width-chars", DATE_LENGTH, "valign", GTK_ALIGN_CENTER, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samsyn_words (NULL, "prepare", takes[number].empty));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  self->dates[number] = entry;
  return row;
}

static SamsynRows *
read_records (guint        number,
              SamsynStore *store)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find (takes[number].kind));

  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "@title");
  samsyn_query_select (query, takes[number].newest != NULL ? takes[number].newest : "@id");
  if (takes[number].newest != NULL)
    samsyn_query_order (query, takes[number].newest, TRUE);
  samsyn_query_order_default (query);
  return samsyn_store_select (store, query, NULL);
}

/* Of records by date the next one from today is chosen. */
static GtkWidget *
new_record_row (SamsynPrepareArguments *self,
                guint                   number,
                SamsynStore            *store)
{
  g_autoptr (SamsynRows) rows = read_records (number, store);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *today = samsyn_clock_today (samsyn_store_clock (store));
  GtkWidget *row = adw_combo_row_new ();
  guint first = 0;
  const gint64 none = 0;

  self->ids[number] = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (takes[number].newest != NULL)
    self->days[number] = g_ptr_array_new_with_free_func (g_free);
  if (takes[number].nothing != NULL)
    {
      gtk_string_list_append (titles, samsyn_words (NULL, "prepare", takes[number].nothing));
      g_array_append_val (self->ids[number], none);
    }
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    {
      gint64 id = samsyn_rows_integer (rows, i, 0, 0);

      if (takes[number].newest != NULL && strcmp (samsyn_rows_text (rows, i, 2), today) >= 0)
        first = self->ids[number]->len;
      if (takes[number].newest != NULL)
        g_ptr_array_add (self->days[number], g_strdup (samsyn_rows_text (rows, i, 2)));
      gtk_string_list_append (titles, samsyn_rows_text (rows, i, 1));
      g_array_append_val (self->ids[number], id);
    }
  samsyn_choice_rows_set_list (ADW_COMBO_ROW (row), titles);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), first);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_changed), self);
  return row;
}

SamsynPrepareArguments *
samsyn_prepare_arguments_new (AdwPreferencesGroup *group,
                              SamsynStore         *store,
                              GFunc                changed,
                              gpointer             data)
{
  SamsynPrepareArguments *self = g_new0 (SamsynPrepareArguments, 1);

  self->changed = changed;
  self->data = data;
  for (guint i = 0; i < N_TAKES; i++)
    {
      self->rows[i] = takes[i].kind == NULL ? new_date_row (self, i) : new_record_row (self, i, store);
      adw_preferences_group_add (group, self->rows[i]);
    }
  return self;
}

void
samsyn_prepare_arguments_free (SamsynPrepareArguments *self)
{
  for (guint i = 0; i < N_TAKES; i++)
    {
      g_clear_pointer (&self->ids[i], g_array_unref);
      g_clear_pointer (&self->days[i], g_ptr_array_unref);
    }
  g_free (self);
}

/* ---- What is chosen -------------------------------------------------------------------------------------------------------- */

static void
name_date (GtkWidget  *entry,
           const char *label,
           const char *empty)
{
  g_autofree char *name = g_strdup_printf ("%s. %s", label, empty);

  samsyn_accessible_name (entry, name);
}

void
samsyn_prepare_arguments_show (SamsynPrepareArguments *self,
                               const SamsynReport     *report)
{
  for (guint i = 0; i < N_TAKES; i++)
    {
      const char *label = label_of (i, report);

      gtk_widget_set_visible (self->rows[i], (report->takes & takes[i].takes) != 0);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), label);
      if (takes[i].kind == NULL)
        name_date (self->dates[i], label, samsyn_words (NULL, "prepare", takes[i].empty));
    }
}

static gint64
chosen (SamsynPrepareArguments *self,
        guint                   number)
{
  guint at = adw_combo_row_get_selected (ADW_COMBO_ROW (self->rows[number]));

  return at < self->ids[number]->len ? g_array_index (self->ids[number], gint64, at) : 0;
}

char *
samsyn_prepare_arguments_get_date (SamsynPrepareArguments *self,
                                   const SamsynReport     *report)
{
  for (guint i = 0; i < N_TAKES; i++)
    {
      guint at = self->days[i] != NULL ? adw_combo_row_get_selected (ADW_COMBO_ROW (self->rows[i])) : GTK_INVALID_LIST_POSITION;

      if ((report->takes & takes[i].takes) && self->days[i] != NULL && at < self->days[i]->len)
        return g_strdup (g_ptr_array_index (self->days[i], at));
    }
  return samsyn_widget_today (self->rows[0]);
}

static void
choose (SamsynPrepareArguments *self,
        guint                   number,
        gint64                  id)
{
  for (guint i = 0; id != 0 && i < self->ids[number]->len; i++)
    if (g_array_index (self->ids[number], gint64, i) == id)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->rows[number]), i);
}

void
samsyn_prepare_arguments_set (SamsynPrepareArguments      *self,
                              const SamsynReportArguments *given)
{
  for (guint i = 0; i < N_TAKES; i++)
    {
      const char *text
          = takes[i].kind == NULL || takes[i].named ? G_STRUCT_MEMBER (const char *, given, takes[i].argument) : NULL;

      if (takes[i].kind == NULL && text != NULL)
        samsyn_entry_show_date (GTK_EDITABLE (self->dates[i]), text);
      else if (takes[i].named && text != NULL)
        choose (self, i, g_ascii_strtoll (text, NULL, 10));
      else if (takes[i].kind != NULL && !takes[i].named)
        choose (self, i, G_STRUCT_MEMBER (gint64, given, takes[i].argument));
    }
}

/* A text that lives as long as the order. */
static const char *
keep (SamsynPrepareOrder *order,
      char               *text)
{
  if (text != NULL)
    g_ptr_array_add (order->texts, text);
  return text;
}

void
samsyn_prepare_arguments_order (SamsynPrepareArguments *self,
                                SamsynPrepareOrder     *order)
{
  for (guint i = 0; i < N_TAKES; i++)
    {
      char *date = NULL;

      if (!(order->report->takes & takes[i].takes))
        continue;
      if (takes[i].kind == NULL)
        {
          samsyn_entry_read_date (GTK_EDITABLE (self->dates[i]), &date, NULL);
          G_STRUCT_MEMBER (const char *, &order->arguments, takes[i].argument) = keep (order, date);
        }
      else if (!takes[i].named)
        G_STRUCT_MEMBER (gint64, &order->arguments, takes[i].argument) = chosen (self, i);
      else if (chosen (self, i) != 0)
        G_STRUCT_MEMBER (const char *, &order->arguments, takes[i].argument)
          = keep (order, g_strdup_printf ("%" G_GINT64_FORMAT, chosen (self, i)));
    }
}

/* ---- Whether that is enough ------------------------------------------------------------------------------------------------ */

/* What is wrong with one argument; NULL: nothing. */
static char *
find_problem (SamsynPrepareArguments *self,
              guint                   number,
              gboolean                needed)
{
  g_autofree char *date = NULL, *problem = NULL;

  if (takes[number].kind == NULL)
    {
      samsyn_entry_read_date (GTK_EDITABLE (self->dates[number]), &date, &problem);
      return g_steal_pointer (&problem);
    }
  if (!needed || chosen (self, number) != 0)
    return NULL;
  /* TRANSLATORS: %s is a kind of record, such as “Meeting” */
  return g_strdup_printf (C_ ("prepare", "%s: there is none yet to choose. Add one first."),
                          samsyn_kind_label (samsyn_kind_find (takes[number].kind), NULL));
}

static gboolean
is_about_nothing (SamsynPrepareArguments *self,
                  const SamsynReport     *report)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *today = samsyn_widget_today (self->rows[0]);
  SamsynPrepareOrder order = { .report = report, .texts = texts };

  samsyn_prepare_arguments_order (self, &order);
  return report->is_about_nothing != NULL && report->is_about_nothing (&order.arguments, today);
}

gboolean
samsyn_prepare_arguments_check (SamsynPrepareArguments *self,
                                const SamsynReport     *report,
                                char                  **problem)
{
  *problem = NULL;
  for (guint i = 0; i < N_TAKES && *problem == NULL; i++)
    if (report->takes & takes[i].takes)
      *problem = find_problem (self, i, (report->needs & takes[i].takes) != 0);
  if (*problem == NULL && is_about_nothing (self, report))
    *problem = g_strdup (C_ ("prepare", "Both sides are the same map. Choose another date or another scenario for one of them."));
  return *problem == NULL;
}
