package kikkake.studio;

import kikkake.mail.Why;

/**
 * What the studio works with.
 *
 * @param signIn where those are sent who are not signed in
 * @param formSecret signs what forms bring along, at least 16 bytes
 * @param origin where browsers find the studio, for example {@code https://studio.shop.example}
 * @param pictureOrigin the origin of the pictures in mails; may be the same
 */
public record StudioParts(
    Why why,
    SignIn signIn,
    Pictures pictures,
    String formSecret,
    String origin,
    String pictureOrigin) {}
