/* notice-bar.c: why a workspace can't be written, and what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "notice-bar.h"

#include "accessible.h"
#include "announce.h"
#include "narrow.h"
#include "template.h"
#include "wrap-layout.h"

struct _SamsynNoticeBar
{
  AdwBin    parent_instance;
  GtkLabel *text;
  GtkBox   *of_reader; /* the buttons of a workspace that is only read, and those of a damaged one */
  GtkBox   *of_damage;
  GtkBox   *of_bent; /* of one that holds bent values */
};

G_DEFINE_FINAL_TYPE (SamsynNoticeBar, samsyn_notice_bar, ADW_TYPE_BIN)

static void
show (SamsynNoticeBar *self,
      const char      *text,
      GtkBox          *buttons)
{
  GtkBox *all[] = { self->of_reader, self->of_damage, self->of_bent };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_set_visible (GTK_WIDGET (all[i]), all[i] == buttons);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  samsyn_announce (self->text, text);
}

void
samsyn_notice_bar_show (SamsynNoticeBar *self,
                        const char      *text)
{
  show (self, text, self->of_reader);
}

void
samsyn_notice_bar_show_damage (SamsynNoticeBar *self,
                               const char      *text)
{
  show (self, text, self->of_damage);
}

void
samsyn_notice_bar_show_bent (SamsynNoticeBar *self,
                             const char      *text)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    show (self, text, self->of_bent);
}

static void
show_bent (SamsynNoticeBar *self)
{
  g_signal_emit_by_name (self, "show-bent");
}

/* The notice is there before the window is. */
static void
tell (SamsynNoticeBar *self)
{
  g_autofree char *text = g_strdup (gtk_label_get_text (self->text));

  samsyn_announce (self->text, text);
}

static void
samsyn_notice_bar_class_init (SamsynNoticeBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_signal_new ("show-bent", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SAMSYN_TYPE_WRAP_LAYOUT);
  samsyn_template_set (widget_class, "notice-bar");
  gtk_widget_class_bind_template_child (widget_class, SamsynNoticeBar, text);
  gtk_widget_class_bind_template_child (widget_class, SamsynNoticeBar, of_reader);
  gtk_widget_class_bind_template_child (widget_class, SamsynNoticeBar, of_damage);
  gtk_widget_class_bind_template_child (widget_class, SamsynNoticeBar, of_bent);
  gtk_widget_class_bind_template_callback (widget_class, show_bent);
  gtk_widget_class_bind_template_callback (widget_class, tell);
}

static void
samsyn_notice_bar_init (SamsynNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_tidy (GTK_WIDGET (self), "");
  samsyn_narrow_wrap (GTK_WIDGET (self));
}
