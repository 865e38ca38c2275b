package kikkake.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Everything the laptop's SES accepted, newest first; safe for many threads. */
public final class LocalInbox {
  /** The message tag that says what kind of mail it is. */
  public static final String KIND = "kind";

  private final boolean keepsMails;
  private final Consumer<ReceivedMail> handOn;
  private final List<ReceivedMail> mails = new ArrayList<>();
  private final Map<String, ReceivedMail> byId = new HashMap<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private long size;
  private long numbers;

  /** An inbox that keeps every mail with its source. */
  public LocalInbox() {
    this(true, mail -> {});
  }

  private LocalInbox(boolean keepsMails, Consumer<ReceivedMail> handOn) {
    this.keepsMails = keepsMails;
    this.handOn = handOn;
  }

  /** An inbox that counts mails and forgets them, for replays that would not fit in memory. */
  public static LocalInbox countingOnly() {
    return new LocalInbox(false, mail -> {});
  }

  /** An inbox that counts mails and hands each on instead of keeping it. */
  static LocalInbox handingOn(Consumer<ReceivedMail> handOn) {
    return new LocalInbox(false, handOn);
  }

  /** A new number for a mail, so that the ids of every SES before this inbox differ. */
  synchronized long nextNumber() {
    return ++numbers;
  }

  /** Takes a mail in. */
  public synchronized void add(ReceivedMail mail) {
    size++;
    counts.merge(mail.tags().getOrDefault(KIND, ""), 1L, Long::sum);
    handOn.accept(mail);
    if (keepsMails) {
      mails.add(mail);
      byId.put(mail.messageId(), mail);
    }
  }

  /** How many mails came in, kept or not. */
  public synchronized long size() {
    return size;
  }

  /** How many mails of each kind came in; those without a kind are counted under "". */
  public synchronized Map<String, Long> countsByKind() {
    return new TreeMap<>(counts);
  }

  /** All kept mails, newest first. */
  public synchronized List<ReceivedMail> mails() {
    return mails.stream().sorted(Comparator.comparing(ReceivedMail::at)).toList().reversed();
  }

  /** The mail with this id, when it is kept. */
  public synchronized Optional<ReceivedMail> find(String messageId) {
    return Optional.ofNullable(byId.get(messageId));
  }

  /**
   * A page of the mails whose addresses, subject or tags contain a text, newest first.
   *
   * @param text what to look for, in any case; "" finds every mail
   * @param skip how many of the found mails to pass over
   * @param most how many mails the page holds at most
   */
  public Page search(String text, int skip, int most) {
    List<ReceivedMail> all = mails();
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<ReceivedMail> found =
        wanted.isEmpty() ? all : all.stream().filter(mail -> contains(mail, wanted)).toList();
    int from = Math.clamp(skip, 0, found.size());
    return new Page(found.subList(from, Math.min(from + most, found.size())), found.size());
  }

  /** Forgets every mail and every count. */
  public synchronized void clear() {
    mails.clear();
    byId.clear();
    counts.clear();
    size = 0;
  }

  /** Some of the mails that were found, and how many were found in all. */
  public record Page(List<ReceivedMail> mails, int found) {
    public Page {
      mails = List.copyOf(mails);
    }
  }

  private static boolean contains(ReceivedMail mail, String wanted) {
    return has(mail.subject(), wanted)
        || has(mail.from(), wanted)
        || mail.to().stream().anyMatch(to -> has(to, wanted))
        || mail.tags().values().stream().anyMatch(value -> has(value, wanted));
  }

  private static boolean has(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
