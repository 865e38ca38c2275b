package kikkake.template;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills a template with a model; the one renderer of preview, replay and live mail.
 *
 * <p>Templates are Mustache without what could hurt: every value in the HTML part is escaped, and
 * unescaped output, partials and changed delimiters are refused. Two rules decide what an absent
 * value means:
 *
 * <ul>
 *   <li>A <em>variable</em> is a promise: {@code {{order.total}}} without a value is an error,
 *       never a silent blank in a customer's mail.
 *   <li>A <em>section</em> is a question: {@code {{#order.discount}}} without a value, or with an
 *       empty text, an empty list or {@code false}, is skipped, and {@code {{^order.discount}}} is
 *       shown.
 * </ul>
 *
 * <p>A name that a list's item does not have is looked for around the list, as Mustache does it.
 * Compiled templates are kept by id. Safe for use by several threads.
 */
public final class Renderer {
  /** How deep sections may stand in each other. */
  private static final int DEEPEST = 20;

  /** What the library leaves out around a name. */
  private static final String BLANKS = "[\\x00-\\x20]*";

  private static final Pattern SECTION =
      Pattern.compile("\\{\\{" + BLANKS + "([#^/])" + BLANKS + "([^}]*?)" + BLANKS + "\\}\\}");
  private static final Pattern REFUSED = Pattern.compile("\\{\\{" + BLANKS + "([{&><$=])");
  private static final Pattern NAMELESS = Pattern.compile("\\{\\{" + BLANKS + "\\}\\}");
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private static final String NOT_TEXT = "\0list or map";

  private static final Mustache.Compiler PLAIN =
      Mustache.compiler()
          .withEscaper(textOnly(Escapers.NONE))
          .emptyStringIsFalse(true)
          .withFormatter(value ->
              switch (value) {
                case String text -> text;
                case Map<?, ?> map -> NOT_TEXT;
                case List<?> list -> NOT_TEXT;
                default -> value.toString();
              })
          .withCollector(new PlainCollector());
  private static final Mustache.Compiler HTML =
      PLAIN.withEscaper(textOnly(text -> isSafe(text) ? text : Escapers.HTML.escape(text)));

  private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

  /**
   * Fills the subject, the HTML part and the text part.
   *
   * @param model a tree of maps, lists, strings, numbers and booleans; {@link BuiltInTemplates}
   *     says what each mail needs
   * @throws IllegalArgumentException if the model holds anything else; names the path
   * @throws TemplateException if the template is broken or needs a value that the model does not
   *     have; names the template, the part, the line and the variable
   */
  public RenderedMail render(Template template, Map<String, Object> model) {
    Model.check(model);
    Compiled parts = compiled(template);
    String subject = oneLine(parts.subject().render(model));
    if (subject.isBlank()) {
      throw new TemplateException("Template " + template.id() + ": the subject came out blank");
    }
    Map<String, Object> around = new HashMap<>(model);
    around.put(Model.SUBJECT, subject);
    around.put(Model.PREVIEW, oneLine(parts.preview().render(model)));
    return new RenderedMail(subject, parts.html().render(around), parts.text().render(model));
  }

  /**
   * Fills the preview alone: the line that a mail client shows after the subject.
   *
   * @throws TemplateException as {@link #render} does
   */
  public String preview(Template template, Map<String, Object> model) {
    Model.check(model);
    return oneLine(compiled(template).preview().render(model));
  }

  /**
   * Compiles a template and keeps it, so that the first mail does not wait for it.
   *
   * @throws TemplateException if a tag is broken, or is of a kind that is refused
   */
  public void prepare(Template template) {
    compiled(template);
  }

  private Compiled compiled(Template template) {
    // A draft may change under one id: what is kept counts only for exactly the same texts.
    Compiled kept = compiled.get(template.id());
    if (kept != null && kept.template().equals(template)) {
      return kept;
    }
    Compiled fresh =
        new Compiled(
            template,
            Part.of(PLAIN, template, "subject", template.subject()),
            Part.of(PLAIN, template, "preview", template.preview()),
            Part.of(HTML, template, "html", template.html()),
            Part.of(PLAIN, template, "text", template.text()));
    compiled.put(template.id(), fresh);
    return fresh;
  }

  /** The library formats what a section tests, too, so only its escaper knows a variable. */
  private static Mustache.Escaper textOnly(Mustache.Escaper escaper) {
    return text -> {
      if (text.equals(NOT_TEXT)) {
        throw new MustacheException("a variable stands for a list or a map, which needs a section");
      }
      return escaper.escape(text);
    };
  }

  /**
   * Whether a text has none of the signs that the library escapes: it looks for each of them anew.
   */
  private static boolean isSafe(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '&', '\'', '"', '<', '>', '`', '=' -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }

  /** Whether both parts of a mail show an address, each as it writes one. */
  public static boolean shows(RenderedMail mail, String address) {
    return mail.text().contains(address)
        && (mail.html().contains(address) || mail.html().contains(Escapers.HTML.escape(address)));
  }

  private static String oneLine(String text) {
    return LINE_BREAKS.matcher(text).replaceAll(" ").strip();
  }

  private record Compiled(Template template, Part subject, Part preview, Part html, Part text) {}

  /**
   * @param usual how long it may well come out: the text begins with room for so much
   */
  private record Part(String where, com.samskivert.mustache.Template mustache, int usual) {

    static Part of(Mustache.Compiler compiler, Template template, String name, String source) {
      String where = "Template " + template.id() + ", " + name;
      refuse(where, source);
      checkDepth(where, source);
      try {
        return new Part(where, compiler.compile(source), 2 * source.length());
      } catch (MustacheException e) {
        throw new TemplateException(where + ": " + e.getMessage(), e);
      } catch (RuntimeException e) {
        throw cannotBeRead(where, e);
      }
    }

    String render(Map<String, Object> model) {
      try {
        BoundedText text = new BoundedText(usual);
        mustache.execute(model, text);
        return text.toString();
      } catch (BoundedText.TooLong e) {
        throw new TemplateException(
            where + " comes out longer than " + BoundedText.LONGEST + " characters", e);
      } catch (MustacheException.Context e) {
        throw new TemplateException(
            where + " line " + e.lineNo + ": the model lacks \"" + e.key + "\"", e);
      } catch (MustacheException e) {
        throw new TemplateException(where + ": " + e.getMessage(), e);
      } catch (RuntimeException e) {
        throw cannotBeRead(where, e);
      }
    }

    /** The library trips over names such as {@code ..} in many ways, and documents none. */
    private static TemplateException cannotBeRead(String where, RuntimeException e) {
      return new TemplateException(
          where + " has a tag that cannot be read: " + e.getClass().getSimpleName(), e);
    }

    /** A list inside itself would repeat the mail's items by the power of its depth. */
    private static void checkDepth(String where, String source) {
      Deque<String> open = new ArrayDeque<>();
      Matcher section = SECTION.matcher(source);
      while (section.find()) {
        String name = section.group(2);
        if (section.group(1).equals("/")) {
          open.poll();
        } else if (open.contains("#" + name) && section.group(1).equals("#")) {
          throw new TemplateException(
              where + " line " + line(source, section) + " has {{#" + name + "}} inside itself");
        } else if (open.size() == DEEPEST) {
          throw new TemplateException(
              where + " has more than " + DEEPEST + " sections in each other");
        } else {
          open.push(section.group(1) + name);
        }
      }
    }

    private static void refuse(String where, String source) {
      Matcher tag = REFUSED.matcher(source);
      if (tag.find()) {
        String what =
            switch (tag.group(1)) {
              case "{", "&" -> "output without escaping ({{{...}}} or {{&...}}): write {{...}}";
              case "=" -> "changed delimiters ({{=...=}}): keep {{ and }}";
              default ->
                  "partials and blocks ({{>...}}, {{<...}}, {{$...}}): write the text itself";
            };
        throw new TemplateException(
            where + " line " + line(source, tag) + " uses " + what + " instead");
      }
      Matcher nameless = NAMELESS.matcher(source);
      if (nameless.find()) {
        throw new TemplateException(
            where + " line " + line(source, nameless) + " has a tag without a name: {{}}");
      }
    }

    private static long line(String source, Matcher found) {
      return 1 + source.substring(0, found.start()).chars().filter(c -> c == '\n').count();
    }
  }

  /** Reads maps and lists only: the library's own collector would call methods of any object. */
  private static final class PlainCollector extends BasicCollector {
    /** The library would show a whole map by this name, which no map of a model has. */
    private static final String WHOLE_MAP = "entrySet";

    @Override
    public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
      return name.equals(WHOLE_MAP) ? null : super.createFetcher(context, name);
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }
}
