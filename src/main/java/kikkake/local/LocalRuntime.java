package kikkake.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lambda's Runtime API with a function behind it: the function runs in a process of its own,
 * started by AWS's Java runtime interface client as in Lambda, and gets one event after the other.
 */
public final class LocalRuntime implements AutoCloseable {
  private static final String API = "/2018-06-01/runtime/";
  private static final String INVOCATION = API + "invocation/";
  private static final List<String> RUNTIME_INTERFACE_CLIENT =
      List.of(
          "aws-lambda-java-runtime-interface-client",
          "aws-lambda-java-core",
          "aws-lambda-java-serialization",
          "utils-lite");

  private final Function function;
  private final BlockingQueue<Invocation> next = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> running = new ConcurrentHashMap<>();
  private final CompletableFuture<Outcome> broken = new CompletableFuture<>();
  private final LocalHttp api;
  private final Process process;
  private final ProcessOutput output;
  private long count;

  private LocalRuntime(Function function) {
    this.function = function;
    this.api = LocalHttp.start(0, this::answer);
    try {
      this.process = launch(function, api.uri().getAuthority());
    } catch (IOException e) {
      api.close();
      throw new UncheckedIOException("The function " + function.name() + " does not start", e);
    }
    this.output = ProcessOutput.of(process);
  }

  /**
   * A function as Lambda is told of it.
   *
   * @param handler the class of the handler, with {@code ::method} where it is not the usual one
   * @param classPath the function's own jar or directories
   * @param environment its environment variables; nothing of this process's environment is passed
   *     on
   * @param timeout how long one invocation may take
   */
  public record Function(
      String name,
      String handler,
      List<Path> classPath,
      Map<String, String> environment,
      Duration timeout) {
    public Function {
      classPath = List.copyOf(classPath);
      environment = Map.copyOf(environment);
    }
  }

  /** The function failed: the message is its error report, followed by what it printed. */
  public static final class FunctionFailed extends RuntimeException {
    private final String error;

    FunctionFailed(String error, String output) {
      super(output.isEmpty() ? error : error + "\n" + output);
      this.error = error;
    }

    /** The JSON that the runtime reported, or a sentence when the function just ended. */
    public String error() {
      return error;
    }
  }

  /** Starts the function; its first invocation waits until it is initialised. */
  public static LocalRuntime start(Function function) {
    var runtime = new LocalRuntime(function);
    Thread.ofVirtual().start(runtime::awaitEnd);
    return runtime;
  }

  /**
   * Hands an event to the function and waits for its answer.
   *
   * @return the answer as JSON
   * @throws FunctionFailed when the function throws, does not start, ends or takes too long
   */
  public synchronized String invoke(String eventJson) {
    var invocation =
        new Invocation(new UUID(0, ++count).toString(), eventJson, new CompletableFuture<>());
    running.put(invocation.id(), invocation);
    next.add(invocation);
    try {
      var outcome =
          (Outcome)
              CompletableFuture.anyOf(invocation.answer(), broken)
                  .get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
      if (!outcome.worked()) {
        throw new FunctionFailed(outcome.json(), output());
      }
      return outcome.json();
    } catch (ExecutionException e) {
      throw new IllegalStateException("An outcome is never an exception", e);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      throw new FunctionFailed(
          "The function timed out after " + function.timeout().toMillis() + " ms.", output());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FunctionFailed("The wait for the function was interrupted.", output());
    } finally {
      running.remove(invocation.id());
    }
  }

  /** What the function printed so far. */
  public String output() {
    return output.text();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    api.close();
  }

  private record Outcome(boolean worked, String json) {}

  private record Invocation(String id, String event, CompletableFuture<Outcome> answer) {}

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals(INVOCATION + "next")) {
      handOver(exchange);
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (path.equals(API + "init/error")) {
      fail(body);
    } else if (path.startsWith(INVOCATION)) {
      String[] idAndVerb = path.substring(INVOCATION.length()).split("/", 2);
      Invocation invocation = running.get(idAndVerb[0]);
      if (invocation != null) {
        invocation.answer().complete(new Outcome(path.endsWith("/response"), body));
      }
    }
    byte[] ok = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
    LocalHttp.reply(exchange, 202, "application/json", ok);
  }

  private void handOver(HttpExchange exchange) throws IOException {
    try {
      Invocation invocation = next.take();
      Headers headers = exchange.getResponseHeaders();
      long deadline = System.currentTimeMillis() + function.timeout().toMillis();
      headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
      headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
      headers.set(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:us-east-1:" + LocalAws.ACCOUNT + ":function:" + function.name());
      headers.set(
          "Lambda-Runtime-Trace-Id",
          "Root=1-00000000-" + invocation.id().replace("-", "").substring(8) + ";Sampled=0");
      LocalHttp.reply(
          exchange, 200, "application/json", invocation.event().getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private void awaitEnd() {
    try {
      fail("The function ended with exit code " + process.waitFor() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(String why) {
    broken.complete(new Outcome(false, why));
  }

  private static Process launch(Function function, String api) throws IOException {
    var classPath = new ArrayList<String>();
    function.classPath().forEach(path -> classPath.add(path.toAbsolutePath().toString()));
    classPath.addAll(runtimeInterfaceClient());
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            String.join(File.pathSeparator, classPath),
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            function.handler());
    builder.environment().clear();
    builder.environment().putAll(environment(function, api));
    return builder.start();
  }

  private static Map<String, String> environment(Function function, String api) {
    String root = function.classPath().getFirst().toAbsolutePath().resolveSibling("").toString();
    var environment = new HashMap<String, String>();
    environment.put("AWS_LAMBDA_RUNTIME_API", api);
    environment.put("_HANDLER", function.handler());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "laptop");
    environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    environment.put("AWS_REGION", LocalAws.REGION.id());
    environment.put("AWS_DEFAULT_REGION", LocalAws.REGION.id());
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("LAMBDA_TASK_ROOT", root);
    environment.put("LAMBDA_RUNTIME_DIR", root);
    environment.put("TZ", ":UTC");
    environment.put("LANG", "en_US.UTF-8");
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.putAll(function.environment());
    return environment;
  }

  /** The jars of the runtime interface client, from this process's class path. */
  private static List<String> runtimeInterfaceClient() {
    List<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> isPartOfTheClient(Path.of(entry).getFileName().toString()))
            .toList();
    if (jars.stream().noneMatch(jar -> jar.contains(RUNTIME_INTERFACE_CLIENT.getFirst()))) {
      throw new IllegalStateException(
          "The class path has no "
              + RUNTIME_INTERFACE_CLIENT.getFirst()
              + " jar to run a function with");
    }
    return jars;
  }

  private static boolean isPartOfTheClient(String fileName) {
    return fileName.endsWith(".jar")
        && RUNTIME_INTERFACE_CLIENT.stream().anyMatch(fileName::startsWith);
  }
}
