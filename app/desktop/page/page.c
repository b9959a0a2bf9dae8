/* page.c: a page of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/filter-entry.h"
#include "desktop/parts/focus-within.h"
#include "desktop/parts/icons.h"
#include "desktop/parts/template.h"
#include "model/words.h"

typedef struct
{
  SamsynSession *session;
  char          *title;
  char          *unmatched;
  char          *problem;
  char          *empty_icon;
  gboolean       narrow;
  guint          due;   /* the source that will refresh, or 0 */
  gboolean       shown; /* something was read */
  GtkWidget     *filter;

  AdwHeaderBar  *header;
  GtkBox        *top;
  GtkSpinner    *spinner;
  GtkStack      *stack;
  AdwBin        *content;
  AdwBin        *empty;
  GtkBox        *foot;
  AdwStatusPage *problem_page;
  AdwStatusPage *unmatched_page;
} SamsynPagePrivate;

static void buildable_init (GtkBuildableIface *interface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SamsynPage, samsyn_page, ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (SamsynPage)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

#define PRIVATE(page) ((SamsynPagePrivate *) samsyn_page_get_instance_private (SAMSYN_PAGE (page)))

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_UNMATCHED,
  PROP_PROBLEM,
  PROP_EMPTY_ICON,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_child (SamsynPage *self,
            const char *name)
{
  SamsynPagePrivate *private = PRIVATE (self);

  gtk_spinner_set_spinning (private->spinner, g_str_equal (name, "reading"));
  gtk_stack_set_visible_child_name (private->stack, name);
}

/* ---- Reading --------------------------------------------------------------------------------------------------------------- */

/* What was read before stays until there is something newer. */
static void
read_page (SamsynPage   *self,
           SamsynReader *reader)
{
  samsyn_reader_start (reader, SAMSYN_PAGE_GET_CLASS (self)->reading, self);
  if (samsyn_reader_is_busy (reader) && !PRIVATE (self)->shown)
    show_child (self, "reading");
}

void
samsyn_page_refresh (SamsynPage *self)
{
  g_clear_handle_id (&PRIVATE (self)->due, g_source_remove);
  if (samsyn_page_get_store (self) == NULL)
    return;
  if (SAMSYN_PAGE_GET_CLASS (self)->reading != NULL)
    read_page (self, samsyn_session_get_reader (PRIVATE (self)->session));
  else if (SAMSYN_PAGE_GET_CLASS (self)->refresh != NULL)
    SAMSYN_PAGE_GET_CLASS (self)->refresh (self);
  samsyn_session_rest_soon (PRIVATE (self)->session);
}

static gboolean
on_due (gpointer self)
{
  PRIVATE (self)->due = 0;
  samsyn_page_refresh (self);
  return G_SOURCE_REMOVE;
}

void
samsyn_page_refresh_soon (SamsynPage *self)
{
  g_clear_handle_id (&PRIVATE (self)->due, g_source_remove);
  if (!SAMSYN_PAGE_GET_CLASS (self)->when_idle)
    samsyn_page_refresh (self);
  else
    PRIVATE (self)->due = g_idle_add_full (G_PRIORITY_LOW, on_due, self, NULL);
}

/* Steps that follow each other are answered once. */
static void
on_changed (SamsynPage *self)
{
  guint settle = SAMSYN_PAGE_GET_CLASS (self)->settle;

  if (settle == 0)
    {
      samsyn_page_refresh_soon (self);
      return;
    }
  g_clear_handle_id (&PRIVATE (self)->due, g_source_remove);
  PRIVATE (self)->due = g_timeout_add (settle, on_due, self);
}

static void
close_store (SamsynPage *self)
{
  SamsynReader *reader = PRIVATE (self)->session != NULL ? samsyn_session_get_reader (PRIVATE (self)->session) : NULL;

  g_clear_handle_id (&PRIVATE (self)->due, g_source_remove);
  if (reader != NULL)
    samsyn_reader_stop (reader, self);
  if (SAMSYN_PAGE_GET_CLASS (self)->close != NULL)
    SAMSYN_PAGE_GET_CLASS (self)->close (self);
}

SamsynPage *
samsyn_page_new (GType             type,
                 SamsynSession    *session,
                 const SamsynKind *kind)
{
  SamsynPage *self = g_object_new (type, NULL);

  PRIVATE (self)->session = g_object_ref (session);
  /* What the page is set up with hears of a change before the page is read anew from it. */
  if (SAMSYN_PAGE_GET_CLASS (self)->open != NULL)
    SAMSYN_PAGE_GET_CLASS (self)->open (self, kind);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "prefer", G_CALLBACK (samsyn_page_refresh_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "close", G_CALLBACK (close_store), self, G_CONNECT_SWAPPED);
  samsyn_accessible_tidy (GTK_WIDGET (self), PRIVATE (self)->title);
  samsyn_page_refresh_soon (self);
  return self;
}

SamsynSession *
samsyn_page_get_session (SamsynPage *self)
{
  return PRIVATE (self)->session;
}

SamsynStore *
samsyn_page_get_store (SamsynPage *self)
{
  return PRIVATE (self)->session != NULL ? samsyn_session_get_store (PRIVATE (self)->session) : NULL;
}

/* ---- What is shown --------------------------------------------------------------------------------------------------------- */

/* A picture is read and drawn as soon as a widget has it, whether that is shown or not: so it has it only when it is. */
static void
show_status (SamsynPage *self,
             const char *name,
             GtkWidget  *status,
             const char *icon)
{
  samsyn_icons_provide (status);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon);
  show_child (self, name);
}

void
samsyn_page_show (SamsynPage     *self,
                  SamsynPageState state)
{
  SamsynPagePrivate *private = PRIVATE (self);

  private->shown = TRUE;
  if (state == SAMSYN_PAGE_CONTENT)
    show_child (self, "content");
  else if (state == SAMSYN_PAGE_UNMATCHED)
    show_status (self, "unmatched", GTK_WIDGET (private->unmatched_page), "edit-find-symbolic");
  else
    show_status (self, "empty", adw_bin_get_child (private->empty), private->empty_icon);
}

void
samsyn_page_show_problem (SamsynPage   *self,
                          const GError *error)
{
  adw_status_page_set_description (PRIVATE (self)->problem_page, error->message);
  show_status (self, "problem", GTK_WIDGET (PRIVATE (self)->problem_page), "dialog-warning-symbolic");
}

/* ---- The focus ------------------------------------------------------------------------------------------------------------- */

/* Whoever leaves the filter goes on in what it showed. */
static void
show_all (SamsynPage *self)
{
  samsyn_page_clear_filter (self);
  samsyn_page_focus (self);
}

/* From what is typed down to what it leaves over. */
static gboolean
on_filter_key (SamsynPage     *self,
               guint           key,
               guint           code,
               GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (key != GDK_KEY_Down || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || !GTK_IS_TEXT (focus)
      || gtk_widget_get_native (focus) != gtk_widget_get_native (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  samsyn_page_focus (self);
  return GDK_EVENT_STOP;
}

void
samsyn_page_set_filter (SamsynPage *self,
                        GtkWidget  *filter)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  PRIVATE (self)->filter = filter;
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_filter_key), self);
  gtk_widget_add_controller (filter, keys);
  if (GTK_IS_SEARCH_ENTRY (filter))
    {
      samsyn_filter_entry_set_up (GTK_SEARCH_ENTRY (filter));
      g_signal_connect_object (filter, "stop-search", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
    }
}

void
samsyn_page_focus (SamsynPage *self)
{
  if (SAMSYN_PAGE_GET_CLASS (self)->focus != NULL)
    SAMSYN_PAGE_GET_CLASS (self)->focus (self);
  else
    samsyn_page_focus_content (self);
}

void
samsyn_page_focus_content (SamsynPage *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (PRIVATE (self)->stack);

  if (shown == NULL || !gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD))
    samsyn_page_focus_filter (self);
}

void
samsyn_page_focus_filter (SamsynPage *self)
{
  if (PRIVATE (self)->filter != NULL)
    gtk_widget_grab_focus (PRIVATE (self)->filter);
}

gboolean
samsyn_page_in_filter (SamsynPage *self)
{
  GtkWidget *filter = PRIVATE (self)->filter;

  return filter != NULL && samsyn_has_focus_within (filter);
}

void
samsyn_page_create (SamsynPage *self)
{
  if (SAMSYN_PAGE_GET_CLASS (self)->create != NULL)
    SAMSYN_PAGE_GET_CLASS (self)->create (self);
}

void
samsyn_page_clear_filter (SamsynPage *self)
{
  if (SAMSYN_PAGE_GET_CLASS (self)->clear_filter != NULL)
    SAMSYN_PAGE_GET_CLASS (self)->clear_filter (self);
}

/* ---- In templates ---------------------------------------------------------------------------------------------------------- */

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  SamsynPagePrivate *private = PRIVATE (buildable);
  GtkBuildableIface *parent = g_type_interface_peek (samsyn_page_parent_class, GTK_TYPE_BUILDABLE);

  if (!GTK_IS_WIDGET (child))
    parent->add_child (buildable, builder, child, type);
  else if (type == NULL)
    adw_bin_set_child (private->content, GTK_WIDGET (child));
  else if (g_str_equal (type, "start"))
    adw_header_bar_pack_start (private->header, GTK_WIDGET (child));
  else if (g_str_equal (type, "end"))
    adw_header_bar_pack_end (private->header, GTK_WIDGET (child));
  else if (g_str_equal (type, "top"))
    gtk_box_append (private->top, GTK_WIDGET (child));
  else if (g_str_equal (type, "empty"))
    adw_bin_set_child (private->empty, GTK_WIDGET (child));
  else if (g_str_equal (type, "foot"))
    gtk_box_append (private->foot, GTK_WIDGET (child));
  else
    GTK_BUILDER_WARN_INVALID_CHILD_TYPE (buildable, type);
}

static void
buildable_init (GtkBuildableIface *interface)
{
  interface->add_child = add_child;
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static char **
text_of (SamsynPage *self,
         guint       id)
{
  SamsynPagePrivate *private = PRIVATE (self);

  return id == PROP_TITLE       ? &private->title
         : id == PROP_UNMATCHED ? &private->unmatched
         : id == PROP_PROBLEM   ? &private->problem
                                : &private->empty_icon;
}

static void
samsyn_page_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *spec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, PRIVATE (object)->narrow);
  else
    g_value_set_string (value, *text_of (SAMSYN_PAGE (object), id));
}

static void
samsyn_page_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *spec)
{
  if (id == PROP_NARROW)
    PRIVATE (object)->narrow = g_value_get_boolean (value);
  else
    {
      g_free (*text_of (SAMSYN_PAGE (object), id));
      *text_of (SAMSYN_PAGE (object), id) = g_value_dup_string (value);
    }
}

static void
samsyn_page_dispose (GObject *object)
{
  close_store (SAMSYN_PAGE (object));
  g_clear_object (&PRIVATE (object)->session);
  G_OBJECT_CLASS (samsyn_page_parent_class)->dispose (object);
}

static void
samsyn_page_finalize (GObject *object)
{
  for (guint id = PROP_TITLE; id < PROP_NARROW; id++)
    g_free (*text_of (SAMSYN_PAGE (object), id));
  G_OBJECT_CLASS (samsyn_page_parent_class)->finalize (object);
}

static void
samsyn_page_class_init (SamsynPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = samsyn_page_get_property;
  object_class->set_property = samsyn_page_set_property;
  object_class->dispose = samsyn_page_dispose;
  object_class->finalize = samsyn_page_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNMATCHED] = g_param_spec_string ("unmatched", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY_ICON] = g_param_spec_string ("empty-icon", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  samsyn_template_set (widget_class, "page");
  gtk_widget_class_bind_template_child_private (widget_class, SamsynPage, header);
  gtk_widget_class_bind_template_child_private (widget_class, SamsynPage, top);
  gtk_widget_class_bind_template_child_private (widget_class, SamsynPage, spinner);
  gtk_widget_class_bind_template_child_private (widget_class, SamsynPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, SamsynPage, content);
  gtk_widget_class_bind_template_child_private (widget_class, SamsynPage, empty);
  gtk_widget_class_bind_template_child_private (widget_class, SamsynPage, foot);
  gtk_widget_class_bind_template_child_private (widget_class, SamsynPage, problem_page);
  gtk_widget_class_bind_template_child_private (widget_class, SamsynPage, unmatched_page);
  gtk_widget_class_bind_template_callback (widget_class, show_all);
  gtk_widget_class_bind_template_callback (widget_class, samsyn_page_refresh);
}

static void
samsyn_page_init (SamsynPage *self)
{
  for (guint id = PROP_TITLE; id < PROP_NARROW; id++)
    *text_of (self, id) = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
