package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The studio's jar, under AWS's own runtime interface client. */
@EnabledOnOs(
    value = OS.LINUX,
    architectures = "amd64",
    disabledReason = "AWS's runtime interface client is on the class path for Linux on x86-64 only")
class StudioJarIT {
  private static final Path JAR = Path.of("target/kikkake-studio.jar");
  private static final long MAX_BYTES = 24_000_000;

  @Test
  void carriesTheStudioAndNoneOfTheLaptopsPartsAndStaysSmall() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .contains(
              "kikkake/lambda/StudioHandler.class",
              "kikkake/lambda/StudioS3Pictures.class",
              "kikkake/studio/Studio.class",
              "kikkake/lint/Lint.class",
              "kikkake/lint/lint-ja.properties",
              "studio/words-ja.properties",
              "templates/ja/thank-you.mjml",
              "templates/ja/thank-you.html",
              "META-INF/resources/webjars/codemirror/5.65.20/lib/codemirror.js",
              "software/amazon/awssdk/services/s3/S3Client.class")
          .anyMatch(name -> name.startsWith("ch/digitalfondue/mjml4j/"))
          .anyMatch(name -> name.startsWith("org/jsoup/"))
          .anyMatch(name -> name.startsWith("com/github/difflib/"))
          .noneMatch(name ->
              name.startsWith("kikkake/local/")
                  || name.startsWith("kikkake/spark/")
                  || name.startsWith("local/")
                  || name.startsWith("org/apache/spark/")
                  || name.startsWith("com/amazonaws/services/dynamodbv2/")
                  || name.startsWith("com/amazonaws/services/lambda/runtime/api/client/")
                  || name.startsWith("picocli/")
                  || name.startsWith("io/netty/")
                  || name.contains("apache5"));
      assertThat(names).doesNotHaveDuplicates();
      assertThat(
              names.stream().filter(name -> name.contains("/codemirror/") && !name.endsWith("/")))
          .hasSize(4);
    }
    assertThat(Files.size(JAR)).isLessThan(MAX_BYTES);
  }

  @Test
  void answersWhoIsSignedInAndSendsOthersToTheSignIn() throws IOException {
    try (LocalDynamo dynamo = LocalDynamo.embedded();
        LocalStack stack =
            new LocalStack(
                dynamo,
                InstantSource.system(),
                new LocalInbox(),
                0,
                LocalStack.NO_PAGES,
                LocalShop::sample,
                LocalStack.NO_LOG)) {
      dynamo.serve(0);
      assertThat(stack.deadLetters()).isEmpty();
      String signedIn = Files.readString(Path.of("events/studio.json"));
      String nobody = signedIn.replace("\"jwt\"", "\"none\"");
      try (LocalRuntime function = start(dynamo)) {
        JsonNode page = answer(function, signedIn);
        assertThat(page.path("statusCode").asInt()).as(function.output()).isEqualTo(200);
        assertThat(body(page)).contains("editor@shop.example", "c-1001", "送信の理由");

        String version = body(page).replaceFirst("(?s).*/studio/assets/([0-9a-z]+)/.*", "$1");
        for (String asset : List.of("studio.css", "editor.js", "pictures.js")) {
          String path = "/studio/assets/" + version + "/" + asset;
          assertThat(
                  answer(function, nobody.replace("/studio/why", path)).path("statusCode").asInt())
              .as(path)
              .isEqualTo(200);
        }
        for (String path : List.of("/studio", "/studio/why", "/studio/pictures")) {
          JsonNode redirect = answer(function, nobody.replace("/studio/why", path));
          assertThat(redirect.path("statusCode").asInt()).isEqualTo(303);
          assertThat(redirect.at("/headers/location").asText()).isEqualTo("/studio/sign-in");
        }
        JsonNode signIn = answer(function, nobody.replace("/studio/why", "/studio/sign-in"));
        assertThat(signIn.at("/headers/location").asText())
            .startsWith("https://pool.example/oauth2/authorize?");
        String upload = signedIn.replace("/studio/why", "/studio/pictures");
        assertThat(answer(function, upload.replace("GET", "POST")).path("statusCode").asInt())
            .isEqualTo(403);
        assertThat(function.output()).doesNotContain("editor@", "eyJ", "Exception");
      }
    }
  }

  private static JsonNode answer(LocalRuntime function, String event) throws IOException {
    return LocalHttp.JSON.readTree(function.invoke(event));
  }

  private static String body(JsonNode answer) {
    return new String(
        Base64.getDecoder().decode(answer.path("body").asText()), StandardCharsets.UTF_8);
  }

  private static LocalRuntime start(LocalDynamo dynamo) {
    return LocalRuntime.start(
        new LocalRuntime.Function(
            "StudioHandler",
            "kikkake.lambda.StudioHandler",
            List.of(JAR),
            Map.ofEntries(
                Map.entry("AWS_ENDPOINT_URL_DYNAMODB", dynamo.endpoint().toString()),
                Map.entry("KIKKAKE_TABLE", LocalTable.NAME),
                Map.entry("KIKKAKE_TOMBSTONE_KEY", LocalFunctions.TOMBSTONE_KEY),
                Map.entry("KIKKAKE_SHOP_NAME", "Shop"),
                Map.entry("KIKKAKE_SHOP_URL", "https://shop.example/"),
                Map.entry("KIKKAKE_SHOP_ADDRESS", "Kyoto"),
                Map.entry("KIKKAKE_FROM", "mail@shop.example"),
                Map.entry("KIKKAKE_PUBLIC_URL", "https://mail.shop.example"),
                Map.entry("KIKKAKE_CONFIGURATION_SET", "local"),
                Map.entry("KIKKAKE_STUDIO_URL", "https://studio.example"),
                Map.entry("KIKKAKE_SIGN_IN_URL", "https://pool.example"),
                Map.entry("KIKKAKE_SIGN_IN_CLIENT", "client-1"),
                Map.entry("KIKKAKE_FORM_KEY", LocalFunctions.FORM_KEY),
                Map.entry("KIKKAKE_PICTURES_BUCKET", "pictures")),
            Duration.ofMinutes(1)));
  }
}
