package kikkake.local.templates;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import kikkake.local.UserError;
import kikkake.template.BuiltInTemplates;
import kikkake.template.TemplateSource;

/**
 * A folder with the sources of mails: {@code ja/thank-you.mjml}, {@code .txt} and {@code
 * .properties}, in which stand subject, preview, and what the files were made of.
 */
final class TemplateFolder {
  private static final String SUBJECT = "subject";
  private static final String PREVIEW = "preview";
  private static final String VERSION = "version";
  private static final String PULLED = "pulled";

  private static final int FINGERPRINT_BYTES = 8;

  private final Path folder;

  TemplateFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * What the files of one mail hold.
   *
   * @param version of the table that they were made of; 0 for what comes with the product
   * @param changed whether they differ from what they were made of
   */
  record Kept(TemplateSource source, int version, boolean changed) {}

  /**
   * Reads the files of all mails that there are.
   *
   * @throws UserError where there is none, or one is missing or wrong; names it
   */
  List<Kept> all() throws IOException {
    List<Kept> all = new ArrayList<>();
    for (String kind : BuiltInTemplates.KINDS) {
      for (String language : BuiltInTemplates.LANGUAGES) {
        read(kind, language).ifPresent(all::add);
      }
    }
    if (all.isEmpty()) {
      throw new UserError(folder + " has no templates; begin with ./kikkake templates pull");
    }
    return all;
  }

  /**
   * Reads the files of a mail; empty where there is none of them.
   *
   * @throws UserError where one is missing or wrong; names it
   */
  Optional<Kept> read(String kind, String language) throws IOException {
    Path mjml = file(kind, language, "mjml");
    Path text = file(kind, language, "txt");
    Path head = file(kind, language, "properties");
    List<Path> all = List.of(mjml, text, head);
    if (all.stream().noneMatch(Files::exists)) {
      return Optional.empty();
    }
    for (Path each : all) {
      if (!Files.isRegularFile(each)) {
        throw new UserError(each + " is missing; a mail has three files: .mjml, .txt, .properties");
      }
    }
    Properties fields = new Properties();
    fields.load(new StringReader(text(head)));
    TemplateSource source =
        new TemplateSource(
            kind,
            language,
            required(fields, SUBJECT, head),
            required(fields, PREVIEW, head),
            text(mjml),
            text(text));
    int version = version(required(fields, VERSION, head), head);
    boolean changed = !required(fields, PULLED, head).strip().equals(fingerprint(source));
    return Optional.of(new Kept(source, version, changed));
  }

  /** Writes the files of a mail over what stands there. */
  void write(TemplateSource source, int version) throws IOException {
    String kind = source.kind();
    String language = source.language();
    Files.createDirectories(folder.resolve(language));
    Files.writeString(file(kind, language, "mjml"), source.mjml());
    Files.writeString(file(kind, language, "txt"), source.text());
    Files.writeString(
        file(kind, language, "properties"),
        line(VERSION, Integer.toString(version))
            + line(PULLED, fingerprint(source))
            + line(SUBJECT, source.subject())
            + line(PREVIEW, source.preview()));
  }

  private Path file(String kind, String language, String ending) {
    return folder.resolve(language).resolve(kind + "." + ending);
  }

  /** Git may have changed the ends of lines on the way. */
  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      throw new UserError(file + " is not UTF-8; save it as UTF-8");
    }
  }

  /** Tells one source from another; what comes with the product changes with the product. */
  private static String fingerprint(TemplateSource source) {
    String all =
        String.join("\0", source.subject(), source.preview(), source.mjml(), source.text());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }

  private static String required(Properties fields, String name, Path file) {
    String value = fields.getProperty(name);
    if (value == null) {
      throw new UserError(file + " has no line \"" + name + " = ...\"");
    }
    return value;
  }

  private static int version(String text, Path file) {
    try {
      return Integer.parseUnsignedInt(text.strip());
    } catch (NumberFormatException e) {
      throw new UserError(file + ": version must be a whole number, as pull wrote it");
    }
  }

  /** As {@link Properties} reads it again. */
  private static String line(String name, String value) throws IOException {
    Properties one = new Properties();
    one.setProperty(name, value);
    StringWriter out = new StringWriter();
    one.store(out, null);
    return out.toString()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
