/* notice-bar.c: why a workspace is open for reading only, and what can be done
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
};

G_DEFINE_FINAL_TYPE (SamsynNoticeBar, samsyn_notice_bar, ADW_TYPE_BIN)

void
samsyn_notice_bar_show (SamsynNoticeBar *self,
                        const char      *text)
{
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  samsyn_announce (self->text, text);
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
  gtk_widget_class_bind_template_callback (widget_class, tell);
}

static void
samsyn_notice_bar_init (SamsynNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_tidy (GTK_WIDGET (self), "");
  samsyn_narrow_wrap (GTK_WIDGET (self));
}
