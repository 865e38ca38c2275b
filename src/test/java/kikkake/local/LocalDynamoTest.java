package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class LocalDynamoTest {
  private static final Map<String, AttributeValue> TEA = Map.of("pk", AttributeValue.fromS("tea"));

  @Test
  void keepsItemsInMemory() {
    try (var dynamo = LocalDynamo.embedded()) {
      createTable(dynamo.client());
      dynamo.client().putItem(put -> put.tableName("items").item(TEA));

      assertThat(tea(dynamo.client())).isEqualTo(TEA);
    }
  }

  @Test
  void keepsItemsInADirectoryUntilItIsOpenedAgain(@TempDir Path directory) {
    try (var dynamo = LocalDynamo.embedded(directory.resolve("data"))) {
      createTable(dynamo.client());
      dynamo.client().putItem(put -> put.tableName("items").item(TEA));
    }
    try (var dynamo = LocalDynamo.embedded(directory.resolve("data"))) {
      assertThat(tea(dynamo.client())).isEqualTo(TEA);
    }
  }

  @Test
  void servesTheEmbeddedDataOnHttp() {
    try (var dynamo = LocalDynamo.embedded()) {
      createTable(dynamo.client());
      dynamo.client().putItem(put -> put.tableName("items").item(TEA));

      try (var http = client(dynamo.serve(0))) {
        assertThat(tea(http)).isEqualTo(TEA);
        http.deleteItem(delete -> delete.tableName("items").key(TEA));
      }

      assertThat(tea(dynamo.client())).isEmpty();
    }
  }

  @Test
  void saysOnHttpTooThatAConditionFailed() {
    try (var dynamo = LocalDynamo.server(0)) {
      createTable(dynamo.client());
      dynamo.client().putItem(put -> put.tableName("items").item(TEA));

      assertThatThrownBy(() ->
              dynamo
                  .client()
                  .putItem(put ->
                      put.tableName("items")
                          .item(TEA)
                          .conditionExpression("attribute_not_exists(pk)")))
          .isInstanceOf(ConditionalCheckFailedException.class);
    }
  }

  @Test
  void isReachedFromThisMachineOnly() throws Exception {
    try (var dynamo = LocalDynamo.server(0)) {
      int port = dynamo.endpoint().getPort();
      for (var network : NetworkInterface.networkInterfaces().toList()) {
        for (InetAddress address : network.inetAddresses().toList()) {
          if (!address.isLoopbackAddress()) {
            assertThatThrownBy(() -> new Socket(address, port).close())
                .isInstanceOf(java.io.IOException.class);
          }
        }
      }
    }
  }

  @Test
  void asksForServeBeforeItHasAnEndpoint() {
    try (var dynamo = LocalDynamo.embedded()) {
      assertThatThrownBy(dynamo::endpoint).hasMessageContaining("serve");
    }
  }

  private static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(LocalAws.REGION)
        .credentialsProvider(LocalAws.CREDENTIALS)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static Map<String, AttributeValue> tea(DynamoDbClient client) {
    return client.getItem(get -> get.tableName("items").key(TEA)).item();
  }

  private static void createTable(DynamoDbClient client) {
    client.createTable(table ->
        table
            .tableName("items")
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                AttributeDefinition.builder()
                    .attributeName("pk")
                    .attributeType(ScalarAttributeType.S)
                    .build())
            .keySchema(
                KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build()));
  }
}
