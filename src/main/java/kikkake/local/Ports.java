package kikkake.local;

import picocli.CommandLine.Option;

/** Where the laptop's endpoints are. */
final class Ports {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description =
          "Of the inbox, the routes, SES, SQS and EventBridge (default: ${DEFAULT-VALUE}).")
  int http = 8080;

  @Option(
      names = "--dynamodb-port",
      paramLabel = "PORT",
      defaultValue = "8000",
      description = "Of DynamoDB (default: ${DEFAULT-VALUE}).")
  int dynamo = 8000;
}
