/* stage-sample.c: the sample in a window, and what is seen of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stage-sample.h"

#include "desktop/list/list-table.h"
#include "fixture.h"
#include "plans/import/sample.h"
#include "stage.h"

void
stage_sample_set_up (StageSample  *sample,
                     gconstpointer data)
{
  sample->folder = samsyn_fixture_folder ();
  sample->store = samsyn_fixture_store (sample->folder);
  g_assert_true (samsyn_sample_apply (sample->store, "oversyn", NULL));
  sample->workspace = samsyn_workspace_new (sample->store, NULL, NULL);
  sample->session = samsyn_workspace_get_session (sample->workspace);
  sample->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (sample->window), GTK_WIDGET (sample->workspace));
  gtk_window_set_default_size (GTK_WINDOW (sample->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (sample->window));
}

void
stage_sample_tear_down (StageSample  *sample,
                        gconstpointer data)
{
  samsyn_workspace_close (sample->workspace);
  gtk_window_destroy (GTK_WINDOW (sample->window));
  stage_turn (12);
  samsyn_fixture_remove (g_steal_pointer (&sample->folder));
}

/* ---- What is seen ---------------------------------------------------------------------------------------------------------- */

static void
add_labels (GtkWidget *widget,
            GPtrArray *labels)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (labels, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_labels (child, labels);
}

GPtrArray *
stage_labels (GtkWidget *widget)
{
  GPtrArray *labels = g_ptr_array_new ();

  add_labels (widget, labels);
  return labels;
}

static void
add_texts (GskRenderNode *node,
           GskTransform  *transform,
           GArray        *texts)
{
  g_autoptr (GskTransform) inner = NULL;
  StageText text;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        add_texts (gsk_container_node_get_child (node, i), transform, texts);
      break;
    case GSK_CLIP_NODE:
      add_texts (gsk_clip_node_get_child (node), transform, texts);
      break;
    case GSK_TRANSFORM_NODE:
      inner = gsk_transform_transform (gsk_transform_ref (transform), gsk_transform_node_get_transform (node));
      add_texts (gsk_transform_node_get_child (node), inner, texts);
      break;
    case GSK_TEXT_NODE:
      gsk_render_node_get_bounds (node, &text.bounds);
      gsk_transform_transform_bounds (transform, &text.bounds, &text.bounds);
      text.colour = *gsk_text_node_get_color (node);
      g_array_append_val (texts, text);
      break;
    default:
      break;
    }
}

GArray *
stage_drawn_texts (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (StageText));

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    add_texts (node, NULL, texts);
  return texts;
}

guint
stage_count_coloured (GtkWidget     *widget,
                      const GdkRGBA *colour)
{
  g_autoptr (GArray) texts = stage_drawn_texts (widget);
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    n += gdk_rgba_equal (&g_array_index (texts, StageText, i).colour, colour);
  return n;
}

GPtrArray *
stage_rows (GtkWidget *window)
{
  SamsynListTable *table = SAMSYN_LIST_TABLE (stage_find (window, SAMSYN_TYPE_LIST_TABLE));
  GtkWidget *view = GTK_WIDGET (samsyn_list_table_get_rows (table));
  GPtrArray *rows = g_ptr_array_new ();

  for (GtkWidget *outer = gtk_widget_get_first_child (view); outer != NULL; outer = gtk_widget_get_next_sibling (outer))
    if (gtk_widget_get_mapped (gtk_widget_get_first_child (outer)))
      g_ptr_array_add (rows, gtk_widget_get_first_child (outer));
  return rows;
}
