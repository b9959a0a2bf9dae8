/* announce.c: messages for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "announce.h"

#include "accessible.h"

#define WAITING "samsyn-waiting" /* of a window: what is to be told there, as Words */
#define SOON 1000                /* ms, in which the name of what gets the focus is read */

typedef struct
{
  GtkLabel *label; /* whose words they are */
  char     *text;
} Words;

typedef struct
{
  GArray *words;
  guint   source; /* 0: they are told */
} Waiting;

static void
words_clear (gpointer data)
{
  g_object_unref (((Words *) data)->label);
  g_free (((Words *) data)->text);
}

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_clear_handle_id (&waiting->source, g_source_remove);
  g_array_unref (waiting->words);
  g_free (waiting);
}

/* What is no longer in view isn't told, nor what other words say too: the reason under a field stands at the foot of the
 * record. */
static gboolean
is_worth_telling (GArray *waiting,
                  guint   place)
{
  const Words *words = &g_array_index (waiting, Words, place);

  for (guint i = 0; i < waiting->len; i++)
    if (i != place && strstr (g_array_index (waiting, Words, i).text, words->text) != NULL
        && (i < place || !g_str_equal (g_array_index (waiting, Words, i).text, words->text)))
      return FALSE;
  return gtk_widget_get_mapped (GTK_WIDGET (words->label));
}

static gboolean
tell_focus (gpointer data)
{
  GtkRoot *root = data;
  GtkWidget *focus = gtk_root_get_focus (root);
  Waiting *waiting = g_object_steal_data (G_OBJECT (root), WAITING);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < waiting->words->len; i++)
    if (is_worth_telling (waiting->words, i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", g_array_index (waiting->words, Words, i).text);
  if (focus != NULL && text->len > 0)
    samsyn_accessible_tell (focus, text->str);
  waiting->source = 0;
  waiting_free (waiting);
  return G_SOURCE_REMOVE;
}

/* Screen readers that read neither alerts nor statuses by themselves read what is told at the focus.  It would cut short what
 * they are reading, so it waits a little; meanwhile only the newest words of a label wait.  NULL takes them back. */
static void
tell_soon (GtkLabel   *label,
           const char *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (label));
  Waiting *waiting = root != NULL ? g_object_get_data (G_OBJECT (root), WAITING) : NULL;
  Words words;

  for (guint i = waiting != NULL ? waiting->words->len : 0; i > 0; i--)
    if (g_array_index (waiting->words, Words, i - 1).label == label)
      g_array_remove_index (waiting->words, i - 1);
  if (root == NULL || text == NULL)
    return;
  if (waiting == NULL)
    {
      waiting = g_new0 (Waiting, 1);
      waiting->words = g_array_new (FALSE, FALSE, sizeof (Words));
      g_array_set_clear_func (waiting->words, words_clear);
      waiting->source = g_timeout_add (SOON, tell_focus, root);
      g_object_set_data_full (G_OBJECT (root), WAITING, waiting, waiting_free);
    }
  words = (Words) { g_object_ref (label), g_strdup (text) };
  g_array_append_val (waiting->words, words);
}

/* To come into view is told of the label's parent, the text of the label. */
static void
tell (GtkLabel   *label,
      const char *text)
{
  GtkWidget *widget = GTK_WIDGET (label);

  if (gtk_widget_get_parent (widget) != NULL)
    samsyn_accessible_make_known (gtk_widget_get_parent (widget));
  samsyn_accessible_make_known (widget);
  gtk_widget_set_visible (widget, FALSE);
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (widget, TRUE);
  /* Last: of what is not in view no name is told. */
  samsyn_accessible_name (widget, text);
  tell_soon (label, text);
}

void
samsyn_announce (GtkLabel   *label,
                 const char *text)
{
  gboolean alert = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)) == GTK_ACCESSIBLE_ROLE_ALERT;

  if (text == NULL || *text == '\0')
    {
      gtk_label_set_text (label, "");
      samsyn_accessible_name (GTK_WIDGET (label), "");
      tell_soon (label, NULL);
      gtk_widget_set_visible (GTK_WIDGET (label), !alert);
    }
  else if (alert || !g_str_equal (text, gtk_label_get_text (label)))
    {
      tell (label, text);
    }
}
