package kikkake.local.bench;

import com.samskivert.mustache.Mustache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kikkake.template.BuiltInTemplates;
import kikkake.template.RenderedMail;
import kikkake.template.Renderer;
import kikkake.template.Template;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One Japanese thank-you with five lines and four recommendations, subject, HTML and text; beside
 * it the same parts by the Mustache library without what the renderer adds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class RenderingBenchmark {
  private static final int LINES = 5;
  private static final int ITEMS = 4;

  private final Renderer renderer = new Renderer();
  private final Template template = new BuiltInTemplates().find("thank-you", "ja");
  private final Map<String, Object> model = model();
  private final List<com.samskivert.mustache.Template> parts = new ArrayList<>();

  /** Compiles before anything is timed. */
  @Setup
  public void prepare() {
    renderer.prepare(template);
    for (String part :
        List.of(template.subject(), template.preview(), template.html(), template.text())) {
      parts.add(Mustache.compiler().emptyStringIsFalse(true).compile(part));
    }
  }

  @Benchmark
  public RenderedMail renderer() {
    return renderer.render(template, model);
  }

  /** The library on its own; subject and preview of the HTML are given. */
  @Benchmark
  public int jmustache() {
    int length = 0;
    for (com.samskivert.mustache.Template part : parts) {
      Map<String, Object> around = new HashMap<>(model);
      around.put("subject", "ご注文ありがとうございます");
      around.put("preview", "ご注文を承りました。");
      length += part.execute(around).length();
    }
    return length;
  }

  private static Map<String, Object> model() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(
          Map.of(
              "title", "有田焼 湯呑み「夜桜」ペアセット " + i,
              "quantity", 2,
              "amount", "¥4,180",
              "image", "https://shop.example/i/" + i + ".jpg",
              "url", "https://shop.example/p/" + i));
    }
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      items.add(
          Map.of(
              "title", "宇治抹茶 石臼挽き 三十グラム缶 " + i,
              "url", "https://shop.example/p/m" + i,
              "reason", "「有田焼 湯呑み」と一緒に選ばれています",
              "image", "https://shop.example/i/m" + i + ".jpg",
              "price", "¥2,160"));
    }
    return Map.of(
        "shop", Map.of("name", "茶と器", "url", "https://shop.example", "address", "京都市中京区"),
        "customer", Map.of("name", "山田 花子"),
        "order",
            Map.of(
                "id",
                "o-1",
                "date",
                "2026年4月12日",
                "total",
                "¥21,450",
                "lines",
                lines,
                "shipping",
                "¥550"),
        "recommendations", Map.of("items", items),
        "unsubscribeUrl", "https://mail.shop.example/u/token",
        "preferencesUrl", "https://mail.shop.example/p/token");
  }
}
