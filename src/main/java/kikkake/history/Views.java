package kikkake.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kikkake.event.Browsed;
import kikkake.event.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * The last items somebody looked at, latest first. Adding the same event twice changes nothing.
 *
 * @param followUp the key of the latest browse follow-up that was planned from them
 * @param version counts the writes; 0 is not stored
 */
public record Views(List<View> recent, @Nullable String followUp, int version) {
  /** How many items are kept. */
  public static final int KEPT = 20;

  // Before NONE, whose constructor needs it.
  private static final Comparator<View> LATEST_FIRST =
      Comparator.comparing(View::at).reversed().thenComparing(View::item);

  public static final Views NONE = new Views(List.of(), null, 0);

  /**
   * An item somebody looked at.
   *
   * @param at when last, in whole seconds
   * @param inCart whether it was put into the cart and not taken out since
   */
  public record View(ItemId item, Instant at, boolean inCart) {
    public View {
      at = at.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  public Views {
    recent = recent.stream().sorted(LATEST_FIRST).limit(KEPT).toList();
  }

  /** These views and some more events, in whatever order they arrived. */
  public Views with(List<Browsed> events) {
    Map<ItemId, View> byItem = new HashMap<>();
    recent.forEach(view -> byItem.put(view.item(), view));
    List<Browsed> ordered =
        events.stream().sorted(Comparator.comparing(Browsed::occurredAt)).toList();
    for (Browsed event : ordered) {
      View known = byItem.get(event.item());
      if (known == null || !event.occurredAt().isBefore(known.at())) {
        boolean inCart =
            switch (event.action()) {
              case ADDED -> true;
              case REMOVED -> false;
              case VIEWED -> known != null && known.inCart();
            };
        byItem.put(event.item(), new View(event.item(), event.occurredAt(), inCart));
      }
    }
    return new Views(List.copyOf(byItem.values()), followUp, version);
  }

  /** These views and those of the same person before the sign-in. */
  public Views join(Views before) {
    Map<ItemId, View> byItem = new HashMap<>();
    List<View> all = new ArrayList<>(recent);
    all.addAll(before.recent());
    for (View view : all) {
      byItem.merge(view.item(), view, (a, b) -> a.at().isBefore(b.at()) ? b : a);
    }
    return new Views(List.copyOf(byItem.values()), followUp, version);
  }

  public Views planned(String key) {
    return new Views(recent, key, version);
  }

  /** When the latest look was, of those not later than {@code now}. */
  public Optional<Instant> latest(Instant now) {
    return recent.stream().map(View::at).filter(at -> !at.isAfter(now)).findFirst();
  }
}
