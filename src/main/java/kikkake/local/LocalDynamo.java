package kikkake.local;

import com.amazonaws.services.dynamodbv2.exceptions.DynamoDBLocalServiceException;
import com.amazonaws.services.dynamodbv2.local.embedded.DDBExceptionMappingInvocationHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBAccess;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccess;
import com.amazonaws.services.dynamodbv2.local.shared.jobs.JobsRegister;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local inside this process, in memory or in a directory, and on HTTP where asked. */
public final class LocalDynamo implements AutoCloseable {
  static {
    quiet("sqlite4java.library.path", "target/native");
    quiet("log4j2.configurationFile", "local/log4j2.xml");
  }

  private final @Nullable Path directory;
  private final LocalDBClient database;
  private final DynamoDbClient client;
  private static final int BACKGROUND_JOBS = 2;

  private @Nullable Server server;
  private @Nullable DynamoDbClient httpClient;

  private LocalDynamo(LocalDBAccess data, @Nullable Path directory) {
    this.directory = directory;
    JobsRegister jobs = new JobsRegister(Executors.newFixedThreadPool(BACKGROUND_JOBS), false);
    this.database = new LocalDBClient(KnownTables.around(data), jobs);
    this.client = client(database);
  }

  /** A database in memory, gone when it is closed. */
  public static LocalDynamo embedded() {
    return new LocalDynamo(new SQLiteDBAccess(), null);
  }

  /** A database that keeps its data in a directory, which is made when it is missing. */
  public static LocalDynamo embedded(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("The data directory cannot be made: " + directory, e);
    }
    return new LocalDynamo(
        new SQLiteDBAccess(directory.resolve("dynamodb.db").toFile()), directory);
  }

  /** A database in memory whose client speaks HTTP to it, as on AWS; port 0 takes a free one. */
  public static LocalDynamo server(int port) {
    LocalDynamo dynamo = embedded();
    dynamo.httpClient = httpClient(dynamo.serve(port));
    return dynamo;
  }

  /** Where it keeps its data; empty where that is in memory. */
  Optional<Path> directory() {
    return Optional.ofNullable(directory);
  }

  /** The client to this database; it is closed with the database. */
  public DynamoDbClient client() {
    return httpClient != null ? httpClient : client;
  }

  /**
   * Serves the same data on HTTP, on the loopback address only; port 0 takes a free one.
   *
   * @return the endpoint, for {@code endpointOverride} or {@code aws --endpoint-url}
   */
  public synchronized URI serve(int port) {
    if (server != null) {
      throw new IllegalStateException("This database is already served on " + endpoint());
    }
    try {
      var jetty = new Server(new InetSocketAddress(LocalHttp.loopback(), port));
      jetty.setHandler(new LocalDynamoDBServerHandler(requestsTo(database), null));
      jetty.start();
      server = jetty;
      return endpoint();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local cannot be served on port " + port, e);
    }
  }

  /** Where {@link #serve} put this database. */
  public synchronized URI endpoint() {
    if (server == null) {
      throw new IllegalStateException("This database is not served: call serve(port) first");
    }
    return URI.create("http://127.0.0.1:" + server.getURI().getPort());
  }

  @Override
  public synchronized void close() {
    if (httpClient != null) {
      httpClient.close();
    }
    if (server != null) {
      try {
        server.stop();
      } catch (Exception e) {
        throw new IllegalStateException("The server of DynamoDB Local did not stop", e);
      }
    }
    database.shutdownNow();
  }

  private static DynamoDbClient httpClient(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(LocalAws.REGION)
        .credentialsProvider(LocalAws.CREDENTIALS)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /**
   * DynamoDB Local's own HTTP front, over a database that is already open. It has no constructor
   * for that, so the database is put where the front looks for the one it shares among all callers.
   */
  private static LocalDynamoDBRequestHandler requestsTo(LocalDBClient database)
      throws DynamoDBLocalServiceException, ReflectiveOperationException {
    var requests = new LocalDynamoDBRequestHandler(0, true, null, true, false);
    @SuppressWarnings("unchecked")
    var databases = (Map<String, AmazonDynamoDBLocal>) read(requests, "dbRequestHandlers");
    databases.put("shared-local-instance", database);
    return requests;
  }

  /**
   * DynamoDB Local's own client in this process, which turns its inner errors into those of the
   * SDK. What does that has no public constructor.
   */
  private static DynamoDbClient client(LocalDBClient database) {
    try {
      Constructor<DDBExceptionMappingInvocationHandler> constructor =
          DDBExceptionMappingInvocationHandler.class.getDeclaredConstructor(LocalDBClient.class);
      constructor.setAccessible(true);
      return (DynamoDbClient)
          Proxy.newProxyInstance(
              DynamoDbClient.class.getClassLoader(),
              new Class<?>[] {DynamoDbClient.class},
              constructor.newInstance(database));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This version of DynamoDB Local is not the expected one", e);
    }
  }

  private static Object read(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  private static void quiet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
