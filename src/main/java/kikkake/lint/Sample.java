package kikkake.lint;

import java.util.Map;

/**
 * A model that a template is tried on.
 *
 * @param name what findings call it; never a customer's name or address
 * @param model as {@link kikkake.template.MailModel} describes it
 */
public record Sample(String name, Map<String, Object> model) {}
