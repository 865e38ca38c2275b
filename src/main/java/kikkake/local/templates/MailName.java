package kikkake.local.templates;

import java.util.List;
import kikkake.template.BuiltInTemplates;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A mail and its language, as users name them: {@code thank-you/ja}. */
record MailName(String kind, String language) {
  @Override
  public String toString() {
    return kind + "/" + language;
  }

  /** Reads it from the command line. */
  static final class Reader implements ITypeConverter<MailName> {
    @Override
    public MailName convert(String text) {
      List<String> parts = List.of(text.split("/", -1));
      if (parts.size() != 2
          || !BuiltInTemplates.KINDS.contains(parts.get(0))
          || !BuiltInTemplates.LANGUAGES.contains(parts.get(1))) {
        throw new TypeConversionException(
            "must be one of "
                + BuiltInTemplates.KINDS
                + ", a slash, and one of "
                + BuiltInTemplates.LANGUAGES);
      }
      return new MailName(parts.get(0), parts.get(1));
    }
  }
}
