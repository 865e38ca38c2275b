package kikkake.spark;

import static kikkake.TestData.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import kikkake.TestData;
import kikkake.history.DynamoHistory;
import kikkake.local.LocalDynamo;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that a cluster runs, beside Spark alone, in a process of its own. */
class SparkJarIT {
  private static final Path JAR = Path.of("target/kikkake-spark.jar");
  private static final int JAVA_17 = 61;

  private @TempDir Path folder;

  @Test
  void carriesWhatTheJobUsesAsJava17AndNeitherSparkNorAnythingUnderTheNamesOfEmr()
      throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .contains("kikkake/spark/RebuildJob.class", "kikkake/recommend/Ridge.class")
          .noneMatch(name ->
              name.startsWith("org/apache/spark/")
                  || name.startsWith("scala/")
                  || name.startsWith("software/amazon/awssdk/")
                  || name.startsWith("com/fasterxml/jackson/")
                  || name.startsWith("kikkake/lambda/")
                  || name.startsWith("kikkake/local/"));
      for (ZipEntry entry : jar.stream().toList()) {
        boolean ours =
            entry.getName().matches("kikkake/(spark|recommend|history|event|table)/.*[.]class");
        if (ours) {
          assertThat(version(jar, entry)).as(entry.getName()).isLessThanOrEqualTo(JAVA_17);
        }
      }
    }
  }

  private static int version(JarFile jar, ZipEntry entry) throws IOException {
    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
      in.readInt(); // The magic number.
      in.readUnsignedShort(); // The minor version.
      return in.readUnsignedShort();
    }
  }

  @Test
  void rebuildsTheListsOfAnExport() throws IOException, InterruptedException {
    try (LocalDynamo dynamo = LocalDynamo.embedded()) {
      String table = TestTable.createAndName(dynamo.client());
      new DynamoHistory(new DynamoTable(dynamo.client(), table, new DynamoUsage()))
          .add(purchase("o-1", "tea", "cup").build(), Map.of());
      ExportedTable.write(dynamo.client().scan(r -> r.tableName(table)).items(), folder, 1);

      String output =
          run(
              dynamo.serve(0).toString(),
              List.of(
                  "--export",
                  folder.toString(),
                  "--table",
                  table,
                  "--until",
                  TestData.NOON.toString()));

      assertThat(output).contains("Report[purchases=1, items=2, rowsWritten=3,");
      assertThat(dynamo.client().scan(r -> r.tableName(table)).items())
          .extracting(row -> Objects.requireNonNull(row.get("pk")).s())
          .contains("I#tea", "I#cup", "L");
    }
  }

  /** As {@code spark-submit} does, with Spark's class path and none of ours. */
  private String run(String endpoint, List<String> arguments)
      throws IOException, InterruptedException {
    String spark =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> path.endsWith(".jar"))
            .filter(path -> !path.contains("awssdk") && !path.contains("ejml"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dspark.master=local[2]",
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.driver.host=127.0.0.1",
                "-cp",
                JAR + File.pathSeparator + spark,
                "kikkake.spark.RebuildJob"));
    command.addAll(arguments);
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL_DYNAMODB", endpoint,
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local"));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the job ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }
}
