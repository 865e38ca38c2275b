package kikkake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kikkake.TestShop;
import kikkake.lint.DifficultSamples;
import kikkake.template.BuiltInTemplates;
import kikkake.template.RenderedMail;
import kikkake.template.Renderer;
import kikkake.template.Template;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What SpamAssassin's local rules think of the built-in mails, as SES gets them. */
class SpamTest {
  static final List<Template> ALL = new BuiltInTemplates().all();
  private static final double MOST = 2;
  private static final String PROGRAM = "spamassassin";
  private static final Pattern SCORE = Pattern.compile("X-Spam-Status: \\w+, score=(-?[0-9.]+)");

  /**
   * What a receiving server adds: a mail without it would be judged as one that never travelled.
   */
  private static final String RECEIVED =
      "Received: from a8-31.smtp-out.amazonses.com (a8-31.smtp-out.amazonses.com [54.240.8.31])"
          + " by mx.example.jp with ESMTPS id abc; Sun, 12 Apr 2026 12:00:00 +0900\r\n";

  @TempDir private Path home = Path.of("");

  @ParameterizedTest
  @FieldSource("ALL")
  void isNotTakenForSpam(Template template) throws Exception {
    startOrSkip();
    Map<String, Object> model =
        DifficultSamples.of(template.kind(), template.language()).getFirst().model();
    RenderedMail mail = new Renderer().render(template, model);

    String judged = judge(raw(mail, "https://mail.shop.example/u/v2.k.YW5uYQ.x"));

    assertThat(score(judged)).as(judged).isLessThan(MOST);
    assertThat(judged).doesNotContain("HTML_FONT_LOW_CONTRAST");
  }

  /** Holds that the rules are there at all. */
  @Test
  void isAskedInEarnest() throws Exception {
    startOrSkip();
    String gtube = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";
    RenderedMail mail = new RenderedMail("Hello", "<p>" + gtube + "</p>", gtube);

    assertThat(score(judge(raw(mail, null)))).isGreaterThan(100);
  }

  private static String raw(RenderedMail mail, @Nullable String unsubscribeUrl) {
    Instant now = Instant.parse("2026-04-12T03:00:00Z");
    String raw =
        MimeMail.compose(
            TestShop.SHOP, "hanako@example.jp", "山田 花子", "send-1", mail, unsubscribeUrl, now);
    // SES sets one of its own.
    return RECEIVED + raw.replace("<send-1@kikkake>", "<0101-send-1@email.amazonses.com>");
  }

  private static void startOrSkip() {
    boolean there =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    Assumptions.assumeTrue(
        there, "Skipped: no spamassassin on the PATH; install spamassassin to run it");
  }

  /** Without network, without what it learned, and without anybody's preferences. */
  private String judge(String raw) throws IOException, InterruptedException {
    Path mail = home.resolve("mail.eml");
    Path judged = home.resolve("judged.eml");
    Path problems = home.resolve("problems.txt");
    Files.writeString(mail, raw, StandardCharsets.US_ASCII);
    ProcessBuilder program =
        new ProcessBuilder(
                PROGRAM,
                "-L",
                "-t",
                "--cf=use_bayes 0",
                "--cf=use_auto_whitelist 0",
                "--prefspath=" + home.resolve("prefs"))
            .redirectInput(mail.toFile())
            .redirectOutput(judged.toFile())
            .redirectError(problems.toFile());
    program.environment().put("HOME", home.toString());
    assertThat(program.start().waitFor()).as(Files.readString(problems)).isZero();
    return Files.readString(judged, StandardCharsets.ISO_8859_1); // It cuts texts anywhere.
  }

  private static double score(String judged) {
    Matcher score = SCORE.matcher(judged);
    assertThat(score.find()).as(judged).isTrue();
    return Double.parseDouble(score.group(1));
  }
}
