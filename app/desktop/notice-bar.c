/* notice-bar.c: why a workspace can't be written, and what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "notice-bar.h"

#include "accessible.h"
#include "announce.h"
#include "narrow.h"
#include "template.h"

struct _SamsynNoticeBar
{
  AdwBin    parent_instance;
  GtkLabel *text;
  GtkBox   *of_reader; /* the buttons of a workspace that is only read, and those of a damaged one */
  GtkBox   *of_damage;
};

G_DEFINE_FINAL_TYPE (SamsynNoticeBar, samsyn_notice_bar, ADW_TYPE_BIN)

static void
show (SamsynNoticeBar *self,
      const char      *text,
      gboolean         damaged)
{
  gtk_widget_set_visible (GTK_WIDGET (self->of_reader), !damaged);
  gtk_widget_set_visible (GTK_WIDGET (self->of_damage), damaged);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  samsyn_announce (self->text, text);
}

void
samsyn_notice_bar_show (SamsynNoticeBar *self,
                        const char      *text)
{
  show (self, text, FALSE);
}

void
samsyn_notice_bar_show_damage (SamsynNoticeBar *self,
                               const char      *text)
{
  show (self, text, TRUE);
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

  samsyn_template_set (widget_class, "notice-bar");
  gtk_widget_class_bind_template_child (widget_class, SamsynNoticeBar, text);
  gtk_widget_class_bind_template_child (widget_class, SamsynNoticeBar, of_reader);
  gtk_widget_class_bind_template_child (widget_class, SamsynNoticeBar, of_damage);
  gtk_widget_class_bind_template_callback (widget_class, tell);
}

static void
samsyn_notice_bar_init (SamsynNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_tidy (GTK_WIDGET (self), "");
  samsyn_narrow_wrap (GTK_WIDGET (self));
}
