package kikkake.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kikkake.mail.MailKey;
import kikkake.mail.SendQueue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The send queue on SQS. A hint that SQS did not take is left to the next tick. */
final class SqsSendQueue implements SendQueue {
  private static final int MAX_ENTRIES = 10;
  private static final List<QueueAttributeName> COUNTS =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

  private final SqsClient client;
  private final String queueUrl;

  SqsSendQueue(SqsClient client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  @Override
  public void hint(List<MailKey> mails) {
    for (int from = 0; from < mails.size(); from += MAX_ENTRIES) {
      List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
      for (int i = from; i < Math.min(from + MAX_ENTRIES, mails.size()); i++) {
        entries.add(
            SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(i))
                .messageBody(SendMessage.write(mails.get(i)))
                .build());
      }
      client.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries));
    }
  }

  @Override
  public int waiting() {
    Map<QueueAttributeName, String> counts =
        client.getQueueAttributes(r -> r.queueUrl(queueUrl).attributeNames(COUNTS)).attributes();
    return COUNTS.stream().mapToInt(name -> Integer.parseInt(counts.getOrDefault(name, "0"))).sum();
  }
}
