package kikkake.studio;

import java.util.List;

/** A part of the studio, with the pages under one word of the address. */
interface Section {
  /**
   * Answers somebody who may look; whether more is allowed is for the section to ask.
   *
   * @param path what follows the section's word in the address
   * @throws Refused says why not
   */
  Reply answer(Visit visit, List<String> path);
}
