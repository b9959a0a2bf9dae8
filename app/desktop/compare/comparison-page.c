/* comparison-page.c: the responsibility map on one date and in one scenario, against another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "comparison-page.h"

#include "compare-list.h"
#include "compare-side.h"
#include "desktop/map/map-state.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/style.h"
#include "desktop/parts/template.h"
#include "desktop/prepare/prepare-window.h"
#include "model/preferences.h"
#include "model/words.h"

struct _SamsynComparisonPage
{
  SamsynPage      parent_instance;
  SamsynSession  *session; /* the page's */
  SamsynCompared *compared; /* the session's */
  GListStore     *items;

  SamsynCompareSideChoice *from;
  SamsynCompareSideChoice *to;
  AdwStatusPage           *same;
  GtkListView             *view;
  GtkLabel                *footer;
};

G_DEFINE_FINAL_TYPE (SamsynComparisonPage, samsyn_comparison_page, SAMSYN_TYPE_PAGE)

/* ---- What is shown --------------------------------------------------------------------------------------------------------- */

static void
update_footer (SamsynComparisonPage   *self,
               const SamsynComparison *comparison)
{
  guint lost = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < comparison->letters->len; i++)
    lost += g_array_index (comparison->letters, SamsynCompareLetter, i).side == SAMSYN_COMPARE_LOST;
  text = g_strdup_printf (_ ("Letters gained %u, lost %u · findings that appear %u, that vanish %u"),
                          comparison->letters->len - lost, lost, comparison->appeared->len, comparison->vanished->len);
  samsyn_announce (self->footer, text);
}

static void
show (SamsynComparisonPage   *self,
      const SamsynComparison *comparison)
{
  g_autofree char *letters = samsyn_preference_get (SAMSYN_PREFERENCE_LETTERS);
  g_autoptr (GPtrArray) items = samsyn_compare_list_make (comparison, g_str_equal (letters, "huki"));
  const SamsynCompared *from = &self->compared[SAMSYN_COMPARE_FROM], *to = &self->compared[SAMSYN_COMPARE_TO];
  gboolean itself = samsyn_compared_day (from) == samsyn_compared_day (to) && from->scenario == to->scenario;

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  adw_status_page_set_title (self->same, itself ? C_ ("comparison", "Two Maps to Compare") : C_ ("comparison", "No Difference"));
  adw_status_page_set_description (self->same, itself ? _ ("Choose another date or a scenario above: what it changes in who does "
                                                           "what is "
                                                           "told here.")
                                                      : _ ("On these dates, in these scenarios, the map is the same: no letter, "
                                                           "task, "
                                                           "organisation, basis, budget or finding differs."));
  samsyn_page_show (SAMSYN_PAGE (self), items->len > 0 ? SAMSYN_PAGE_CONTENT : SAMSYN_PAGE_EMPTY);
  update_footer (self, comparison);
}

static void
refresh (SamsynPage *page)
{
  SamsynComparisonPage *self = SAMSYN_COMPARISON_PAGE (page);
  SamsynStore *store = samsyn_page_get_store (page);
  g_autoptr (GError) error = NULL;
  SamsynFacts *facts = samsyn_map_state_facts (samsyn_map_state (self->session), store, &error);
  SamsynMap *maps[SAMSYN_N_COMPARED] = { NULL };
  SamsynFindings *findings[SAMSYN_N_COMPARED] = { NULL };
  g_autoptr (SamsynComparison) comparison = NULL;

  samsyn_compare_side_update (self->from, &self->compared[SAMSYN_COMPARE_FROM], store);
  samsyn_compare_side_update (self->to, &self->compared[SAMSYN_COMPARE_TO], store);
  for (guint i = 0; i < SAMSYN_N_COMPARED && facts != NULL; i++)
    {
      maps[i] = samsyn_map_new (facts, samsyn_compared_day (&self->compared[i]), self->compared[i].scenario);
      findings[i] = samsyn_findings_new (maps[i]);
    }
  if (facts != NULL)
    comparison = samsyn_comparison_new (store, maps[SAMSYN_COMPARE_FROM], findings[SAMSYN_COMPARE_FROM], maps[SAMSYN_COMPARE_TO],
                                        findings[SAMSYN_COMPARE_TO], &error);
  if (comparison != NULL)
    show (self, comparison);
  else
    samsyn_page_show_problem (page, error);
  for (guint i = 0; i < SAMSYN_N_COMPARED; i++)
    {
      g_clear_pointer (&findings[i], samsyn_findings_free);
      g_clear_pointer (&maps[i], samsyn_map_free);
    }
}

/* ---- What is chosen -------------------------------------------------------------------------------------------------------- */

static void
on_side_changed (SamsynComparisonPage *self)
{
  samsyn_page_refresh (SAMSYN_PAGE (self));
}

static void
on_swap (SamsynComparisonPage *self)
{
  SamsynCompared from = self->compared[SAMSYN_COMPARE_FROM];

  self->compared[SAMSYN_COMPARE_FROM] = self->compared[SAMSYN_COMPARE_TO];
  self->compared[SAMSYN_COMPARE_TO] = from;
  samsyn_page_refresh (SAMSYN_PAGE (self));
}

static void
on_prepare (SamsynComparisonPage *self)
{
  const SamsynCompared *from = &self->compared[SAMSYN_COMPARE_FROM], *to = &self->compared[SAMSYN_COMPARE_TO];
  SamsynPrepareWindow *window
    = samsyn_prepare_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, 0);
  g_autofree char *since = samsyn_day_date (samsyn_compared_day (from)), *as_of = samsyn_day_date (samsyn_compared_day (to));
  g_autofree char *before = g_strdup_printf ("%" G_GINT64_FORMAT, from->scenario);
  g_autofree char *after = g_strdup_printf ("%" G_GINT64_FORMAT, to->scenario);
  const SamsynReportArguments arguments = { .as_of = as_of, .since = since, .scenario = to->scenario != 0 ? after : NULL,
                                            .since_scenario = from->scenario != 0 ? before : NULL };

  samsyn_prepare_window_choose (window, "comparison", &arguments);
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- The list -------------------------------------------------------------------------------------------------------------- */

static void
setup_row (SamsynComparisonPage *self,
           GtkListItem          *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *mark = gtk_label_new (NULL), *text = gtk_label_new (NULL);

  g_object_set (mark, "xalign", 0.0, "yalign", 0.0, "width-chars", 9, NULL);
  gtk_widget_add_css_class (mark, "numeric");
  g_object_set (text, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (row, "samsyn-compared");
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), text);
  gtk_list_item_set_child (item, row);
}

static void
bind_row (SamsynComparisonPage *self,
          GtkListItem          *item)
{
  static const char *const looks[] = { [SAMSYN_COMPARE_HEADING] = "samsyn-compared-heading",
                                       [SAMSYN_COMPARE_ABOUT] = "samsyn-compared-about",
                                       [SAMSYN_COMPARE_LINE] = "samsyn-compared-line" };
  SamsynCompareItem *told = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item), *mark = gtk_widget_get_first_child (row), *cell = gtk_widget_get_parent (row);
  const char *text = samsyn_compare_item_text (told), *word = samsyn_compare_item_mark (told);
  g_autofree char *name = *word != '\0' ? g_strdup_printf ("%s: %s", word, text) : g_strdup (text);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    samsyn_style_mark (row, looks[i], i == samsyn_compare_item_level (told));
  gtk_label_set_text (GTK_LABEL (mark), word);
  gtk_widget_set_visible (mark, *word != '\0');
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (mark)), text);
  gtk_list_item_set_activatable (item, samsyn_compare_item_record (told) != 0);
  if (cell != NULL)
    samsyn_accessible_name (cell, name);
}

static void
on_activated (SamsynComparisonPage *self,
              guint                 position)
{
  g_autoptr (SamsynCompareItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (samsyn_compare_item_record (item) != 0)
    samsyn_session_show_record (self->session, samsyn_compare_item_record (item));
}

static void
add_list (SamsynComparisonPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));

  gtk_single_selection_set_autoselect (selection, FALSE);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_row), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_row), self);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/* ---- The page -------------------------------------------------------------------------------------------------------------- */

static void
open_session (SamsynPage       *page,
              const SamsynKind *kind)
{
  SamsynComparisonPage *self = SAMSYN_COMPARISON_PAGE (page);

  self->session = samsyn_page_get_session (page);
  self->compared = samsyn_compare_state (self->session);
  add_list (self);
}

static void
samsyn_comparison_page_dispose (GObject *object)
{
  SamsynComparisonPage *self = SAMSYN_COMPARISON_PAGE (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (samsyn_comparison_page_parent_class)->dispose (object);
}

static void
samsyn_comparison_page_class_init (SamsynComparisonPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  SamsynPageClass *page_class = SAMSYN_PAGE_CLASS (class);

  g_type_ensure (SAMSYN_TYPE_COMPARE_SIDE);
  G_OBJECT_CLASS (class)->dispose = samsyn_comparison_page_dispose;
  page_class->when_idle = TRUE;
  page_class->open = open_session;
  page_class->refresh = refresh;
  samsyn_template_set (widget_class, "comparison-page");
  gtk_widget_class_bind_template_child (widget_class, SamsynComparisonPage, from);
  gtk_widget_class_bind_template_child (widget_class, SamsynComparisonPage, to);
  gtk_widget_class_bind_template_child (widget_class, SamsynComparisonPage, same);
  gtk_widget_class_bind_template_child (widget_class, SamsynComparisonPage, view);
  gtk_widget_class_bind_template_child (widget_class, SamsynComparisonPage, footer);
  gtk_widget_class_bind_template_callback (widget_class, on_side_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_swap);
  gtk_widget_class_bind_template_callback (widget_class, on_prepare);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
samsyn_comparison_page_init (SamsynComparisonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (SAMSYN_TYPE_COMPARE_ITEM);
  samsyn_page_set_filter (SAMSYN_PAGE (self), GTK_WIDGET (self->from));
  samsyn_accessible_name (GTK_WIDGET (self->view), C_ ("page", "Comparison"));
}
