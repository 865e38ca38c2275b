package kikkake.template;

import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import kikkake.TestClock;
import kikkake.table.DynamoTable;
import org.junit.jupiter.api.Test;

/** What a store of templates does, on every table. */
abstract class TemplatesContract {
  private final TestClock clock = new TestClock(NOON);
  private final DynamoTable table = table();
  private final BuiltInTemplates builtIn = new BuiltInTemplates();
  private final DynamoTemplates templates = new DynamoTemplates(table, builtIn, clock);

  abstract DynamoTable table();

  @Test
  void sendsWhatComesWithTheProductAtFirst() {
    assertThat(toTry("ja-JP")).containsExactly("thank-you/ja/built-in-1");
  }

  @Test
  void readsBackWhatWasSaved() {
    TemplateVersion version = version(1, "春の{{shop.name}}");

    assertThat(templates.save(version)).isTrue();

    assertThat(templates.version("thank-you", "ja", 1)).contains(version);
    assertThat(templates.version("thank-you", "en", 1)).isEmpty();
  }

  @Test
  void neverChangesAVersion() {
    TemplateVersion first = version(1, "first");
    templates.save(first);

    assertThat(templates.save(version(1, "second"))).isFalse();

    assertThat(templates.versions("thank-you", "ja")).containsExactly(first);
  }

  @Test
  void listsVersionsFromTheOldestOn() {
    for (int number = 1; number <= 11; number++) {
      templates.save(version(number, "subject " + number));
    }

    assertThat(templates.versions("thank-you", "ja"))
        .extracting(TemplateVersion::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void aSavedVersionIsNotSentBeforeItIsPublished() {
    templates.save(version(1, "new"));

    assertThat(toTry("ja")).containsExactly("thank-you/ja/built-in-1");
  }

  @Test
  void anotherWorkerSendsWhatWasPublishedFromItsNextBatchOn() {
    DynamoTemplates worker = new DynamoTemplates(table, builtIn, clock);
    publish(1);
    Templates batch = worker.now();
    assertThat(batch.find("thank-you", "ja").getFirst().subject()).isEqualTo("subject 1");

    publish(2);

    assertThat(batch.find("thank-you", "ja").getFirst().subject()).isEqualTo("subject 1");
    assertThat(worker.now().find("thank-you", "ja").stream().map(Template::id))
        .containsExactly("thank-you/ja/2", "thank-you/ja/1", "thank-you/ja/built-in-1");
    assertThat(worker.now().find("thank-you", "en").stream().map(Template::id))
        .containsExactly("thank-you/en/built-in-1");
  }

  @Test
  void publishesFromATimeOn() {
    publish(1);
    templates.save(version(2, "later"));
    templates.publish(
        "thank-you", "ja", new Publication(2, NOON.plusSeconds(60), "sato", ""), seen());

    assertThat(toTry("ja").getFirst()).isEqualTo("thank-you/ja/1");
    clock.pass(Duration.ofSeconds(60));
    assertThat(toTry("ja").getFirst()).isEqualTo("thank-you/ja/2");
  }

  @Test
  void publishesOnlyWhatNobodyChangedMeanwhile() {
    Publications seen = seen();
    publish(1);
    Publications later = seen();

    assertThat(templates.publish("thank-you", "ja", publication(1), seen)).isFalse();
    assertThat(templates.publish("thank-you", "ja", publication(1), later)).isTrue();
    assertThat(templates.publish("thank-you", "ja", publication(1), later)).isFalse();
  }

  @Test
  void publishesOnlyWhatThereIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> templates.publish("thank-you", "ja", publication(3), seen()))
        .withMessage("There is no version 3 of thank-you/ja");
  }

  @Test
  void tellsWhoPublishedWhatAndWhy() {
    publish(1);

    assertThat(seen().latestFirst())
        .containsExactly(new Publication(1, NOON, "sato@shop.example", "春の文面"));
  }

  private void publish(int number) {
    templates.save(version(number, "subject " + number));
    assertThat(templates.publish("thank-you", "ja", publication(number), seen())).isTrue();
  }

  private static Publication publication(int number) {
    return new Publication(number, NOON, "sato@shop.example", "春の文面");
  }

  private Publications seen() {
    return templates.publications("thank-you", "ja");
  }

  private List<String> toTry(String language) {
    return templates.now().find("thank-you", language).stream().map(Template::id).toList();
  }

  private static TemplateVersion version(int number, String subject) {
    TemplateSource source =
        new TemplateSource("thank-you", "ja", subject, "前文", "<mjml></mjml>", "本文\n");
    return new TemplateVersion(number, source, "<p>本文</p>", "sato", NOON, "");
  }
}
