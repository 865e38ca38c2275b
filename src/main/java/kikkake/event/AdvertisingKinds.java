package kikkake.event;

import java.util.List;

/** The kinds of advertising mail that a customer may answer about one by one. */
public final class AdvertisingKinds {
  /** Their names, the same as in settings, templates and reports. */
  public static final List<String> ALL = List.of("recommendation", "browse-follow-up");

  private AdvertisingKinds() {}
}
