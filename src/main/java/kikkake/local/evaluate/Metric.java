package kikkake.local.evaluate;

import java.util.List;
import java.util.Set;
import kikkake.event.ItemId;

/** The figures of a report that are means over its cases. */
enum Metric {
  RECALL_10("recall@10") {
    @Override
    double of(List<ItemId> list, Set<ItemId> truth) {
      return Metrics.recall(list, truth, 10);
    }
  },
  RECALL_20("recall@20") {
    @Override
    double of(List<ItemId> list, Set<ItemId> truth) {
      return Metrics.recall(list, truth, 20);
    }
  },
  HR_10("HR@10") {
    @Override
    double of(List<ItemId> list, Set<ItemId> truth) {
      return Metrics.hitRate(list, truth, 10);
    }
  },
  HR_20("HR@20") {
    @Override
    double of(List<ItemId> list, Set<ItemId> truth) {
      return Metrics.hitRate(list, truth, 20);
    }
  },
  MRR_20("MRR@20") {
    @Override
    double of(List<ItemId> list, Set<ItemId> truth) {
      return Metrics.reciprocalRank(list, truth, 20);
    }
  },
  NDCG_10("ndcg@10") {
    @Override
    double of(List<ItemId> list, Set<ItemId> truth) {
      return Metrics.ndcg(list, truth, 10);
    }
  };

  private final String label;

  Metric(String label) {
    this.label = label;
  }

  /** The figure of one list. */
  abstract double of(List<ItemId> list, Set<ItemId> truth);

  /** As the report calls it. */
  String label() {
    return label;
  }
}
