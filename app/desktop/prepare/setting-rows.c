/* setting-rows.c: what a workspace decides about its results, to be chosen among the preferences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "setting-rows.h"

#include "desktop/parts/choice-rows.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/style.h"
#include "findings/facts/settings.h"
#include "kinds/kinds.h"
#include "model/words.h"
#include "plans/map/cell.h"

#define MOST 1000

/* What stands in a setting's name or value, in words. */
static const char *
word (const char *field,
      const char *text)
{
  return samsyn_field_known_label (samsyn_kind_field (samsyn_kind_find ("setting"), field), text, NULL);
}

/* The record of the setting with that name, 0 if there is none. */
static gint64
find_record (SamsynStore *store,
             const char  *name)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("setting"));
  g_autoptr (GArray) ids = NULL;

  samsyn_query_where_text (query, "name", SAMSYN_QUERY_EQUAL, name);
  ids = samsyn_store_ids (store, query, 0, 1, NULL);
  return ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

static void
keep (SamsynSession *session,
      const char    *name,
      const char    *value)
{
  SamsynStore *store = samsyn_session_get_store (session);
  g_autoptr (GPtrArray) changes = samsyn_changes_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = store != NULL ? find_record (store, name) : 0;
  SamsynRecord *before = id != 0 ? samsyn_store_get (store, id, NULL) : NULL, *after;

  if (store == NULL)
    return;
  after = before != NULL ? samsyn_record_copy (before)
                         : samsyn_record_new (samsyn_kind_find ("setting"), samsyn_store_new_id (store));
  samsyn_record_put_text (after, "name", name);
  samsyn_record_put_text (after, "value", value);
  samsyn_changes_add (changes, before, after);
  if (changes->len > 0)
    samsyn_session_apply (session, before != NULL ? "edit" : "create", changes, NULL, &error);
  if (error != NULL)
    samsyn_session_tell (session, error->message, 0);
}

static const SamsynSettingInfo *
info_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "samsyn-setting");
}

static void
on_chosen (AdwComboRow   *row,
           GParamSpec    *spec,
           SamsynSession *session)
{
  const SamsynSettingInfo *info = info_of (row);

  keep (session, info->name, info->words[adw_combo_row_get_selected (row)]);
}

static void
on_counted (GtkSpinButton *spin,
            SamsynSession *session)
{
  g_autofree char *value = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (spin));

  keep (session, info_of (spin)->name, value);
}

static GtkWidget *
choice_row (SamsynSession           *session,
            const SamsynSettingInfo *info,
            int                      value)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; info->words[i] != NULL; i++)
    gtk_string_list_append (words, word ("value", info->words[i]));
  samsyn_choice_rows_set_list (ADW_COMBO_ROW (row), words);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) value);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data (G_OBJECT (row), "samsyn-setting", (gpointer) info);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_chosen), session, 0);
  return row;
}

static GtkWidget *
number_row (SamsynSession           *session,
            const SamsynSettingInfo *info,
            int                      value)
{
  GtkWidget *row = adw_action_row_new (), *spin = gtk_spin_button_new_with_range (0, MOST, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (spin), "samsyn-setting", (gpointer) info);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (on_counted), session, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  /* The row's title becomes its name. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  return row;
}

static void
add_row (AdwPreferencesGroup *group,
         SamsynSession       *session,
         SamsynSetting        setting)
{
  const SamsynSettingInfo *info = samsyn_setting (setting);
  g_autofree char *text = samsyn_store_setting (samsyn_session_get_store (session), info->name, NULL);
  int value = samsyn_setting_value (setting, text);
  GtkWidget *row = info->words != NULL ? choice_row (session, info, value) : number_row (session, info, value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), word ("name", info->name));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
}

static GtkWidget *
new_group (SamsynSession *session,
           const char    *title,
           const char    *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  samsyn_narrow_wrap (group);
  gtk_widget_set_sensitive (group, !samsyn_session_is_read_only (session));
  return group;
}

/* The settings from `first` to before `end`. */
static void
add_group (AdwPreferencesPage *page,
           SamsynSession      *session,
           const char         *title,
           const char         *description,
           SamsynSetting       first,
           SamsynSetting       end)
{
  GtkWidget *group = new_group (session, title, description);

  for (SamsynSetting i = first; i < end; i++)
    add_row (ADW_PREFERENCES_GROUP (group), session, i);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

/* ---- The clock ------------------------------------------------------------------------------------------------------------- */

static const char *
zone_of (SamsynSession *session)
{
  return samsyn_clock_get_zone (samsyn_store_clock (samsyn_session_get_store (session)));
}

/* A name that is refused stays as it was typed, and the message says why. */
static void
on_zone (AdwEntryRow   *row,
         SamsynSession *session)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));

  keep (session, SAMSYN_CLOCK_SETTING, *typed != '\0' ? typed : NULL);
  if (*typed == '\0')
    gtk_editable_set_text (GTK_EDITABLE (row), zone_of (session));
  samsyn_style_mark (GTK_WIDGET (row), "error", !samsyn_clock_is_zone (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
add_clock (AdwPreferencesPage *page,
           SamsynSession      *session)
{
  GtkWidget *group = new_group (session, C_ ("setting", "Days of This Workspace"),
                                C_ ("setting", "Where its days begin and end, wherever the computer is: what is late, and as of "
                                               "which day. "
                                               "A continent and a city, such as Europe/Stockholm."));
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), word ("name", SAMSYN_CLOCK_SETTING));
  gtk_editable_set_text (GTK_EDITABLE (row), zone_of (session));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_zone), session, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

void
samsyn_setting_rows_add (AdwPreferencesPage *page,
                         SamsynSession      *session)
{
  add_group (page, session, C_ ("setting", "Rules of This Workspace"),
             C_ ("setting", "What counts as a finding in the map. It is kept in the workspace and holds for everybody who opens "
                            "it."),
             0, SAMSYN_SETTING_TIME_AMBER);
  add_group (page, session, C_ ("setting", "Limits of Amber and Red"),
             C_ ("setting", "When a project’s data suggest amber or red in a status report. The light itself is chosen by the "
                            "one who "
                            "reports. The limits are kept in the workspace too."),
             SAMSYN_SETTING_TIME_AMBER, SAMSYN_N_SETTINGS);
  add_clock (page, session);
}
