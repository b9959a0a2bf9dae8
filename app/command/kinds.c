/* kinds.c: every kind, its fields, types and choices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kinds/kinds.h"

#include "json-out.h"
#include "list-of-commands.h"
#include "model/words.h"

static char *format;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("text to read, or JSON with everything there is to know"), "text|json" },
  G_OPTION_ENTRY_NULL,
};

static const char *const on_delete[] = {
  [SAMSYN_ON_DELETE_DEFAULT] = "default",
  [SAMSYN_ON_DELETE_DELETE] = "delete",
  [SAMSYN_ON_DELETE_CLEAR] = "clear",
};

static const char *const derivations[] = {
  [SAMSYN_DERIVE_PRODUCT] = "product",
  [SAMSYN_DERIVE_DIFFERENCE] = "difference",
  [SAMSYN_DERIVE_EXCESS] = "excess",
  [SAMSYN_DERIVE_DAYS] = "days",
};

static const struct
{
  SamsynFieldFlags flag;
  const char      *name;
} flags[] = {
  { SAMSYN_FIELD_REQUIRED, "required" },     { SAMSYN_FIELD_IN_LIST, "in_list" },   { SAMSYN_FIELD_SEARCHABLE, "searchable" },
  { SAMSYN_FIELD_DEADLINE, "deadline" },     { SAMSYN_FIELD_PERSONAL, "personal" }, { SAMSYN_FIELD_CONTEXT, "context" },
};

/* ---- Text ------------------------------------------------------------------------------------------------------------------ */

static char *
choices_text (const SamsynField *field)
{
  GString *text = g_string_new (NULL);

  for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", choice->id);
  return g_string_free (text, FALSE);
}

/* What a value is: the choices, the kinds referred to, or the type. */
static char *
values_text (const SamsynField *field)
{
  if (field->type == SAMSYN_TYPE_CHOICE)
    return choices_text (field);
  if (field->type != SAMSYN_TYPE_REFERENCE)
    return g_strdup (samsyn_type_id (field->type));
  return field->targets != NULL ? g_strjoinv (" ", (char **) field->targets) : g_strdup (_ ("any record"));
}

static void
print_kind (const SamsynKind *kind)
{
  samsyn_call_printf ("%s: %s\n", kind->id, samsyn_kind_label (kind, NULL));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];
      g_autofree char *values = values_text (field);
      const char *arrow = field->type == SAMSYN_TYPE_REFERENCE ? "→ " : "";

      samsyn_call_printf ("  %s%s: %s; %s%s\n", field->id, field->flags & SAMSYN_FIELD_REQUIRED ? "*" : "",
                          samsyn_field_label (field, NULL), arrow, values);
    }
}

static void
print_text (void)
{
  for (guint i = 0; samsyn_kinds ()[i] != NULL; i++)
    {
      samsyn_call_print (i > 0 ? "\n" : "");
      print_kind (samsyn_kinds ()[i]);
    }
  samsyn_call_printf ("\n%s\n", _ ("* must be given; → refers to a record of"));
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------------ */

static void
put_ids (SamsynJsonOut     *out,
         const char        *name,
         const char *const *ids)
{
  samsyn_json_out_array (out, name);
  for (; ids != NULL && *ids != NULL; ids++)
    samsyn_json_out_text (out, NULL, *ids);
  samsyn_json_out_end (out);
}

static void
put_choices (SamsynJsonOut     *out,
             const SamsynKind  *kind,
             const SamsynField *field)
{
  g_autofree char *context = g_strdup_printf ("%s.%s", kind->id, field->id);

  samsyn_json_out_array (out, "choices");
  for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    {
      samsyn_json_out_object (out, NULL);
      samsyn_json_out_text (out, "id", choice->id);
      samsyn_json_out_words (out, "label", context, choice->label);
      samsyn_json_out_end (out);
    }
  samsyn_json_out_end (out);
}

/* References: what they lead to (null: any record), and what becomes of the record when that is deleted. */
static void
put_reference (SamsynJsonOut     *out,
               const SamsynField *field)
{
  if (field->targets != NULL)
    put_ids (out, "targets", field->targets);
  else
    samsyn_json_out_text (out, "targets", NULL);
  samsyn_json_out_text (out, "on_delete", on_delete[samsyn_field_on_delete (field)]);
}

static void
put_field (SamsynJsonOut     *out,
           const SamsynKind  *kind,
           const SamsynField *field)
{
  samsyn_json_out_object (out, NULL);
  samsyn_json_out_text (out, "id", field->id);
  samsyn_json_out_words (out, "label", "field", field->label);
  samsyn_json_out_text (out, "type", samsyn_type_id (field->type));
  samsyn_json_out_text (out, "group", field->group);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    samsyn_json_out_truth (out, flags[i].name, (field->flags & flags[i].flag) != 0);
  if (field->type == SAMSYN_TYPE_CHOICE)
    put_choices (out, kind, field);
  if (field->type == SAMSYN_TYPE_REFERENCE)
    put_reference (out, field);
  if (field->minimum != 0 || field->maximum != 0)
    {
      samsyn_json_out_real (out, "minimum", field->minimum);
      samsyn_json_out_real (out, "maximum", field->maximum);
    }
  samsyn_json_out_integer (out, "width", samsyn_field_width (field));
  samsyn_json_out_end (out);
}

static void
put_derived (SamsynJsonOut       *out,
             const SamsynDerived *derived)
{
  samsyn_json_out_object (out, NULL);
  samsyn_json_out_text (out, "id", derived->id);
  samsyn_json_out_words (out, "label", "field", derived->label);
  samsyn_json_out_text (out, "type", samsyn_type_id (derived->type));
  samsyn_json_out_text (out, "derive", derivations[derived->derive]);
  samsyn_json_out_array (out, "from");
  for (guint i = 0; i < G_N_ELEMENTS (derived->from) && derived->from[i] != NULL; i++)
    samsyn_json_out_text (out, NULL, derived->from[i]);
  samsyn_json_out_end (out);
  samsyn_json_out_end (out);
}

static void
put_groups (SamsynJsonOut    *out,
            const SamsynKind *kind)
{
  samsyn_json_out_array (out, "groups");
  for (const SamsynGroup *group = kind->groups; group != NULL && group->id != NULL; group++)
    {
      samsyn_json_out_object (out, NULL);
      samsyn_json_out_text (out, "id", group->id);
      samsyn_json_out_words (out, "label", "group", group->label);
      samsyn_json_out_end (out);
    }
  samsyn_json_out_end (out);
}

static void
put_settled (SamsynJsonOut    *out,
             const SamsynKind *kind)
{
  samsyn_json_out_array (out, "settled");
  for (const SamsynSettled *settled = kind->settled; settled != NULL && settled->field != NULL; settled++)
    {
      samsyn_json_out_object (out, NULL);
      samsyn_json_out_text (out, "field", settled->field);
      samsyn_json_out_text (out, "choice", settled->choice);
      samsyn_json_out_end (out);
    }
  samsyn_json_out_end (out);
}

static void
put_kind (SamsynJsonOut    *out,
          const SamsynKind *kind)
{
  samsyn_json_out_object (out, NULL);
  samsyn_json_out_text (out, "id", kind->id);
  samsyn_json_out_words (out, "label", "kind", kind->label);
  samsyn_json_out_words (out, "plural", "kinds", kind->plural);
  samsyn_json_out_words (out, "empty", "empty", kind->empty);
  samsyn_json_out_object (out, "area");
  for (guint i = 0; samsyn_languages ()[i] != NULL; i++)
    samsyn_json_out_text (out, samsyn_languages ()[i], samsyn_area_label (kind->area, samsyn_languages ()[i]));
  samsyn_json_out_end (out);
  put_ids (out, "title", kind->title);
  samsyn_json_out_text (out, "parent", kind->parent);
  put_ids (out, "order", kind->order);
  samsyn_json_out_array (out, "uniques");
  for (const char *const *const *unique = kind->uniques; unique != NULL && *unique != NULL; unique++)
    put_ids (out, NULL, *unique);
  samsyn_json_out_end (out);
  put_groups (out, kind);
  samsyn_json_out_array (out, "fields");
  for (guint i = 0; i < kind->n_fields; i++)
    put_field (out, kind, &kind->fields[i]);
  samsyn_json_out_end (out);
  samsyn_json_out_array (out, "derived");
  for (const SamsynDerived *derived = kind->derived; derived != NULL && derived->id != NULL; derived++)
    put_derived (out, derived);
  samsyn_json_out_end (out);
  put_settled (out, kind);
  samsyn_json_out_end (out);
}

static void
print_json (void)
{
  SamsynJsonOut out;

  samsyn_json_out_start (&out);
  samsyn_json_out_array (&out, "kinds");
  for (guint i = 0; samsyn_kinds ()[i] != NULL; i++)
    put_kind (&out, samsyn_kinds ()[i]);
  samsyn_json_out_finish (&out);
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  gboolean json;

  if (!samsyn_call_read_format (format, &json, error))
    return FALSE;
  (json ? print_json : print_text) ();
  return TRUE;
}

const SamsynCommand samsyn_command_kinds = {
  .name = "kinds",
  .usage = "[--format=text|json]",
  .summary = N_ ("Tell every kind of record, its fields, their types and choices."),
  .min_args = 0,
  .max_args = 0,
  .options = options,
  .run = run,
};
