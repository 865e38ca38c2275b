package kikkake.mail;

import java.time.Instant;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the shop's switch in the table.
 *
 * <pre>
 *  pk   sk   what
 *  S    P    whether mail goes out: mode, until when it is paused, why; absent: it does
 * </pre>
 */
public final class DynamoSwitchboard implements Switchboard {
  static final DynamoKey KEY = new DynamoKey("S", "P");
  private static final String MODE = "mode";
  private static final String PAUSED_UNTIL = "pausedUntil";
  private static final String WHY = "why";

  private final DynamoTable table;

  public DynamoSwitchboard(DynamoTable table) {
    this.table = table;
  }

  @Override
  public SendingSwitch read() {
    return of(table.get(KEY).orElse(null));
  }

  @Override
  public void set(SendingSwitch.Mode mode, String why) {
    table.apply(KEY, new DynamoChange().set(MODE, mode.label()).set(WHY, why).remove(PAUSED_UNTIL));
  }

  @Override
  public void pause(Instant until, String why) {
    table.apply(
        KEY,
        new DynamoChange()
            .set(PAUSED_UNTIL, until)
            .set(WHY, why)
            .onlyIf("attribute_not_exists(#pausedUntil) OR #pausedUntil < :until", PAUSED_UNTIL)
            .with("until", until.getEpochSecond()));
  }

  static SendingSwitch of(@Nullable DynamoRow row) {
    if (row == null) {
      return SendingSwitch.ON;
    }
    String mode = row.text(MODE);
    return new SendingSwitch(
        mode == null ? SendingSwitch.Mode.ON : SendingSwitch.Mode.of(mode),
        row.time(PAUSED_UNTIL),
        row.text(WHY));
  }
}
