package kikkake.local;

import java.io.IOException;
import java.net.URI;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The options that name a table, on AWS or on this machine; credentials and region as usual. */
public final class RealTable {
  @Option(
      names = "--table",
      paramLabel = "NAME",
      required = true,
      description = "The table: the output TableName of the stack, or kikkake on the laptop.")
  private String name = "";

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "DynamoDB elsewhere, for example http://127.0.0.1:8000 of ./kikkake serve.")
  private @Nullable URI endpoint;

  /** Something to do with the table. */
  public interface Work {
    void on(DynamoTable table) throws IOException;
  }

  /** Whether it is the laptop's, and not on AWS. */
  boolean isOnThisMachine() {
    return endpoint != null;
  }

  /** Works on the table; what AWS refuses is told to the user. */
  public void use(DynamoUsage usage, Work work) throws IOException {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create());
    if (endpoint != null) {
      builder
          .endpointOverride(endpoint)
          .region(LocalAws.REGION)
          .credentialsProvider(LocalAws.CREDENTIALS);
    }
    try (DynamoDbClient client = builder.build()) {
      work.on(new DynamoTable(client, name, usage));
    } catch (SdkException e) {
      throw new UserError("the table " + name + " cannot be used: " + e.getMessage());
    }
  }
}
