package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import kikkake.event.CustomerId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The jar that Lambda runs, under AWS's own runtime interface client, against the laptop's
 * endpoints: one function after the other gets its fixtures, as a shop's day would bring them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledOnOs(
    value = OS.LINUX,
    architectures = "amd64",
    disabledReason = "AWS's runtime interface client is on the class path for Linux on x86-64 only")
class LambdaJarIT {
  private static final Path JAR = Path.of("target/kikkake.jar");
  private static final long MAX_BYTES = 16_000_000;

  private final LocalInbox inbox = new LocalInbox();
  private final LocalDynamo dynamo = LocalDynamo.embedded();
  private final LocalStack stack =
      new LocalStack(
          dynamo,
          InstantSource.system(),
          inbox,
          0,
          LocalStack.NO_PAGES,
          LocalShop::sample,
          LocalStack.NO_LOG);

  @BeforeAll
  void serveDynamo() {
    dynamo.serve(0);
  }

  @AfterAll
  void stop() {
    stack.close();
    dynamo.close();
  }

  @Test
  @Order(1)
  void carriesNoneOfTheLaptopsPartsAndStaysSmall() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .contains("kikkake/lambda/EventHandler.class", "templates/ja/thank-you.html")
          .noneMatch(name ->
              name.startsWith("kikkake/local/")
                  || name.startsWith("kikkake/spark/")
                  || name.startsWith("kikkake/studio/")
                  || name.startsWith("kikkake/lint/")
                  || name.startsWith("kikkake/lambda/Studio")
                  || name.startsWith("studio/")
                  || name.startsWith("software/amazon/awssdk/services/s3/")
                  || name.startsWith("org/jsoup/")
                  || name.startsWith("com/github/difflib/")
                  || name.contains("/webjars/")
                  || name.startsWith("org/apache/spark/")
                  || name.startsWith("scala/")
                  || name.startsWith("local/")
                  || name.startsWith("com/amazonaws/services/dynamodbv2/")
                  || name.startsWith("com/almworks/")
                  || name.startsWith("com/amazonaws/services/lambda/runtime/api/client/")
                  || name.startsWith("picocli/")
                  || name.startsWith("me/tongfei/")
                  || name.startsWith("ch/digitalfondue/")
                  || name.startsWith("org/apache/commons/csv/")
                  || name.startsWith("org/eclipse/jetty/")
                  || name.startsWith("io/netty/")
                  || name.contains("apache5")
                  || name.endsWith(".mjml"));
    }
    assertThat(Files.size(JAR)).isLessThan(MAX_BYTES);
  }

  @Test
  @Order(2)
  void takesEveryEventOfTheShop() throws IOException {
    try (LocalRuntime function = start("EventHandler")) {
      for (String fixture : List.of("item", "identify", "browse", "purchase", "purchase")) {
        assertThat(function.invoke(event(fixture)))
            .as(fixture + "\n" + function.output())
            .isEqualTo("{\"batchItemFailures\":[]}");
      }
      assertThat(function.invoke(event("malformed"))).isEqualTo("{\"batchItemFailures\":[]}");
    }
    assertThat(stack.deadLetters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).startsWith("detail."));
  }

  @Test
  @Order(3)
  void takesABeaconAndPutsItOnTheEventsQueue() throws IOException {
    int before = stack.queues().getFirst().size();
    try (LocalRuntime function = start("CollectHandler")) {
      assertThat(function.invoke(event("collect"))).contains("\"statusCode\":202");
    }
    assertThat(stack.queues().getFirst().size()).isEqualTo(before + 1);
  }

  @Test
  @Order(4)
  void releasesWhatIsDue() throws IOException {
    try (LocalRuntime function = start("ReleaseHandler")) {
      assertThat(function.invoke(event("release"))).contains("\"released\":", "\"swept\":0");
    }
  }

  @Test
  @Order(5)
  void sendsTheThankYouOnceHoweverOftenItIsHinted() throws IOException {
    try (LocalRuntime function = start("SendHandler")) {
      for (int hint = 0; hint < 3; hint++) {
        assertThat(function.invoke(event("send")))
            .as(function.output())
            .isEqualTo("{\"batchItemFailures\":[]}");
      }
      assertThat(function.output()).doesNotContain("hanako", "山田", "/u/v2.");
    }
    assertThat(inbox.mails())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.to().toString()).contains("hanako@example.com");
          assertThat(mail.subject()).contains("ご注文");
          assertThat(mail.text().orElseThrow()).contains("静岡の煎茶 100g", "5,270");
        });
  }

  @Test
  @Order(6)
  void learnsFromSes() throws IOException {
    try (LocalRuntime function = start("FeedbackHandler")) {
      for (String fixture : List.of("delivery", "bounce", "complaint")) {
        assertThat(function.invoke(event(fixture)))
            .as(fixture + "\n" + function.output())
            .isEqualTo("{\"batchItemFailures\":[]}");
      }
    }
  }

  @Test
  @Order(7)
  void showsAndTakesTheCustomersForms() throws IOException {
    try (LocalRuntime function = start("UnsubscribeHandler")) {
      assertThat(function.invoke(event("unsubscribe-get"))).contains("\"statusCode\":200");
      assertThat(function.invoke(event("unsubscribe-post"))).contains("\"statusCode\":200");
    }
    try (LocalRuntime function = start("PreferencesHandler")) {
      assertThat(function.invoke(event("preferences-get"))).contains("\"statusCode\":200");
      assertThat(function.invoke(event("preferences-post"))).contains("\"statusCode\":200");
    }
  }

  @Test
  @Order(8)
  void rebuildsTheListsAndAnswersAPage() throws IOException {
    try (LocalRuntime function = start("RebuildHandler")) {
      assertThat(function.invoke(event("rebuild"))).contains("\"purchases\":1");
    }
    try (LocalRuntime function = start("SlotHandler")) {
      String script = event("slot").replace("/recommendations", "/kikkake.js");
      assertThat(function.invoke(event("slot"))).contains("\"statusCode\":200", "items");
      assertThat(function.invoke(script)).contains("\"statusCode\":200", "sendBeacon");
    }
  }

  @Test
  @Order(9)
  void takesWhatBecomesOfAnOrder() throws IOException {
    try (LocalRuntime function = start("EventHandler")) {
      for (String fixture : List.of("cancellation", "refund")) {
        assertThat(function.invoke(event(fixture)))
            .as(fixture + "\n" + function.output())
            .isEqualTo("{\"batchItemFailures\":[]}");
      }
    }
  }

  @Test
  @Order(10)
  void tellsWhyAndStopsSendingAtAnAlarm() throws IOException {
    try (LocalRuntime function = start("WhyHandler")) {
      assertThat(function.invoke(event("why"))).contains("\"key\":\"20261121-0001\"");
    }
    try (LocalRuntime function = start("PauseHandler")) {
      assertThat(function.invoke(event("pause"))).isEqualTo("{\"sending\":\"off\"}");
    }
  }

  @Test
  @Order(11)
  void erasesTheCustomerAndDropsWhatComesLater() throws IOException {
    try (LocalRuntime function = start("EraseHandler")) {
      assertThat(function.invoke(event("erase"))).contains("\"rowsRemoved\":");
    }
    try (LocalRuntime function = start("EventHandler")) {
      assertThat(function.invoke(event("purchase"))).isEqualTo("{\"batchItemFailures\":[]}");
      assertThat(function.output()).doesNotContain("c-1001");
    }
    assertThat(stack.wiring().ledger().of(new CustomerId("c-1001"))).isEmpty();
  }

  /** A fixture; the orders in it happened just now, so that their mails are still fresh. */
  private static String event(String name) throws IOException {
    String json = Files.readString(Path.of("events", name + ".json"));
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return name.equals("purchase") ? json.replace("2026-11-21T10:15:00+09:00", now) : json;
  }

  private LocalRuntime start(String handler) {
    return LocalRuntime.start(
        new LocalRuntime.Function(
            handler,
            "kikkake.lambda." + handler,
            List.of(JAR),
            environment(),
            Duration.ofMinutes(1)));
  }

  private Map<String, String> environment() {
    String aws = stack.aws().endpoint().toString();
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamo.endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_SESV2", aws);
    environment.put("AWS_ENDPOINT_URL_SQS", aws);
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("KIKKAKE_TABLE", LocalTable.NAME);
    environment.put("KIKKAKE_EVENTS_QUEUE", queueUrl("events"));
    environment.put("KIKKAKE_SENDS_QUEUE", queueUrl("sends"));
    environment.put("KIKKAKE_DEAD_LETTERS", queueUrl("events-dead"));
    environment.put("KIKKAKE_FROM", "hello@shop.example.com");
    environment.put("KIKKAKE_SHOP_NAME", "茶と器 きっかけ堂");
    environment.put("KIKKAKE_SHOP_ADDRESS", "京都市中京区見本町1-2");
    environment.put("KIKKAKE_SHOP_URL", "https://shop.example.com/");
    environment.put("KIKKAKE_PUBLIC_URL", "https://api.example.com");
    environment.put("KIKKAKE_CONFIGURATION_SET", "local");
    environment.put("KIKKAKE_TOKEN_KEYS", LocalFunctions.TOKEN_KEYS);
    environment.put("KIKKAKE_SENDERS", "2");
    environment.put("KIKKAKE_PUBLISHABLE_KEYS", LocalFunctions.PUBLISHABLE_KEY);
    environment.put("KIKKAKE_CUSTOMER_KEYS", LocalFunctions.CUSTOMER_KEY);
    environment.put("KIKKAKE_TOMBSTONE_KEY", LocalFunctions.TOMBSTONE_KEY);
    return environment;
  }

  private String queueUrl(String name) {
    return LocalAws.queueUrl(
        stack.aws().endpoint().toString(),
        stack.queues().stream()
            .flatMap(queue -> Stream.concat(Stream.of(queue), queue.deadLetterQueue().stream()))
            .filter(queue -> queue.name().equals(name))
            .findFirst()
            .orElseThrow());
  }
}
