package kikkake.local.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import kikkake.local.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the baskets are. */
final class PurchaseInput {
  @Option(
      names = "--orders",
      paramLabel = "FILE.csv[.gz]",
      description = {
        "Orders with the columns InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice,"
            + " CustomerID, Country (as UCI Online Retail). A basket is one customer's day."
      })
  private @Nullable Path orders;

  @Option(
      names = "--cut",
      paramLabel = "DATE",
      description = "With --orders: the first day that is not learned from, like 2011-11-01.")
  private @Nullable LocalDate cut;

  @Option(
      names = "--baskets",
      paramLabel = "FILE.jsonl[.gz]",
      description = {
        "Baskets, one person a line, the history in the order of time:",
        "{\"user\":\"u1\",\"history\":[[\"a\",\"b\"],[\"c\"]],\"future\":[\"d\"]}"
      })
  private @Nullable Path baskets;

  PurchaseData read(Complaints complaints) throws IOException {
    if ((orders == null) == (baskets == null)) {
      throw new UserError("evaluate needs either --orders with --cut, or --baskets");
    }
    if (baskets != null) {
      if (cut != null) {
        throw new UserError("--cut goes with --orders; a file of --baskets is cut already");
      }
      return BasketsFile.read(baskets);
    }
    if (orders == null || cut == null) {
      throw new UserError("--orders needs --cut, the first day that is not learned from");
    }
    return OrdersFile.read(orders, cut, complaints);
  }
}
