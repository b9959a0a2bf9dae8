/* reading-view.c: reading a document's text and marking passages in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reading-view.h"

#include "field-editor.h"
#include "kinds/kinds.h"
#include "model/words.h"
#include "narrow.h"
#include "template.h"

#define MAX_TITLE 200 /* characters of a passage that name the record made of it */

struct _SamsynReadingView
{
  AdwBin             parent_instance;
  SamsynSession     *session; /* NULL: nothing is shown */
  gint64             document;
  SamsynFieldEditor *tag;
  SamsynFieldEditor *about;
  SamsynFieldEditor *place;
  guint              refresh; /* source, or 0 */

  GtkBox        *editors;
  GtkMenuButton *make;
  GtkMenuButton *mark;
  GtkPopover    *popover;
  GtkTextView   *text;
};

G_DEFINE_FINAL_TYPE (SamsynReadingView, samsyn_reading_view, ADW_TYPE_BIN)

static const SamsynKind *
passage_kind (void)
{
  return samsyn_kind_find ("passage");
}

GtkTextView *
samsyn_reading_view_get_text (SamsynReadingView *self)
{
  return self->text;
}

/* ---- Passages that are there ----------------------------------------------------------------------------------------------------- */

/* Colours of their own for the first tags; more than these nobody tells apart. */
static const char *const colours[] = { "rgba(53,132,228,.28)", "rgba(224,27,36,.25)",  "rgba(230,97,0,.28)", "rgba(145,65,172,.28)",
                                       "rgba(46,194,126,.30)", "rgba(192,28,140,.25)", "rgba(98,160,234,.22)", "rgba(229,165,10,.32)" };

static GtkTextTag *
tag_of (GtkTextBuffer *buffer,
        const char    *choice)
{
  const SamsynChoice *choices = samsyn_kind_field (passage_kind (), "tag")->choices;
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), choice);
  guint number = 0;

  if (tag != NULL)
    return tag;
  while (choices[number].id != NULL && !g_str_equal (choices[number].id, choice))
    number++;
  return gtk_text_buffer_create_tag (buffer, choice, "background", colours[number % G_N_ELEMENTS (colours)], "underline",
                                     PANGO_UNDERLINE_SINGLE, NULL);
}

/* Where the quote stands: at its offsets, or, where the text was changed since, at its first place. */
static gboolean
find_quote (GtkTextBuffer *buffer,
            const char    *quote,
            gint64         from,
            gint64         to,
            GtkTextIter   *start,
            GtkTextIter   *end)
{
  g_autofree char *there = NULL;

  if (from >= 0 && to > from && to <= gtk_text_buffer_get_char_count (buffer))
    {
      gtk_text_buffer_get_iter_at_offset (buffer, start, (int) from);
      gtk_text_buffer_get_iter_at_offset (buffer, end, (int) to);
      there = gtk_text_buffer_get_text (buffer, start, end, TRUE);
      if (g_str_equal (there, quote))
        return TRUE;
    }
  gtk_text_buffer_get_start_iter (buffer, start);
  return gtk_text_iter_forward_search (start, quote, GTK_TEXT_SEARCH_TEXT_ONLY, start, end, NULL);
}

static void
show_passages (SamsynReadingView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autoptr (SamsynQuery) query = samsyn_query_new (passage_kind ());
  g_autoptr (SamsynRows) rows = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
  samsyn_query_select (query, "quote");
  samsyn_query_select (query, "tag");
  samsyn_query_select (query, "starts_at_character");
  samsyn_query_select (query, "ends_at_character");
  samsyn_query_where_integer (query, "document", SAMSYN_QUERY_EQUAL, self->document);
  rows = samsyn_store_select (samsyn_session_get_store (self->session), query, NULL);
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    if (find_quote (buffer, samsyn_rows_text (rows, i, 0), samsyn_rows_integer (rows, i, 2, -1), samsyn_rows_integer (rows, i, 3, -1),
                    &start, &end))
      gtk_text_buffer_apply_tag (buffer, tag_of (buffer, samsyn_rows_text (rows, i, 1)), &start, &end);
}

static gboolean
on_idle (gpointer data)
{
  SamsynReadingView *self = data;

  self->refresh = 0;
  if (self->session != NULL && samsyn_session_get_store (self->session) != NULL && self->document != 0)
    show_passages (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (SamsynReadingView *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (on_idle, self);
}

/* ---- Marking ---------------------------------------------------------------------------------------------------------------------- */

static void
update_buttons (SamsynReadingView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  gboolean can_mark = self->session != NULL && self->document != 0 && !samsyn_session_is_read_only (self->session);

  gtk_widget_set_visible (GTK_WIDGET (self->mark), can_mark);
  gtk_widget_set_visible (GTK_WIDGET (self->make), can_mark);
  gtk_widget_set_sensitive (GTK_WIDGET (self->mark), gtk_text_buffer_get_has_selection (buffer));
  gtk_widget_set_sensitive (GTK_WIDGET (self->make), gtk_text_buffer_get_has_selection (buffer));
}

static void
add_editor_value (SamsynChange      *change,
                  SamsynFieldEditor *editor)
{
  SamsynValue before = SAMSYN_VALUE_NULL, after = SAMSYN_VALUE_NULL;

  if (editor != NULL && samsyn_field_editor_get_value (editor, &after, NULL))
    samsyn_change_add (change, samsyn_field_editor_get_field (editor)->id, &before, &after);
}

/* The passage that is selected, without the spaces around it; NULL if there is none. */
static SamsynChange *
make_passage (SamsynReadingView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *quote = NULL;
  GtkTextIter start, end;
  SamsynChange *change;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return NULL;
  while (gtk_text_iter_compare (&start, &end) < 0 && g_unichar_isspace (gtk_text_iter_get_char (&start)))
    gtk_text_iter_forward_char (&start);
  for (GtkTextIter last = end; gtk_text_iter_compare (&start, &end) < 0 && gtk_text_iter_backward_char (&last)
                               && g_unichar_isspace (gtk_text_iter_get_char (&last));)
    end = last;
  quote = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (*quote == '\0')
    return NULL;
  change = samsyn_change_new (SAMSYN_CHANGE_CREATE, passage_kind (), samsyn_store_new_id (samsyn_session_get_store (self->session)));
  samsyn_change_add_integer (change, "document", self->document);
  samsyn_change_add_text (change, "quote", quote);
  samsyn_change_add_integer (change, "starts_at_character", gtk_text_iter_get_offset (&start));
  samsyn_change_add_integer (change, "ends_at_character", gtk_text_iter_get_offset (&end));
  return change;
}

/* Writes the changes, which it takes, as one step; the last of them is the passage. */
static gint64
write_changes (SamsynReadingView *self,
               SamsynChange      *first,
               SamsynChange      *passage)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (GError) error = NULL;
  gint64 record = passage->record, step;

  if (first != NULL)
    g_ptr_array_add (changes, first);
  g_ptr_array_add (changes, passage);
  step = samsyn_session_apply (self->session, "create", changes, NULL, &error);
  samsyn_session_tell (self->session, step != 0 ? _("The passage is marked") : error->message, step);
  return step != 0 ? record : 0;
}

gint64
samsyn_reading_view_mark (SamsynReadingView *self,
                          const char        *tag,
                          gint64             about)
{
  SamsynChange *passage = make_passage (self);

  if (passage == NULL)
    return 0;
  if (tag != NULL)
    samsyn_change_add_text (passage, "tag", tag);
  if (about != 0)
    samsyn_change_add_integer (passage, "about", about);
  return write_changes (self, NULL, passage);
}

static void
on_mark (SamsynReadingView *self)
{
  SamsynChange *passage = make_passage (self);

  gtk_popover_popdown (self->popover);
  if (passage == NULL)
    return;
  add_editor_value (passage, self->tag);
  add_editor_value (passage, self->about);
  add_editor_value (passage, self->place);
  write_changes (self, NULL, passage);
}

/* ---- Making a record of a passage ------------------------------------------------------------------------------------------------ */

/* Whether the title alone makes a record. */
static gboolean
needs_title_only (const SamsynKind *kind)
{
  if (kind->title[0] == NULL || kind->title[1] != NULL || samsyn_kind_field (kind, kind->title[0])->type != SAMSYN_TYPE_TEXT)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & SAMSYN_FIELD_REQUIRED) && !g_str_equal (kind->fields[i].id, kind->title[0]))
      return FALSE;
  return TRUE;
}

/* The record begins with the passage as its title, which is then put in better words. */
static void
action_make (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SamsynReadingView *self = SAMSYN_READING_VIEW (widget);
  const SamsynKind *kind = samsyn_kind_find (g_variant_get_string (parameter, NULL));
  SamsynChange *passage = make_passage (self), *change;
  g_autofree char *title = NULL;
  gint64 record;

  if (passage == NULL)
    return;
  record = samsyn_store_new_id (samsyn_session_get_store (self->session));
  title = g_utf8_substring (samsyn_value_get_text (&samsyn_change_find (passage, "quote")->after), 0,
                            MIN (MAX_TITLE, g_utf8_strlen (samsyn_change_find (passage, "quote")->after.text, -1)));
  g_strdelimit (title, "\n\r\t", ' ');
  change = samsyn_change_new (SAMSYN_CHANGE_CREATE, kind, record);
  samsyn_change_add_text (change, kind->title[0], title);
  samsyn_change_add_integer (passage, "about", record);
  if (write_changes (self, change, passage) != 0)
    samsyn_session_show_record (self->session, record);
}

static void
set_up_menu (SamsynReadingView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    if (needs_title_only (*kind))
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (samsyn_kind_label (*kind, NULL), NULL);

        g_menu_item_set_action_and_target (item, "reading.make", "s", (*kind)->id);
        g_menu_append_item (menu, item);
      }
  gtk_menu_button_set_menu_model (self->make, G_MENU_MODEL (menu));
}

static SamsynFieldEditor *
add_editor (SamsynReadingView *self,
            const char        *field_id)
{
  const SamsynField *field = samsyn_kind_field (passage_kind (), field_id);
  SamsynFieldEditor *editor = samsyn_field_editor_new (self->session, passage_kind (), field);
  GtkWidget *label = gtk_label_new (samsyn_field_label (field, NULL));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  samsyn_field_editor_set_label (editor, GTK_LABEL (label));
  gtk_box_append (self->editors, label);
  gtk_box_append (self->editors, GTK_WIDGET (editor));
  return editor;
}

/* ---- What is shown ---------------------------------------------------------------------------------------------------------------- */

static void
set_session (SamsynReadingView *self,
             SamsynSession     *session)
{
  self->session = g_object_ref (session);
  self->tag = add_editor (self, "tag");
  self->about = add_editor (self, "about");
  self->place = add_editor (self, "place");
  set_up_menu (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

void
samsyn_reading_view_show (SamsynReadingView *self,
                          SamsynSession     *session,
                          gint64             document,
                          const char        *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  if (self->session == NULL)
    set_session (self, session);
  self->document = document;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (!g_str_equal (shown, text))
    {
      gtk_text_buffer_set_text (buffer, text, -1);
      gtk_text_buffer_get_start_iter (buffer, &start);
      gtk_text_buffer_place_cursor (buffer, &start);
    }
  update_buttons (self);
  on_changed (self);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------------ */

static void
samsyn_reading_view_dispose (GObject *object)
{
  SamsynReadingView *self = SAMSYN_READING_VIEW (object);

  if (self->refresh != 0)
    g_source_remove (self->refresh);
  self->refresh = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_READING_VIEW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (samsyn_reading_view_parent_class)->dispose (object);
}

static void
samsyn_reading_view_class_init (SamsynReadingViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_reading_view_dispose;
  samsyn_template_set (widget_class, "reading-view");
  gtk_widget_class_bind_template_child (widget_class, SamsynReadingView, editors);
  gtk_widget_class_bind_template_child (widget_class, SamsynReadingView, make);
  gtk_widget_class_bind_template_child (widget_class, SamsynReadingView, mark);
  gtk_widget_class_bind_template_child (widget_class, SamsynReadingView, popover);
  gtk_widget_class_bind_template_child (widget_class, SamsynReadingView, text);
  gtk_widget_class_bind_template_callback (widget_class, on_mark);
  gtk_widget_class_install_action (widget_class, "reading.make", "s", action_make);
}

static void
samsyn_reading_view_init (SamsynReadingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  if (samsyn_narrow_is_text_large ())
    gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_parent (GTK_WIDGET (self->mark))), GTK_ORIENTATION_VERTICAL);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "notify::has-selection", G_CALLBACK (update_buttons), self,
                           G_CONNECT_SWAPPED);
}
