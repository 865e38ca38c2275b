package kikkake.local.world;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import kikkake.customer.Profile;
import kikkake.event.AdvertisingKinds;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.mail.PreferenceForm;
import org.jspecify.annotations.Nullable;

/** The second thoughts of a customer: what is asked of us at the worst moments there are. */
final class SecondThoughts {
  private static final int MOST_MOMENTS = 40;

  private final World world;
  private final SplittableRandom chance;
  private final CustomerId customer;
  private final Contact contact;
  private final Instant mailDue;

  SecondThoughts(World world, CustomerId customer, Contact contact, Instant mailDue) {
    this.world = world;
    this.chance = world.chance();
    this.customer = customer;
    this.contact = contact;
    this.mailDue = mailDue;
  }

  void come() {
    if (chance.nextInt(2) == 0) {
      anytime("unsubscribe", this::unsubscribe);
    }
    if (chance.nextInt(3) == 0) {
      anytime("choose", this::choose);
    }
    if (chance.nextInt(4) == 0) {
      anytime("look", this::look);
    }
    if (chance.nextInt(5) == 0) {
      anytime("erase", this::erase);
      // What is told of somebody who is gone: a late event.
      Person.tell(
          world,
          mailDue.plusSeconds(chance.nextInt(86_400)),
          new Identified(customer, null, mailDue, contact));
    }
  }

  /** In the middle of a mail of this customer, of an event, or around the time of a mail. */
  private void anytime(String name, Runnable what) {
    Agenda.Action action = new Agenda.Action(name + " " + customer, true, what);
    int moments = chance.nextInt(MOST_MOMENTS);
    switch (chance.nextInt(5)) {
      case 0 -> world.agenda().lieInWait(customer, "event", "", moments, action);
      case 1 -> world.agenda().add(mailDue.plusMillis(chance.nextInt(240_000) - 60_000L), action);
      case 2 -> world.agenda().lieInWait(customer, "send", "", moments, action);
      // The last look, and the mail itself.
      case 3 -> world.agenda().lieInWait(customer, "send", "BatchGetItem 4", moments / 8, action);
      default -> world.agenda().lieInWait(customer, "send", "SendEmail", moments / 8, action);
    }
  }

  private String token() {
    return Worker.TOKENS.sign(customer);
  }

  private void unsubscribe() {
    world.count("optOuts");
    if (chance.nextInt(3) == 0) {
      // The shop tells something else of the customer in the same moment.
      Contact told = new Contact(null, "Name " + chance.nextInt(9), null, null, null);
      Person.tell(world, world.now(), new Identified(customer, null, world.now(), told));
    }
    world.http().unsubscribe.act(token(), "one-click");
    world.witness().refused(customer);
  }

  /** Fills in the preference page as one finds it, and changes one thing. */
  private void choose() {
    world.count("preferences");
    Profile known = world.http().preferences.look(token()).orElseThrow();
    Set<String> kinds = new LinkedHashSet<>(AdvertisingKinds.ALL);
    kinds.removeIf(kind -> !known.wants(kind));
    @Nullable String refused = null;
    @Nullable Integer pauseWeeks = null;
    @Nullable Integer most = null;
    switch (chance.nextInt(3)) {
      case 0 -> {
        refused = AdvertisingKinds.ALL.get(chance.nextInt(AdvertisingKinds.ALL.size()));
        kinds.remove(refused);
      }
      case 1 -> pauseWeeks = 1;
      default -> most = 1;
    }
    Instant begin = world.now();
    PreferenceForm form = new PreferenceForm.Choices(kinds, most, pauseWeeks);
    if (world.http().preferences.act(token(), form).isPresent()) {
      Instant paused = pauseWeeks == null ? null : begin.plus(Duration.ofDays(7L * pauseWeeks));
      world.witness().wished(customer, refused, paused, most);
    }
  }

  private void look() {
    Task task = world.crew().running();
    world.http().unsubscribe.look(token());
    world.http().preferences.look(token());
    world.http().preferences.isErased(token());
    if (task != null && task.writes() > 0) {
      world.witness().complain("A look at the preference page of " + customer + " wrote something");
    }
  }

  private void erase() {
    world.count("erasures");
    world.witness().erasing(customer);
    world.http().erasure.erase(customer);
  }
}
