/* preferences-window.c: what the user prefers, to be changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "preferences-window.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/choice-rows.h"
#include "desktop/parts/chooser.h"
#include "desktop/parts/layout-now.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/template.h"
#include "desktop/parts/toast.h"
#include "desktop/session/recent.h"
#include "model/preferences.h"
#include "model/words.h"
#include "setting-rows.h"

struct _SamsynPreferencesWindow
{
  AdwPreferencesWindow parent_instance;
  SamsynSession       *session; /* weak; may be NULL */
  gboolean             filling; /* the rows are being given what is kept */

  AdwEntryRow  *author_row;
  GtkButton    *backups_button;
  GtkButton    *backups_default_button;
  AdwActionRow *backups_row;
  AdwComboRow  *language_row;
  AdwComboRow  *letters_row;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (SamsynPreferencesWindow, samsyn_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* What the rows offer, in their order; "" is what holds where nothing is preferred. */
static const char *const languages[] = { "", "sv", "en", NULL };
static const char *const letters[] = { "", "huki", NULL };

/* ---- Keeping --------------------------------------------------------------------------------------------------------------- */

static void
keep (SamsynPreferencesWindow *self,
      SamsynPreference         preference,
      const char              *value)
{
  AdwToast *toast;

  if (self->filling)
    return;
  if (samsyn_preference_set (preference, value))
    {
      if (self->session != NULL)
        samsyn_session_prefer (self->session);
      return;
    }
  toast = samsyn_toast_new (_ ("This could not be kept: the folder for settings can’t be written"), NULL);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), toast);
}

static void
on_language (SamsynPreferencesWindow *self)
{
  keep (self, SAMSYN_PREFERENCE_REPORT_LANGUAGE, languages[adw_combo_row_get_selected (self->language_row)]);
}

static void
on_letters (SamsynPreferencesWindow *self)
{
  keep (self, SAMSYN_PREFERENCE_LETTERS, letters[adw_combo_row_get_selected (self->letters_row)]);
}

static void
on_author (SamsynPreferencesWindow *self)
{
  g_autofree char *author = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->author_row)));

  keep (self, SAMSYN_PREFERENCE_AUTHOR, g_strstrip (author));
}

/* ---- The folder for backups ------------------------------------------------------------------------------------------------ */

static void
show_backups (SamsynPreferencesWindow *self)
{
  g_autofree char *preferred = samsyn_preference_get (SAMSYN_PREFERENCE_BACKUPS);
  g_autofree char *folder = samsyn_preferred_backup_folder ();
  g_autofree char *inside = g_build_filename (folder, "x", NULL);
  g_autofree char *shown = samsyn_recent_folder (inside);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);

  adw_action_row_set_subtitle (self->backups_row, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->backups_default_button), *preferred != '\0');
}

static void
backups_chosen (const char *path,
                gpointer    self)
{
  keep (self, SAMSYN_PREFERENCE_BACKUPS, path);
  show_backups (self);
}

static void
on_choose_backups (SamsynPreferencesWindow *self)
{
  samsyn_choose_folder (GTK_WINDOW (self), backups_chosen, self);
}

static void
on_default_backups (SamsynPreferencesWindow *self)
{
  backups_chosen ("", self);
  gtk_widget_grab_focus (GTK_WIDGET (self->backups_button));
}

/* ---- Showing --------------------------------------------------------------------------------------------------------------- */

static guint
position (const char *const *values,
          SamsynPreference   preference)
{
  g_autofree char *value = samsyn_preference_get (preference);

  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_equal (values[i], value))
      return i;
  return 0;
}

static void
offer (AdwComboRow       *row,
       const char *const *words,
       guint              selected)
{
  samsyn_choice_rows_set_words (row, words);
  adw_combo_row_set_selected (row, selected);
}

static void
fill (SamsynPreferencesWindow *self)
{
  /* The languages' names are written in the languages themselves. */
  const char *const language_words[] = { _ ("As the program"), "Svenska", "English", NULL };
  const char *const letter_words[] = { _ ("RASCI: responsible, accountable, supportive, consulted, informed"),
                                       _ ("HUKI: Swedish letters, without support"), NULL };
  g_autofree char *author = samsyn_preference_get (SAMSYN_PREFERENCE_AUTHOR);

  self->filling = TRUE;
  offer (self->language_row, language_words, position (languages, SAMSYN_PREFERENCE_REPORT_LANGUAGE));
  offer (self->letters_row, letter_words, position (letters, SAMSYN_PREFERENCE_LETTERS));
  gtk_editable_set_text (GTK_EDITABLE (self->author_row), author);
  show_backups (self);
  self->filling = FALSE;
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

GtkWidget *
samsyn_preferences_window_new (GtkWindow     *parent,
                               SamsynSession *session)
{
  SamsynPreferencesWindow *self = g_object_new (SAMSYN_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "modal", TRUE,
                                                "application", parent != NULL ? gtk_window_get_application (parent) : NULL, NULL);

  g_set_weak_pointer (&self->session, session);
  if (session != NULL)
    samsyn_setting_rows_add (self->page, session);
  samsyn_accessible_lists (GTK_WIDGET (self), _ ("Preferences"));
  return GTK_WIDGET (self);
}

static void
samsyn_preferences_window_dispose (GObject *object)
{
  g_clear_weak_pointer (&SAMSYN_PREFERENCES_WINDOW (object)->session);
  G_OBJECT_CLASS (samsyn_preferences_window_parent_class)->dispose (object);
}

static void
samsyn_preferences_window_class_init (SamsynPreferencesWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_preferences_window_dispose;
  samsyn_template_set (widget_class, "preferences-window");
  gtk_widget_class_bind_template_child (widget_class, SamsynPreferencesWindow, author_row);
  gtk_widget_class_bind_template_child (widget_class, SamsynPreferencesWindow, backups_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynPreferencesWindow, backups_default_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynPreferencesWindow, backups_row);
  gtk_widget_class_bind_template_child (widget_class, SamsynPreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, SamsynPreferencesWindow, letters_row);
  gtk_widget_class_bind_template_child (widget_class, SamsynPreferencesWindow, page);
  gtk_widget_class_bind_template_callback (widget_class, on_author);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_backups);
  gtk_widget_class_bind_template_callback (widget_class, on_default_backups);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
  gtk_widget_class_bind_template_callback (widget_class, on_letters);
}

static void
samsyn_preferences_window_init (SamsynPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_tidy (GTK_WIDGET (self), _ ("Preferences"));
  samsyn_narrow_wrap_titles (GTK_WIDGET (self));
  samsyn_layout_before_keys (GTK_WINDOW (self));
  fill (self);
}
