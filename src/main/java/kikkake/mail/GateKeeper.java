package kikkake.mail;

import java.util.List;

/** Asks the gates in their order; the first that does not say go decides. */
final class GateKeeper {
  /** Counts the changes of what the gates do; stands in every decision. */
  private static final String RULES = "g1";

  private final List<Gate> gates;

  GateKeeper(List<Gate> gates) {
    this.gates = List.copyOf(gates);
  }

  /** What was said, and by which gate; the last one where all said go. */
  record Answer(String gate, Verdict verdict) {}

  Answer ask(Situation situation) {
    return ask(gates, situation);
  }

  /** Asks those again that must hold at the very moment of handing over. */
  Answer askAgain(Situation situation) {
    return ask(gates.stream().filter(Gate::isAskedAgain).toList(), situation);
  }

  private static Answer ask(List<Gate> gates, Situation situation) {
    String last = "none";
    for (Gate gate : gates) {
      last = gate.name();
      Verdict verdict = gate.ask(situation);
      if (!(verdict instanceof Verdict.Go)) {
        return new Answer(last, verdict);
      }
    }
    return new Answer(last, Verdict.GO);
  }

  /** Which rules and settings decide, for the decision. */
  String rules(Settings settings) {
    return RULES + "-" + settings.version();
  }
}
