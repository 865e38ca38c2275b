package kikkake.studio;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a mail in its frame may load. It is shown by its own rules, not by the page's: it brings
 * styles along, and pictures from where the shop's own data has them, and nothing else. So a draft
 * cannot tell another site of the customer it is shown on. The frame has no origin, so it reaches
 * nothing of the page.
 */
final class FramePolicy {
  private final Set<String> sources = new TreeSet<>();

  /**
   * The policy for one mail.
   *
   * @param hosts of the shop, with the sites under them
   * @param pictures the origin of the pictures that were uploaded
   * @param model whose addresses are the shop's
   */
  static String of(Set<String> hosts, String pictures, Map<String, Object> model) {
    FramePolicy policy = new FramePolicy();
    policy.sources.add(pictures);
    hosts.forEach(host -> policy.sources.addAll(List.of("https://" + host, "https://*." + host)));
    policy.collect(model);
    return "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' "
        + String.join(" ", policy.sources)
        + "; frame-ancestors 'self'; form-action 'none'; base-uri 'none'";
  }

  private void collect(Object value) {
    switch (value) {
      case Map<?, ?> map -> map.values().forEach(this::collect);
      case List<?> list -> list.forEach(this::collect);
      case String text -> {
        String host = host(text);
        if (host != null) {
          sources.add("https://" + host);
        }
      }
      default -> {}
    }
  }

  private static @Nullable String host(String text) {
    try {
      return text.startsWith("https://") ? new URI(text).getHost() : null;
    } catch (URISyntaxException e) {
      return null; // No address.
    }
  }
}
