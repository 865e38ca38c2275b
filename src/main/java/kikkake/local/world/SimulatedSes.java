package kikkake.local.world;

import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kikkake.mail.MailKey;
import kikkake.mail.SesMailer;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/**
 * SES at its worst: it throttles, answers 5xx before or after it accepted, accepts and never
 * answers, refuses what it accepted, and tells its events early, late, twice or never.
 */
final class SimulatedSes implements SesV2Client {
  private final World world;
  private final SimulatedQueue events;
  private final List<Acceptance> accepted = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();

  SimulatedSes(World world, SimulatedQueue events) {
    this.world = world;
    this.events = events;
  }

  List<Acceptance> accepted() {
    return accepted;
  }

  /** Whether a mail that was accepted never went, because of what is in it. */
  boolean refused(Acceptance acceptance) {
    return refused.contains(acceptance.messageId());
  }

  @Override
  public SendEmailResponse sendEmail(SendEmailRequest request) {
    Task sender = Objects.requireNonNull(world.crew().running(), "Nobody runs");
    long lookStep = sender.lastStep();
    Instant lookAt = sender.lastAt();
    world.moments().before("SendEmail");
    int luck = world.hasFaults(4) ? world.chance().nextInt(8) : -1;
    switch (luck) {
      case 0 -> {
        world.count("throttles");
        throw TooManyRequestsException.builder()
            .statusCode(429)
            .message("Maximum sending rate exceeded.")
            .build();
      }
      case 1 -> {
        world.count("throttles");
        throw TooManyRequestsException.builder()
            .statusCode(429)
            .message("Daily message quota exceeded.")
            .build();
      }
      case 2 -> {
        world.count("ambiguous");
        throw fivehundred();
      }
      case 3 ->
          throw MessageRejectedException.builder()
              .statusCode(400)
              .message("Address blacklisted.")
              .build();
      case 4 -> {
        world.count("throttles");
        throw MessageRejectedException.builder()
            .statusCode(400)
            .message(
                "Email address is not verified. The following identities failed the check in region"
                    + " AP-NORTHEAST-1: a@shop.example")
            .build();
      }
      default -> {}
    }
    Acceptance acceptance = accept(request, lookStep, lookAt);
    world.moments().after("SendEmail");
    if (luck == 5) {
      world.count("ambiguous");
      throw fivehundred();
    }
    if (luck >= 6) {
      world.count("ambiguous");
      throw SdkClientException.create("no answer", new SocketTimeoutException("Read timed out"));
    }
    return SendEmailResponse.builder().messageId(acceptance.messageId()).build();
  }

  private static SesV2Exception fivehundred() {
    return (SesV2Exception)
        SesV2Exception.builder()
            .statusCode(503)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("ServiceUnavailable").build())
            .build();
  }

  private Acceptance accept(SendEmailRequest request, long lookStep, Instant lookAt) {
    String sendId = tag(request, SesMailer.SEND_TAG);
    int attempt = Integer.parseInt(tag(request, SesMailer.ATTEMPT_TAG));
    String to = SesMailer.bare(request.destination().toAddresses().getFirst());
    String raw = request.content().raw().data().asString(StandardCharsets.US_ASCII);
    String messageId = "ses-" + (accepted.size() + 1);
    Acceptance acceptance =
        new Acceptance(
            MailKey.ofSendId(sendId),
            attempt,
            to,
            raw.contains("List-Unsubscribe-Post"),
            messageId,
            world.now(),
            world.step(),
            lookStep,
            lookAt);
    accepted.add(acceptance);
    world.note("SES accepts " + acceptance.key() + " attempt " + attempt);
    tell("Send", acceptance, sendId, Duration.ofSeconds(1));
    int end = world.chance().nextInt(world.isCalm() ? 1 : 12);
    switch (end) {
      case 9 -> {
        world.count("rejects");
        refused.add(acceptance.messageId());
        tell("Reject", acceptance, sendId, Duration.ofSeconds(2));
      }
      case 10 -> tell("Bounce", acceptance, sendId, Duration.ofSeconds(20));
      case 11 -> tell("Complaint", acceptance, sendId, Duration.ofMinutes(40));
      default -> tell("Delivery", acceptance, sendId, Duration.ofSeconds(5));
    }
    return acceptance;
  }

  /** An event goes its own way: at once, in due course, after days, twice or never. */
  private void tell(String type, Acceptance acceptance, String sendId, Duration usual) {
    String message = event(type, acceptance, sendId);
    boolean matters = type.equals("Bounce") || type.equals("Complaint");
    int way = world.isCalm() ? 9 : world.chance().nextInt(10);
    switch (way) {
      case 0 -> events.send(message, world.now());
      case 1 -> events.send(message, world.now().plus(Duration.ofHours(30)));
      case 2 -> {
        events.send(message, world.now());
        events.send(message, world.now().plus(usual));
      }
      case 3 -> {
        if (matters) {
          events.send(message, world.now().plus(usual));
        }
      }
      default -> events.send(message, world.now().plus(usual));
    }
  }

  private static String event(String type, Acceptance acceptance, String sendId) {
    String more =
        switch (type) {
          case "Bounce" ->
              ",\"bounce\":{\"bounceType\":\"Permanent\",\"bouncedRecipients\":[{\"emailAddress\":\""
                  + acceptance.to()
                  + "\"}]}";
          case "Complaint" ->
              ",\"complaint\":{\"complainedRecipients\":[{\"emailAddress\":\""
                  + acceptance.to()
                  + "\"}]}";
          case "Reject" -> ",\"reject\":{\"reason\":\"Bad content\"}";
          default -> "";
        };
    return "{\"detail\":{\"eventType\":\"%s\",\"mail\":{\"messageId\":\"%s\",\"timestamp\":\"%s\",\"tags\":{\"%s\":[\"%s\"],\"%s\":[\"%d\"]}}%s}}"
        .formatted(
            type,
            acceptance.messageId(),
            acceptance.at(),
            SesMailer.SEND_TAG,
            sendId,
            SesMailer.ATTEMPT_TAG,
            acceptance.attempt(),
            more);
  }

  private static String tag(SendEmailRequest request, String name) {
    return request.emailTags().stream()
        .filter(tag -> tag.name().equals(name))
        .map(MessageTag::value)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String serviceName() {
    return "ses";
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
