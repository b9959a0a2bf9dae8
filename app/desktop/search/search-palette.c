/* search-palette.c: search over everything, and jump
 *
 * The focus stays in the entry; the arrow keys move the choice among the results below it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "search-palette.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/template.h"
#include "model/words.h"
#include "search-results.h"
#include "search-row.h"
#include "search-run.h"

#define PAGE_ROWS 8
#define WIDTH 600
#define EDGE 24
#define TOP 52

struct _SamsynSearchPalette
{
  GtkPopover       parent_instance;
  SamsynSession   *session;
  SamsynSearchRun *run;   /* NULL without a session */
  GPtrArray       *results;
  guint            n_hits; /* among the results */
  gboolean         more;   /* was found than is shown */
  gboolean         eager;  /* Enter was pressed before anything was found */
  GtkWidget       *before; /* what had the focus, weak; NULL: it goes elsewhere */

  GtkBox            *content;
  GtkSearchEntry    *entry;
  GtkLabel          *hint;
  GtkListBox        *list;
  GtkScrolledWindow *scrolled;
};

G_DEFINE_FINAL_TYPE (SamsynSearchPalette, samsyn_search_palette, GTK_TYPE_POPOVER)

enum
{
  JUMPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const SamsynSearchResult *
result_of (SamsynSearchPalette *self,
           GtkListBoxRow       *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return index >= 0 && self->results != NULL && (guint) index < self->results->len ? g_ptr_array_index (self->results, index)
                                                                                   : NULL;
}

/* ---- Rows ------------------------------------------------------------------------------------------------------------------ */

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       self)
{
  const SamsynSearchResult *result = result_of (self, row), *previous = result_of (self, before);
  GtkWidget *heading;

  if (result == NULL || (previous != NULL && g_str_equal (previous->group, result->group)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  heading = gtk_label_new (result->group);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "samsyn-area");
  gtk_list_box_row_set_header (row, heading);
}

/* ---- Going ----------------------------------------------------------------------------------------------------------------- */

static void
go_to (SamsynSearchPalette      *self,
       const SamsynSearchResult *result)
{
  g_autoptr (SamsynSession) session = g_object_ref (self->session);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *page = result->page, *action = result->action;
  gint64 record = result->record;

  g_clear_weak_pointer (&self->before);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (page != NULL)
    samsyn_session_show_page (session, page);
  if (record != 0)
    samsyn_session_show_record (session, record);
  if (page != NULL)
    g_signal_emit (self, signals[JUMPED], 0);
  if (action != NULL)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (g_action_parse_detailed_name (action, &name, &target, NULL))
        gtk_widget_activate_action_variant (parent, name, target);
    }
}

/* ---- Searching ------------------------------------------------------------------------------------------------------------- */

/* The focus is in the entry: what is chosen below it is told there. */
static void
choose (SamsynSearchPalette *self,
        int                  index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);
  const SamsynSearchResult *result = result_of (self, row);
  g_autofree char *title = NULL, *told = NULL;

  gtk_list_box_select_row (self->list, row);
  if (result == NULL)
    {
      samsyn_accessible_describe (GTK_WIDGET (self->entry), gtk_label_get_text (self->hint));
      return;
    }
  pango_parse_markup (result->markup, -1, 0, NULL, &title, NULL, NULL);
  /* TRANSLATORS: the result that is chosen, its place among the results, how many there are */
  told = g_strdup_printf (_ ("%s, %d of %u"), title, index + 1, self->results->len);
  samsyn_accessible_describe (GTK_WIDGET (self->entry), told);
}

static const char *
hint_text (SamsynSearchPalette *self)
{
  guint n = self->results != NULL ? self->results->len : 0;

  if (samsyn_search_run_goes_on (self->run) && (n == 0 || samsyn_search_run_lasts (self->run)))
    return _ ("Searching further…");
  if (self->more && n > 0)
    return _ ("Not everything is shown: type more words.");
  if (n > 0)
    return _ ("Enter opens, arrows choose, Esc closes");
  return *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0' ? _ ("Nothing was found. Every word that is typed must "
                                                                          "occur.")
                                                                     : _ ("Type the beginning of words, in any order.");
}

static void
show_hint (SamsynSearchPalette *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->scrolled), self->results != NULL && self->results->len > 0);
  samsyn_announce (self->hint, hint_text (self));
}

static void
clear_rows (SamsynSearchPalette *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_results (SamsynSearchPalette *self,
              const SamsynFound   *found)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  clear_rows (self);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  self->results = samsyn_search_results (found != NULL ? found->hits : none, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  self->n_hits = found != NULL ? found->hits->len : 0;
  self->more = found != NULL && found->more;
  for (guint i = 0; i < self->results->len; i++)
    gtk_list_box_append (self->list, samsyn_search_row_new (g_ptr_array_index (self->results, i)));
  gtk_list_box_invalidate_headers (self->list);
}

/* The place of the same result among those that are shown now, else the first. */
static int
place_of (SamsynSearchPalette *self,
          gint64               record,
          const char          *page,
          const char          *action)
{
  for (guint i = 0; i < self->results->len; i++)
    {
      const SamsynSearchResult *result = g_ptr_array_index (self->results, i);

      if (result->record == record && result->page == page && result->action == action)
        return (int) i;
    }
  return 0;
}

/* What was found further is put in, and what was chosen stays so. */
static void
show_further (SamsynSearchPalette *self,
              const SamsynFound   *found)
{
  const SamsynSearchResult *chosen = result_of (self, gtk_list_box_get_selected_row (self->list));
  gint64 record = chosen != NULL ? chosen->record : 0;
  const char *page = chosen != NULL ? chosen->page : NULL, *action = chosen != NULL ? chosen->action : NULL;

  show_results (self, found);
  choose (self, place_of (self, record, page, action));
}

static void
on_found_soon (gpointer           data,
               const SamsynFound *found)
{
  SamsynSearchPalette *self = data;

  self->eager = FALSE;
  show_results (self, found);
  show_hint (self);
  choose (self, 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static void
on_lasting (gpointer data)
{
  show_hint (data);
}

static void
on_found_all (gpointer           data,
              const SamsynFound *found,
              const GError      *error)
{
  SamsynSearchPalette *self = data;
  gboolean eager = self->eager;

  self->eager = FALSE;
  if (found != NULL && found->hits->len != self->n_hits)
    show_further (self, found);
  self->more = found != NULL && found->more;
  show_hint (self);
  if (error != NULL)
    samsyn_announce (self->hint, error->message);
  if (eager && self->results->len > 0)
    go_to (self, g_ptr_array_index (self->results, 0));
}

static const SamsynSearchHearer hearer = { on_found_soon, on_lasting, on_found_all };

static void
on_changed (SamsynSearchPalette *self)
{
  if (self->run != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    samsyn_search_run_type (self->run, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* ---- Choosing -------------------------------------------------------------------------------------------------------------- */

static void
on_row_activated (SamsynSearchPalette *self,
                  GtkListBoxRow       *row)
{
  const SamsynSearchResult *result = result_of (self, row);

  if (result != NULL)
    go_to (self, result);
}

static void
on_activate (SamsynSearchPalette *self)
{
  samsyn_search_run_hurry (self->run);
  self->eager = self->results != NULL && self->results->len == 0 && samsyn_search_run_goes_on (self->run);
  on_row_activated (self, gtk_list_box_get_selected_row (self->list));
}

static void
on_stop (SamsynSearchPalette *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Where nothing was chosen, the user goes on where they were. */
static void
on_closed (SamsynSearchPalette *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->run != NULL)
    samsyn_search_run_stop (self->run);
  self->eager = FALSE;
  if (self->before != NULL && root != NULL && gtk_widget_get_mapped (self->before))
    gtk_root_set_focus (root, self->before);
  g_clear_weak_pointer (&self->before);
}

/* Keeps the chosen row in view. */
static void
scroll_to (SamsynSearchPalette *self,
           int                  index)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    return;
  if (index == 0)
    gtk_adjustment_set_value (adjustment, 0);
  else
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        modifiers,
        SamsynSearchPalette   *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int last = self->results != NULL ? (int) self->results->len - 1 : -1,
      index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  switch (key)
    {
    case GDK_KEY_Down:
      index++;
      break;
    case GDK_KEY_Up:
      index--;
      break;
    case GDK_KEY_Page_Down:
      index += PAGE_ROWS;
      break;
    case GDK_KEY_Page_Up:
      index -= PAGE_ROWS;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  if (last >= 0)
    {
      index = CLAMP (index, 0, last);
      choose (self, index);
      scroll_to (self, index);
    }
  return GDK_EVENT_STOP;
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
fit (SamsynSearchPalette *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  int width = gtk_widget_get_width (parent), height = gtk_widget_get_height (parent);

  gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle) { width / 2, TOP, 1, 1 });
  gtk_widget_set_size_request (GTK_WIDGET (self->content), CLAMP (width - 2 * EDGE, 240, WIDTH), -1);
  gtk_scrolled_window_set_max_content_height (self->scrolled, MAX (120, height - 4 * TOP));
}

void
samsyn_search_palette_open (SamsynSearchPalette *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_set_weak_pointer (&self->before, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  fit (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  samsyn_search_run_now (self->run, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

SamsynSearchPalette *
samsyn_search_palette_new (SamsynSession *session,
                           GtkWidget     *parent)
{
  SamsynSearchPalette *self = g_object_new (SAMSYN_TYPE_SEARCH_PALETTE, NULL);

  self->session = g_object_ref (session);
  self->run = samsyn_search_run_new (session, &hearer, self);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return self;
}

static void
samsyn_search_palette_dispose (GObject *object)
{
  SamsynSearchPalette *self = SAMSYN_SEARCH_PALETTE (object);

  g_clear_pointer (&self->run, samsyn_search_run_free);
  g_clear_weak_pointer (&self->before);
  if (self->list != NULL)
    clear_rows (self);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_SEARCH_PALETTE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (samsyn_search_palette_parent_class)->dispose (object);
}

static void
samsyn_search_palette_class_init (SamsynSearchPaletteClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_search_palette_dispose;
  signals[JUMPED] = g_signal_new ("jumped", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  samsyn_template_set (widget_class, "search-palette");
  gtk_widget_class_bind_template_child (widget_class, SamsynSearchPalette, content);
  gtk_widget_class_bind_template_child (widget_class, SamsynSearchPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, SamsynSearchPalette, hint);
  gtk_widget_class_bind_template_child (widget_class, SamsynSearchPalette, list);
  gtk_widget_class_bind_template_child (widget_class, SamsynSearchPalette, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
samsyn_search_palette_init (SamsynSearchPalette *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_name (GTK_WIDGET (self->entry), _ ("Search records, pages and commands"));
  samsyn_accessible_name (GTK_WIDGET (self->scrolled), _ ("What was found"));
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}
