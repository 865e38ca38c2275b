package kikkake.customer;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.contact;
import static kikkake.TestData.no;
import static kikkake.TestData.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import kikkake.event.Consent;
import kikkake.event.Contact;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final Instant BEFORE = NOON.minusSeconds(60);
  private static final Instant AFTER = NOON.plusSeconds(60);
  private static final String TIPS = "recommendation";
  private static final String LOOKED = "browse-follow-up";
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final Profile stranger = Profile.unknown(ANNA);

  @Test
  void theLaterAnswerCounts() {
    assertThat(stranger.with(yes(NOON)).with(no(AFTER)).wantsAdvertising()).isFalse();
    assertThat(stranger.with(no(NOON)).with(yes(AFTER)).wantsAdvertising()).isTrue();
    assertThat(stranger.with(no(NOON)).with(yes(BEFORE)).wantsAdvertising()).isFalse();
    assertThat(stranger.with(yes(NOON)).with(no(BEFORE)).wantsAdvertising()).isTrue();
  }

  @Test
  void ofTwoAnswersAtTheSameTimeTheNoCounts() {
    assertThat(stranger.with(yes(NOON)).with(no(NOON)).wantsAdvertising()).isFalse();
    assertThat(stranger.with(no(NOON)).with(yes(NOON)).wantsAdvertising()).isFalse();
  }

  @Test
  void whoWasNeverAskedDoesNotWantAdvertising() {
    assertThat(stranger.wantsAdvertising()).isFalse();
  }

  @Test
  void anOlderEventOnlyFillsGaps() {
    Profile known = stranger.with(contact("new@example.jp"), NOON);

    Profile filled = known.with(new Contact("old@example.jp", "花子", "ja", null, null), BEFORE);

    assertThat(filled.email()).isEqualTo("new@example.jp");
    assertThat(filled.name()).isEqualTo("花子");
    assertThat(filled.language()).isEqualTo("ja");
    assertThat(filled.updatedAt()).isEqualTo(NOON);
  }

  @Test
  void aNewerEventReplacesWhatItTellsAndKeepsTheRest() {
    Profile known = stranger.with(new Contact("old@example.jp", "花子", "ja", null, null), NOON);

    Profile changed = known.with(contact("new@example.jp"), AFTER);

    assertThat(changed.email()).isEqualTo("new@example.jp");
    assertThat(changed.name()).isEqualTo("花子");
    assertThat(changed.updatedAt()).isEqualTo(AFTER);
  }

  @Test
  void anAnswerInAnOldEventCountsByItsOwnTime() {
    Profile known = stranger.with(contact("anna@example.jp"), AFTER);

    assertThat(known.with(contact(yes(NOON)), BEFORE).wantsAdvertising()).isTrue();
  }

  @Test
  void forAKindTheLatestOfItsOwnAnswerAndTheOneToAllCounts() {
    Profile all = stranger.with(yes(NOON));

    assertThat(all.wants(TIPS)).isTrue();
    assertThat(all.with(about(TIPS, false, AFTER)).wants(TIPS)).isFalse();
    assertThat(all.with(about(TIPS, false, BEFORE)).wants(TIPS)).isTrue();
    assertThat(stranger.with(no(NOON)).with(about(TIPS, true, AFTER)).wants(TIPS)).isTrue();
    assertThat(stranger.with(no(NOON)).with(about(TIPS, true, BEFORE)).wants(TIPS)).isFalse();
    assertThat(stranger.with(about(TIPS, true, NOON)).wants(TIPS)).isTrue();
  }

  @Test
  void anAnswerAboutOneKindSaysNothingOfTheOthers() {
    assertThat(stranger.with(about(TIPS, true, NOON)).wants(LOOKED)).isFalse();
    assertThat(stranger.with(yes(NOON)).with(about(TIPS, false, AFTER)).wants(LOOKED)).isTrue();
  }

  @Test
  void ofAnAnswerToAllAndOneAboutAKindAtTheSameTimeTheNoCounts() {
    assertThat(stranger.with(yes(NOON)).with(about(TIPS, false, NOON)).wants(TIPS)).isFalse();
    assertThat(stranger.with(about(TIPS, true, NOON)).with(no(NOON)).wants(TIPS)).isFalse();
  }

  @Test
  void wantsAdvertisingIsToWantAnyKindOfIt() {
    Profile none =
        stranger.with(yes(NOON)).with(about(TIPS, false, AFTER)).with(about(LOOKED, false, AFTER));

    assertThat(none.wantsAdvertising()).isFalse();
    assertThat(stranger.with(about(TIPS, true, NOON)).wantsAdvertising()).isTrue();
  }

  @Test
  void aRefusalHoldsAgainstEveryAnswerAlsoThoseDatedAhead() {
    Profile refusing =
        stranger
            .with(yes(AFTER))
            .with(about(TIPS, true, AFTER.plusSeconds(60)))
            .refusing("one-click", NOON);

    assertThat(refusing.wantsAdvertising()).isFalse();
    assertThat(refusing.with(yes(AFTER)).wantsAdvertising()).isFalse();
  }

  @Test
  void anAnswerOnThePageHoldsAgainstEveryAnswerBefore() {
    Profile refusing = stranger.refusing("one-click", NOON);

    assertThat(refusing.answering(TIPS, true, "page", "1", NOON).wants(TIPS)).isTrue();
    assertThat(refusing.answering(TIPS, true, "page", "1", BEFORE).wants(TIPS)).isTrue();
    assertThat(refusing.answering(TIPS, true, "page", "1", NOON).wants(LOOKED)).isFalse();
  }

  @Test
  void aPauseEndsByItself() {
    Profile paused = stranger.preferring(NOON, 2);

    assertThat(paused.isPaused(BEFORE)).isTrue();
    assertThat(paused.isPaused(NOON)).isFalse();
    assertThat(stranger.isPaused(NOON)).isFalse();
  }

  private static Consent about(String kind, boolean yes, Instant at) {
    return new Consent(yes, at, "my-page", "2026-01", kind);
  }

  @Test
  void anUnknownZoneFallsBack() {
    assertThat(inZone("America/New_York").zoneOr(TOKYO)).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(inZone("Mars/Olympus Mons").zoneOr(TOKYO)).isEqualTo(TOKYO);
    assertThat(inZone("東京").zoneOr(TOKYO)).isEqualTo(TOKYO);
    assertThat(stranger.zoneOr(TOKYO)).isEqualTo(TOKYO);
  }

  private Profile inZone(String zone) {
    return stranger.with(new Contact(null, null, null, zone, null), NOON);
  }
}
