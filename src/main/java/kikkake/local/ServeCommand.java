package kikkake.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import kikkake.studio.Studio;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything on this machine until Ctrl-C. */
@Command(
    name = "serve",
    description = {
      "Runs everything on this machine until Ctrl-C: DynamoDB, SES, SQS and EventBridge endpoints,",
      "the functions behind their queues and routes, and an inbox for the mails."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin private Ports ports = new Ports();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep the tables in this folder, and go on from what it holds.")
  private @Nullable Path data;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalInbox inbox = new LocalInbox();
    ShopPages pages =
        new ShopPages(new InboxPages(inbox, ZoneId.systemDefault(), List.of(DemoShop.LINK)));
    PrintWriter out = Main.out(spec);
    try (LocalDynamo dynamo = data == null ? LocalDynamo.embedded() : LocalDynamo.embedded(data);
        LocalStack stack =
            new LocalStack(
                dynamo,
                InstantSource.system(),
                inbox,
                ports.http,
                pages,
                LocalShop::sample,
                out::println)) {
      if (data == null) {
        SampleShelf.fill(stack.functions(), InstantSource.system());
      }
      dynamo.serve(ports.dynamo);
      pages.serve(stack);
      serve(stack, out);
    }
    return 0;
  }

  /** Says where everything is, and works until the process is stopped. */
  static void serve(LocalStack stack, PrintWriter out) throws InterruptedException {
    stack.queues().forEach(queue -> queue.start(Clock.systemUTC()));
    for (String line : howTo(stack)) {
      out.println(line);
    }
    out.flush();
    while (true) {
      stack.functions().release();
      out.flush();
      Thread.sleep(10_000);
    }
  }

  private static List<String> howTo(LocalStack stack) {
    String here = stack.aws().endpoint().toString();
    return List.of(
        "Inbox            " + here,
        "The studio       " + here + Studio.PATH,
        "A shop's page    " + here + DemoShop.PATH,
        "An event         curl --data @event.json " + here + "/events",
        "A beacon         curl --data @beacon.json " + here + "/collect",
        "For sam local invoke and the AWS CLI:",
        "  AWS_ENDPOINT_URL_DYNAMODB=" + stack.dynamo().endpoint(),
        "  AWS_ENDPOINT_URL_SESV2=" + here,
        "  AWS_ENDPOINT_URL_SQS=" + here,
        "  AWS_ENDPOINT_URL_EVENTBRIDGE=" + here,
        "Ctrl-C ends it.");
  }
}
