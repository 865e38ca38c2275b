package kikkake.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import kikkake.mail.DynamoSettings;
import kikkake.mail.Settings;
import kikkake.studio.Group;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The settings page in a browser: proposed, approved, published, taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsBrowserTest {
  private static final Instant NOW = Instant.parse("2026-04-10T03:00:00Z");

  @SuppressWarnings("NullAway.Init")
  private StudioPages studio;

  @BeforeAll
  void start() {
    studio = new StudioPages(InstantSource.fixed(NOW));
  }

  @AfterAll
  void close() {
    studio.close();
  }

  private Page open(Group group) {
    return studio.open(group, "/studio/settings");
  }

  private static void press(Page page, String button) {
    page.locator("button").getByText(button, new Locator.GetByTextOptions().setExact(true)).click();
  }

  /** As a function that just started. */
  private Settings readByFunctions() {
    DynamoTable table = new DynamoTable(studio.dynamo.client(), LocalTable.NAME, new DynamoUsage());
    return new DynamoSettings(table, InstantSource.system()).read();
  }

  @Test
  void anotherQuietHourIsProposedApprovedPublishedAndTakenBack() {
    Page editor = open(Group.EDITOR);
    Page approver = open(Group.APPROVER);
    studio.look(editor, "settings-editor-new");
    editor.locator("[id='quietHours.from']").fill("22:00");
    editor.locator("[id='cap.day']").fill("多め");
    editor.locator("#note").fill("夏は夜が遅いので");
    press(editor, "保存して承認を依頼する");
    assertThat(editor.locator("[id='cap.day-must']")).containsText("0から100まで");
    assertThat(editor.locator("[id='cap.day']")).hasValue("多め");
    assertThat(editor.locator("[id='quietHours.from-live']")).hasText("いまの設定：21:00");
    studio.look(editor, "settings-editor-wrong");
    editor.locator("[id='cap.day']").fill("3");
    press(editor, "保存して承認を依頼する");
    assertThat(editor.locator("[role=status]")).containsText("承認を依頼しました");
    studio.look(editor, "settings-editor-asked");

    approver.reload();
    assertThat(approver.locator("#proposal-1")).containsText("夏は夜が遅いので");
    studio.look(approver, "settings-approver-asked");
    approver.locator("#note-1").fill("承知しました");
    press(approver, "承認する");
    assertThat(approver.locator("#proposal-1 .state")).hasText("承認済み・未公開");
    assertThat(readByFunctions()).isEqualTo(Settings.DEFAULTS);
    press(approver, "公開する");
    assertThat(approver.locator("[role=status]")).containsText("設定を公開しました");
    assertThat(readByFunctions().quietHours().from()).isEqualTo(LocalTime.of(22, 0));
    assertThat(readByFunctions().capPerDay()).isEqualTo(3);
    studio.look(approver, "settings-approver-published");

    press(approver, "ひとつ前の設定に戻す");
    assertThat(approver.locator("[role=status]")).containsText("前の設定に戻しました");
    assertThat(readByFunctions()).isEqualTo(Settings.DEFAULTS);
    Page viewer = open(Group.VIEWER);
    assertThat(viewer.locator("form.settings button")).hasCount(0);
    studio.look(viewer, "settings-viewer");
  }
}
