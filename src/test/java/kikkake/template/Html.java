package kikkake.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at HTML as strictly as no browser does. */
final class Html {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9:]*)[^>]*?(/?)>");
  private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta");

  private Html() {}

  /** Lists the tags that do not match up, in what every client but Outlook reads. */
  static List<String> unbalanced(String html) {
    return unbalancedTags(html.replaceAll("(?s)<!--.*?-->", ""));
  }

  /** Lists the tags that do not match up, in what Outlook for Windows reads. */
  static List<String> unbalancedInOutlook(String html) {
    return unbalancedTags(
        html.replaceAll("(?s)<!--\\[if !mso\\]><!-->.*?<!--<!\\[endif\\]-->", "")
            .replaceAll("<!--\\[if (mso|mso \\| IE)\\]>|<!\\[endif\\]-->", "")
            .replaceAll("(?s)<!--.*?-->", ""));
  }

  private static List<String> unbalancedTags(String html) {
    List<String> problems = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(html.replaceAll("(?s)<style.*?</style>", ""));
    while (tag.find()) {
      String name = tag.group(2);
      if (VOID.contains(name) || tag.group(3).equals("/")) {
        continue;
      }
      if (tag.group(1).isEmpty()) {
        open.push(name);
      } else if (!name.equals(open.poll())) {
        problems.add(tag.group() + " at " + tag.start());
        return problems;
      }
    }
    open.forEach(name -> problems.add("<" + name + "> is never closed"));
    return problems;
  }
}
