package kikkake.studio;

import java.time.Instant;
import java.util.List;

/** The pictures that mails show. A saved one never changes, since mails that went show it too. */
public interface Pictures {
  /** The part of the address before a picture's name. */
  String PATH = "/pictures/";

  /** How long browsers and mail programs may keep one. */
  String KEEP = "public, max-age=31536000, immutable";

  /** How many are listed. */
  int MOST_LISTED = 200;

  /**
   * A picture that was saved.
   *
   * @param width in pixels
   * @param height in pixels
   * @param bytes how large its file is
   */
  record Saved(String name, int width, int height, long bytes, Instant at) {}

  /** The newest ones, at most {@link #MOST_LISTED}; the newest first. */
  List<Saved> latest();

  /**
   * Saves a picture.
   *
   * @return false where there is one of that name already, which stays as it is
   */
  boolean save(Picture picture);
}
