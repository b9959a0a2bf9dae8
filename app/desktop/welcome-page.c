/* welcome-page.c: a window without a workspace: why, and what to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "welcome-page.h"

#include "accessible.h"
#include "exchange/sample.h"
#include "model/words.h"
#include "template.h"

struct _SamsynWelcomePage
{
  AdwBin         parent_instance;
  GtkButton     *sample_button;
  AdwStatusPage *status;
};

G_DEFINE_FINAL_TYPE (SamsynWelcomePage, samsyn_welcome_page, ADW_TYPE_BIN)

/* A status page takes its description for markup. */
static void
describe (SamsynWelcomePage *self,
          const char        *icon,
          const char        *title,
          const char        *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
}

void
samsyn_welcome_page_welcome (SamsynWelcomePage *self)
{
  describe (self, SAMSYN_APP_ID, "Samsyn",
            _("Who is responsible for what, and how does the project stand?  A workspace is one file on your own computer."));
}

void
samsyn_welcome_page_explain (SamsynWelcomePage *self,
                             const char        *path,
                             const GError      *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_strdup_printf (_("“%s” Is Not Open"), name);

  describe (self, "dialog-warning-symbolic", title, error->message);
}

static void
samsyn_welcome_page_class_init (SamsynWelcomePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  samsyn_template_set (widget_class, "welcome-page");
  gtk_widget_class_bind_template_child (widget_class, SamsynWelcomePage, sample_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynWelcomePage, status);
}

static void
samsyn_welcome_page_init (SamsynWelcomePage *self)
{
  g_auto (GStrv) samples = samsyn_samples ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->sample_button), samples[0] != NULL);
  samsyn_accessible_tidy (GTK_WIDGET (self), "Samsyn");
  samsyn_welcome_page_welcome (self);
}
