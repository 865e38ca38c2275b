package kikkake.local.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kikkake.event.ItemId;

/** Cases as they are made: counts the right answers that training does not know. */
final class Cases<Q> {
  private final Set<ItemId> known;
  private final List<Case<Q>> cases = new ArrayList<>();
  private int unknown;

  /** Cases for which training knows these items. */
  Cases(Set<ItemId> known) {
    this.known = Set.copyOf(known);
  }

  /** Adds a case as it is; a right answer that training does not know is a miss. */
  void addWhole(Q question, Set<ItemId> truth) {
    unknown += (int) truth.stream().filter(item -> !known.contains(item)).count();
    cases.add(new Case<>(question, truth, Set.of()));
  }

  /** Adds a case with the right answers that can be ranked, unless there are none. */
  void add(Q question, Set<ItemId> truth, Set<ItemId> forbidden) {
    Set<ItemId> right = new HashSet<>(truth);
    right.retainAll(known);
    unknown += truth.size() - right.size();
    right.removeAll(forbidden);
    if (!right.isEmpty()) {
      cases.add(new Case<>(question, right, forbidden));
    }
  }

  List<Case<Q>> list() {
    return List.copyOf(cases);
  }

  /** How many right answers training does not know. */
  int unknown() {
    return unknown;
  }

  Set<ItemId> known() {
    return known;
  }
}
