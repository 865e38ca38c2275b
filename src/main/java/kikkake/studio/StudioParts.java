package kikkake.studio;

import java.time.InstantSource;
import java.util.Set;
import kikkake.lint.Lint;
import kikkake.lint.MjmlCompiler;
import kikkake.mail.LatestMails;
import kikkake.mail.Ledger;
import kikkake.mail.Rehearsal;
import kikkake.mail.SettingsStore;
import kikkake.mail.TestMails;
import kikkake.mail.Why;
import kikkake.template.TemplateStore;

/**
 * What the studio works with.
 *
 * @param latest real mails to try templates on
 * @param rehearsal makes what a mail would show a customer
 * @param signIn where those are sent who are not signed in
 * @param formSecret signs what forms bring along, at least 16 bytes
 * @param origin where browsers find the studio, for example {@code https://studio.shop.example}
 * @param pictureOrigin the origin of the pictures in mails; may be the same
 * @param hosts where links and pictures in mails may lead; empty where anywhere, with a warning
 */
public record StudioParts(
    TemplateStore templates,
    Reviews reviews,
    LatestMails latest,
    Ledger ledger,
    Rehearsal rehearsal,
    TestMails testMails,
    SettingsStore settings,
    Why why,
    SignIn signIn,
    Pictures pictures,
    String formSecret,
    String origin,
    String pictureOrigin,
    Set<String> hosts,
    InstantSource clock) {
  public StudioParts {
    hosts = Set.copyOf(hosts);
  }

  MailDesk desk() {
    MjmlCompiler compiler = MjmlCompiler.builtIn();
    Lint lint = new Lint(compiler, hosts).withPictures(pictureOrigin + Pictures.PATH);
    return new MailDesk(
        templates,
        reviews,
        settings,
        new Samples(latest, ledger, rehearsal, clock),
        lint,
        new Preview(lint),
        testMails,
        hosts,
        pictureOrigin,
        clock);
  }
}
