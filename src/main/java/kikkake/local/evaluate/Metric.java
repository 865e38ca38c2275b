package kikkake.local.evaluate;

import java.util.List;
import java.util.Set;
import kikkake.event.ItemId;

/** The figures of a report that are means over its cases. */
enum Metric {
  RECALL_10("recall@10"),
  RECALL_20("recall@20"),
  HR_10("HR@10"),
  HR_20("HR@20"),
  MRR_20("MRR@20"),
  NDCG_10("ndcg@10");

  private final String label;

  Metric(String label) {
    this.label = label;
  }

  /** The figure of one list. */
  double of(List<ItemId> list, Set<ItemId> truth) {
    return switch (this) {
      case RECALL_10 -> Metrics.recall(list, truth, 10);
      case RECALL_20 -> Metrics.recall(list, truth, 20);
      case HR_10 -> Metrics.hitRate(list, truth, 10);
      case HR_20 -> Metrics.hitRate(list, truth, 20);
      case MRR_20 -> Metrics.reciprocalRank(list, truth, 20);
      case NDCG_10 -> Metrics.ndcg(list, truth, 10);
    };
  }

  /** As the report calls it. */
  String label() {
    return label;
  }
}
