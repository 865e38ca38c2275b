package kikkake.mail;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A kind of mail; the journey of the same name plans it. The more important kinds stand first: they
 * go before the others.
 */
public enum MailKind {
  /** Thanks for a purchase; not advertising, unless it carries recommendations. */
  THANK_YOU("thank-you", false),
  /** New items for somebody who bought. */
  RECOMMENDATION("recommendation", true),
  /** A reminder of what somebody looked at and did not buy. */
  BROWSE_FOLLOW_UP("browse-follow-up", true);

  private final String label;
  private final boolean advertising;

  MailKind(String label, boolean advertising) {
    this.label = label;
    this.advertising = advertising;
  }

  /** The name that stands in keys, settings, templates and reports. */
  public String label() {
    return label;
  }

  /** What people call it. */
  public String name(boolean inJapanese) {
    return switch (this) {
      case THANK_YOU -> inJapanese ? "お礼メール" : "Thank-you mail";
      case RECOMMENDATION -> inJapanese ? "おすすめメール" : "Recommendation mail";
      case BROWSE_FOLLOW_UP -> inJapanese ? "閲覧フォローメール" : "Browse follow-up mail";
    };
  }

  /** Whether it may only go to customers who said yes to advertising. */
  public boolean advertising() {
    return advertising;
  }

  /**
   * Whether one that may have gone already may go once more. Thanks twice are a blemish, and thanks
   * lost are too; an advert twice is worse than none.
   */
  boolean mayGoTwice() {
    return !advertising;
  }

  /** Whether there is a kind of that name; a newer version may have planned others. */
  static boolean isKnown(String label) {
    return Arrays.stream(values()).anyMatch(kind -> kind.label.equals(label));
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static MailKind of(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "must be one of "
                    + Arrays.stream(values())
                        .map(MailKind::label)
                        .collect(Collectors.joining(", "))));
  }
}
