package kikkake.lint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import kikkake.lint.Finding.Part;
import kikkake.template.MailModel;
import kikkake.template.MailModel.Field;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Holds where a link or picture leads: {@code https} and an allowed site, or one of the shop's own
 * addresses in a variable, to which nothing is added that would make it another site.
 */
final class Link {
  /** A customer's name, reached inside a section. */
  private static final Set<String> NAMES = Set.of("name", ".", "this");

  /** Addresses that only the customer may have. */
  private static final Set<String> SECRETS = Set.of("unsubscribeUrl", "preferencesUrl");

  /** Attributes that browsers and mail programs take as addresses. */
  static final Set<String> ATTRIBUTES =
      Set.of("href", "src", "background", "background-url", "cite", "longdesc", "lowsrc", "dynsrc");

  private static final Pattern UNSAFE =
      Pattern.compile(
          "^(javascript|data|vbscript|file|blob|about|livescript|mocha|jar|view-source):.*",
          Pattern.DOTALL);
  private static final Pattern IGNORED = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");
  private static final Pattern ASKING = Pattern.compile("\\{\\{\\s*[#^/!][^}]*\\}\\}");
  private static final Pattern PICTURE = Pattern.compile("[a-z0-9-]+\\.(png|jpg|gif)");
  private static final Pattern AUTHORITY = Pattern.compile("(?i)https://([^/?#]*)");

  private final MailModel model;
  private final Set<String> hosts;
  private final String pictures;
  private final Findings findings;

  /**
   * @param hosts allowed sites, each with the sites under it; empty where the shop has no list
   * @param pictures what stands before the names of the shop's pictures; empty where there are none
   */
  Link(MailModel model, Set<String> hosts, String pictures, Findings findings) {
    this.model = model;
    this.hosts = hosts;
    this.pictures = pictures;
    this.findings = findings;
  }

  /** Checks an attribute's value as it stands in the source, with entities and Mustache. */
  void check(Part part, int line, String written) {
    String value = Parser.unescapeEntities(written, true).strip();
    String bare = IGNORED.matcher(ASKING.matcher(value).replaceAll("")).replaceAll("");
    @Nullable String scheme = unsafeScheme(bare);
    if (scheme != null) {
      findings.add(part, line, Rule.UNSAFE_LINK, scheme);
      return;
    }
    boolean first = true;
    for (String piece : ASKING.split(value, -1)) {
      if (!piece.isEmpty()) {
        piece(part, line, piece, first);
        first = false;
      }
    }
    if (first) {
      findings.add(part, line, Rule.LINK_NOT_HTTPS, written);
    }
    variables(part, line, value);
  }

  /** A scheme that runs or reads something, however it is written; null where there is none. */
  static @Nullable String unsafeScheme(String address) {
    String bare = IGNORED.matcher(address).replaceAll("").toLowerCase(Locale.ROOT);
    return UNSAFE.matcher(bare).matches() ? bare.substring(0, bare.indexOf(':') + 1) : null;
  }

  private void piece(Part part, int line, String piece, boolean first) {
    if (!first && "/?#&".indexOf(piece.charAt(0)) >= 0) {
      return;
    }
    List<MustacheTag> tags = MustacheTag.in(piece);
    if (piece.startsWith("{{") && !tags.isEmpty()) {
      MustacheTag variable = tags.getFirst();
      String rest = piece.substring(variable.end());
      if (!isAddress(variable.name())) {
        findings.add(part, line, Rule.LINK_VARIABLE, variable.name());
      } else if (!rest.isEmpty() && "/?#".indexOf(rest.charAt(0)) < 0) {
        findings.add(part, line, Rule.LINK_AFTER_VARIABLE, variable.name(), rest);
      }
      return;
    }
    literal(part, line, piece);
  }

  private void literal(Part part, int line, String address) {
    if (isPicture(address)) {
      return;
    }
    var authority = AUTHORITY.matcher(address);
    if (!authority.lookingAt()) {
      findings.add(part, line, Rule.LINK_NOT_HTTPS, address);
      return;
    }
    String host = host(authority.group(1), address);
    if (host.isEmpty()) {
      findings.add(part, line, Rule.LINK_BROKEN, address);
    } else if (!hosts.isEmpty() && !allowed(host)) {
      findings.add(part, line, Rule.HOST_REFUSED, host, String.join(", ", hosts));
    } else if (hosts.isEmpty()) {
      findings.add(part, line, Rule.OUTSIDE_HOST, host);
    }
  }

  /** Whether an address is that of one of the shop's pictures. */
  boolean isPicture(String address) {
    return !pictures.isEmpty()
        && address.startsWith(pictures)
        && PICTURE.matcher(address.substring(pictures.length())).matches();
  }

  /** Empty where it has a name or password, a variable, or is no host at all. */
  private static String host(String authority, String address) {
    if (authority.contains("{{") || authority.contains("@") || address.contains("\\")) {
      return "";
    }
    try {
      @Nullable String host = new URI("https://" + authority + "/").getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private boolean allowed(String host) {
    return hosts.stream()
        .map(known -> known.toLowerCase(Locale.ROOT))
        .anyMatch(known -> host.equals(known) || host.endsWith("." + known));
  }

  private void variables(Part part, int line, String value) {
    for (MustacheTag tag : MustacheTag.in(value)) {
      if (tag.kind() != MustacheTag.Kind.VARIABLE) {
        continue;
      }
      if (tag.name().startsWith("customer.")
          || NAMES.contains(tag.name())
          || (SECRETS.contains(tag.name()) && tag.start() > 0)) {
        findings.add(part, line, Rule.NAME_IN_LINK, tag.name());
      } else if (!isAddress(tag.name()) && tag.start() > 0) {
        findings.add(part, line, Rule.TEXT_IN_LINK, tag.name());
      }
    }
  }

  /** Whether the last word is the name of an address; a model has no text of the same name. */
  boolean isAddress(String name) {
    return holdsAddress(name.substring(name.lastIndexOf('.') + 1), model.fields().values());
  }

  private boolean holdsAddress(String word, Iterable<Field> fields) {
    @Nullable Field top = model.fields().get(word);
    if (top != null) {
      return top.type() == MailModel.Type.URL;
    }
    for (Field field : fields) {
      @Nullable Field inner = field.fields().get(word);
      if ((inner != null && inner.type() == MailModel.Type.URL)
          || holdsAddress(word, field.fields().values())) {
        return true;
      }
    }
    return false;
  }
}
