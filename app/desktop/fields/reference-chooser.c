/* reference-chooser.c: choosing the record that a field refers to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-chooser.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/template.h"
#include "desktop/question/question.h"
#include "kinds/kinds.h"
#include "model/fold.h"
#include "model/words.h"

/* What fits a line of its list, in characters: alone, and beside the name of a kind. */
#define LINE 34
#define SHORT_LINE 22
/* What a person looks through; more is narrowed by typing.  Among so many are those that begin with what was typed. */
#define MAX_ROWS 40
#define MAX_RANKED 400

struct _SamsynReferenceChooser
{
  AdwBin             parent_instance;
  SamsynSession     *session;
  const SamsynField *field;
  gint64             own;
  gboolean           can_clear;
  GHashTable        *listed; /* ids */

  GtkListBox     *list;
  GtkSearchEntry *search;
};

G_DEFINE_FINAL_TYPE (SamsynReferenceChooser, samsyn_reference_chooser, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  gint64 record; /* 0: chooses nothing */
  char  *create; /* the title of a record to be made first, or NULL */
} Offer;

static void
offer_free (Offer *offer)
{
  g_free (offer->create);
  g_free (offer);
}

/* ---- Rows ------------------------------------------------------------------------------------------------------------------ */

static void
add_row (SamsynReferenceChooser *self,
         const char             *title,
         const char             *subtitle,
         const char             *icon,
         Offer                   offer)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *name = subtitle != NULL ? g_strdup_printf ("%s, %s", title, subtitle) : g_strdup (title);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (icon));
  /* The list is as high as its rows are at the width that they like. */
  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, "max-width-chars",
                subtitle != NULL ? SHORT_LINE : LINE, NULL);
  gtk_box_append (GTK_BOX (line), label);
  if (subtitle != NULL)
    {
      GtkWidget *kind = gtk_label_new (subtitle);

      gtk_widget_add_css_class (kind, "dim-label");
      gtk_widget_add_css_class (kind, "caption");
      gtk_box_append (GTK_BOX (line), kind);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  samsyn_accessible_name (row, name);
  g_object_set_data_full (G_OBJECT (row), "samsyn-offer", g_memdup2 (&offer, sizeof offer), (GDestroyNotify) offer_free);
  g_object_set_data_full (G_OBJECT (row), "samsyn-name", g_steal_pointer (&name), g_free);
  gtk_list_box_append (self->list, row);
}

static void
add_record (SamsynReferenceChooser *self,
            const SamsynKind       *kind,
            gint64                  id,
            const char             *title)
{
  gboolean one_kind = samsyn_field_target (self->field) != NULL;

  if (id == self->own || g_hash_table_size (self->listed) >= MAX_ROWS || g_hash_table_contains (self->listed, &id))
    return;
  g_hash_table_add (self->listed, g_memdup2 (&id, sizeof id));
  add_row (self, title, one_kind ? NULL : samsyn_kind_label (kind, NULL), NULL, (Offer) { .record = id });
}

static gboolean
begins_with (const char *title,
             const char *words)
{
  g_autofree char *folded = samsyn_fold_match (title), *beginning = samsyn_fold_match (words);

  return g_str_has_prefix (folded, beginning);
}

/* The records of a kind that the words occur in, by title: first those whose titles begin with them. */
static void
add_kind (SamsynReferenceChooser *self,
          const SamsynKind       *kind,
          const char             *words)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "@title");
  if (*words != '\0')
    samsyn_question_narrow_to_text (query, words, NULL);
  samsyn_query_order (query, "@title", FALSE);
  samsyn_query_limit (query, *words != '\0' ? MAX_RANKED : MAX_ROWS);
  rows = samsyn_store_select (samsyn_session_get_store (self->session), query, NULL);
  for (int begins = TRUE; rows != NULL && begins >= FALSE; begins--)
    for (guint i = 0; i < rows->n_rows; i++)
      if (begins_with (samsyn_rows_text (rows, i, 1), words) == begins)
        add_record (self, kind, samsyn_rows_integer (rows, i, 0, 0), samsyn_rows_text (rows, i, 1));
}

static void
add_hits (SamsynReferenceChooser *self,
          const char             *words)
{
  g_autoptr (GPtrArray) hits = samsyn_store_search (samsyn_session_get_store (self->session), words, 0, NULL, NULL);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const SamsynHit *hit = g_ptr_array_index (hits, i);

      if (samsyn_field_targets (self->field, hit->kind))
        add_record (self, hit->kind, hit->id, hit->title);
    }
}

/* The records last written, which are the likeliest where any may be meant. */
static gboolean
add_recent (const SamsynStep *step,
            GPtrArray        *changes,
            gpointer          data)
{
  SamsynReferenceChooser *self = data;
  SamsynStore *store = samsyn_session_get_store (self->session);

  for (guint i = 0; i < changes->len && g_hash_table_size (self->listed) < MAX_ROWS / 2; i++)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);
      g_autofree char *title = NULL;

      if (!samsyn_field_targets (self->field, change->kind) || samsyn_store_kind_of (store, change->record) == NULL)
        continue;
      title = samsyn_store_title (store, change->record, NULL);
      add_record (self, change->kind, change->record, title);
    }
  return g_hash_table_size (self->listed) < MAX_ROWS / 2;
}

/* ---- Making the record that is missing ------------------------------------------------------------------------------------- */

/* The kind of which a title alone makes a record, or NULL. */
static const SamsynKind *
creatable (SamsynReferenceChooser *self)
{
  const SamsynKind *kind = samsyn_field_target (self->field);

  if (kind == NULL || kind->title[0] == NULL || kind->title[1] != NULL
      || samsyn_kind_field (kind, kind->title[0])->type != SAMSYN_TYPE_TEXT)
    return NULL;
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & SAMSYN_FIELD_REQUIRED) && !g_str_equal (kind->fields[i].id, kind->title[0]))
      return NULL;
  return kind;
}

static gint64
create (SamsynReferenceChooser *self,
        const char             *title)
{
  const SamsynKind *kind = creatable (self);
  gint64 id = samsyn_store_new_id (samsyn_session_get_store (self->session));
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, kind, id);
  g_autoptr (GError) error = NULL;

  samsyn_change_add_text (change, kind->title[0], title);
  if (samsyn_session_save (self->session, 0, change, NULL, &error) != 0)
    return id;
  samsyn_session_tell (self->session, error->message, 0);
  return 0;
}

/* ---- Filling the list ------------------------------------------------------------------------------------------------------ */

static void
add_records (SamsynReferenceChooser *self,
             const char             *words)
{
  if (self->field->targets == NULL && *words == '\0')
    samsyn_store_history (samsyn_session_get_store (self->session), 0, add_recent, self, NULL);
  for (const SamsynKind *const *kind = samsyn_kinds (); self->field->targets != NULL && *kind != NULL; kind++)
    if (samsyn_field_targets (self->field, *kind))
      add_kind (self, *kind, words);
  if (*words != '\0')
    add_hits (self, words);
}

/* What Enter takes is told in the entry, which has the focus. */
static void
tell_first (SamsynReferenceChooser *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);
  guint n_rows = 0;
  g_autofree char *told = NULL;

  while (gtk_list_box_get_row_at_index (self->list, n_rows) != NULL)
    n_rows++;
  if (first != NULL)
    told = g_strdup_printf (_ ("%s, %d of %u"), (const char *) g_object_get_data (G_OBJECT (first), "samsyn-name"), 1, n_rows);
  samsyn_accessible_describe (GTK_WIDGET (self->search), told != NULL ? told : "");
}

static void
fill (SamsynReferenceChooser *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  if (samsyn_session_get_store (self->session) == NULL)
    return;
  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL;)
    gtk_list_box_remove (self->list, row);
  g_hash_table_remove_all (self->listed);
  add_records (self, words);
  if (*words != '\0' && creatable (self) != NULL)
    {
      g_autofree char *label = g_strdup_printf (_ ("Create “%s”"), words);

      add_row (self, label, samsyn_kind_label (creatable (self), NULL), "list-add-symbolic",
               (Offer){ .create = g_strdup (words) });
    }
  if (*words == '\0' && self->can_clear)
    add_row (self, C_ ("reference", "Choose nothing"), NULL, "edit-clear-symbolic", (Offer) { .record = 0 });
  tell_first (self);
}

static void
on_row_activated (SamsynReferenceChooser *self,
                  GtkListBoxRow          *row)
{
  const Offer *offer = g_object_get_data (G_OBJECT (row), "samsyn-offer");
  gint64 record = offer->create != NULL ? create (self, offer->create) : offer->record;

  if (offer->create == NULL || record != 0)
    g_signal_emit (self, signals[CHOSEN], 0, record);
}

/* Enter takes what stands first. */
static void
on_search_activated (SamsynReferenceChooser *self)
{
  GtkListBoxRow *row;

  fill (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    on_row_activated (self, row);
}

static void
on_search_stopped (SamsynReferenceChooser *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
on_search_key (SamsynReferenceChooser *self,
               guint                   key)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

void
samsyn_reference_chooser_begin (SamsynReferenceChooser *self,
                                gint64                  own,
                                gboolean                can_clear)
{
  self->own = own;
  self->can_clear = can_clear;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
samsyn_reference_chooser_take_key (SamsynReferenceChooser *self,
                                   GtkEventControllerKey  *keys)
{
  gtk_event_controller_key_forward (keys, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->search))));
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

/* "Search in projects", or in everything. */
static void
name_parts (SamsynReferenceChooser *self)
{
  const SamsynKind *kind = samsyn_field_target (self->field);
  const char *label = samsyn_field_label (self->field, NULL);
  g_autofree char *name = NULL;

  name = kind != NULL ? g_strdup_printf (_ ("Search: %s"), samsyn_kind_plural (kind, NULL)) : g_strdup (_ ("Search everything"));
  g_object_set (self->search, "placeholder-text", name, NULL);
  samsyn_accessible_name (GTK_WIDGET (self->search), name);
  samsyn_accessible_name (GTK_WIDGET (self->list), label);
}

SamsynReferenceChooser *
samsyn_reference_chooser_new (SamsynSession     *session,
                              const SamsynField *field)
{
  SamsynReferenceChooser *self = g_object_new (SAMSYN_TYPE_REFERENCE_CHOOSER, NULL);

  self->session = g_object_ref (session);
  self->field = field;
  name_parts (self);
  return self;
}

static void
samsyn_reference_chooser_dispose (GObject *object)
{
  SamsynReferenceChooser *self = SAMSYN_REFERENCE_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_REFERENCE_CHOOSER);
  g_clear_object (&self->session);
  g_clear_pointer (&self->listed, g_hash_table_unref);
  G_OBJECT_CLASS (samsyn_reference_chooser_parent_class)->dispose (object);
}

static void
samsyn_reference_chooser_class_init (SamsynReferenceChooserClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_reference_chooser_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT64);
  samsyn_template_set (widget_class, "reference-chooser");
  gtk_widget_class_bind_template_child (widget_class, SamsynReferenceChooser, list);
  gtk_widget_class_bind_template_child (widget_class, SamsynReferenceChooser, search);
  gtk_widget_class_bind_template_callback_full (widget_class, "fill", G_CALLBACK (fill));
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
}

static void
samsyn_reference_chooser_init (SamsynReferenceChooser *self)
{
  self->listed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
