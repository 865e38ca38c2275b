package kikkake.studio;

import java.util.List;
import java.util.Map;

/** Shows the pictures for mails with the lines that put them there, and takes new ones. */
final class PicturesSection implements Section {
  private static final String WORD = "pictures";

  /** How wide mails are, in pixels. */
  private static final int MAIL_WIDTH = 600;

  private static final int BYTES_OF_A_KB = 1_000;

  private final Pictures pictures;
  private final String origin;

  PicturesSection(Pictures pictures, String origin) {
    this.pictures = pictures;
    this.origin = origin;
  }

  @Override
  public Reply answer(Visit visit, List<String> path) {
    if (!path.isEmpty()) {
      throw new Refused(404, Refused.Why.NOT_FOUND);
    }
    return visit.ask().isPost() ? save(visit) : list(visit);
  }

  private Reply list(Visit visit) {
    List<Map<String, Object>> rows = pictures.latest().stream().map(saved -> row(saved)).toList();
    return visit.page(
        "pictures",
        WORD,
        Map.of("pictures", rows, "none", rows.isEmpty(), "limits", Picture.LIMITS));
  }

  private Map<String, Object> row(Pictures.Saved saved) {
    return Map.of(
        "name",
        saved.name(),
        "address",
        address(saved.name()),
        "width",
        saved.width(),
        "height",
        saved.height(),
        "kilobytes",
        Math.ceilDiv(saved.bytes(), BYTES_OF_A_KB),
        "line",
        line(saved));
  }

  /**
   * What puts a picture into a mail, as wide as it is, or as the mail. Without {@code alt}: only a
   * person can say what a picture shows, and the check asks for it.
   */
  private String line(Pictures.Saved saved) {
    int width = Math.min(saved.width(), MAIL_WIDTH);
    long height = Math.max(1, Math.round((double) saved.height() * width / saved.width()));
    return "<mj-image src=\""
        + address(saved.name())
        + "\" width=\""
        + width
        + "px\" height=\""
        + height
        + "px\" />";
  }

  private String address(String name) {
    return origin + Pictures.PATH + name;
  }

  /** Takes the file itself as the body, sent by the page's script. */
  private Reply save(Visit visit) {
    visit.mustEdit();
    String stem = visit.ask().query().getOrDefault("name", "");
    Picture picture = Picture.read(stem, visit.ask().body());
    if (!pictures.save(picture)) {
      throw new Refused(409, Refused.Why.TAKEN);
    }
    return Reply.json(
        201, Json.object().put("name", picture.name()).put("address", address(picture.name())));
  }
}
