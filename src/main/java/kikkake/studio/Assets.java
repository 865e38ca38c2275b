package kikkake.studio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/**
 * Style sheets and scripts of the pages. Their address changes with what is in them, so browsers
 * may keep them.
 */
final class Assets {
  private static final String EDITOR = "/META-INF/resources/webjars/codemirror/5.65.20/";
  private static final Map<String, List<String>> FILES =
      new TreeMap<>(
          Map.of(
              "studio.css", List.of("/studio/studio.css"),
              "pictures.js", List.of("/studio/pictures.js"),
              "editor.css", List.of(EDITOR + "lib/codemirror.css", "/studio/editor.css"),
              "editor.js",
                  List.of(
                      EDITOR + "lib/codemirror.js",
                      EDITOR + "addon/mode/overlay.js",
                      EDITOR + "mode/xml/xml.js",
                      "/studio/editor.js")));

  private record File(String type, Bytes plain, Bytes zipped) {}

  private final Map<String, File> files = new TreeMap<>();
  private final String version;

  Assets() {
    CRC32 sum = new CRC32();
    FILES.forEach((name, resources) -> {
      Bytes plain = read(resources);
      sum.update(plain.array());
      String type = name.endsWith(".css") ? "text/css" : "text/javascript";
      files.put(name, new File(type + "; charset=utf-8", plain, zipped(plain)));
    });
    this.version = Long.toString(sum.getValue(), 36);
  }

  /** Stands in the address of each file. */
  String version() {
    return version;
  }

  Reply answer(Ask ask, List<String> path) {
    File file = path.size() == 2 && path.getFirst().equals(version) ? files.get(path.get(1)) : null;
    if (file == null) {
      throw new Refused(404, Refused.Why.NOT_FOUND);
    }
    boolean zip = ask.header("accept-encoding").contains("gzip");
    Reply reply =
        Reply.of(200, file.type(), zip ? file.zipped() : file.plain())
            .with("cache-control", "public, max-age=31536000, immutable")
            .with("vary", "accept-encoding");
    return zip ? reply.with("content-encoding", "gzip") : reply;
  }

  private static Bytes read(List<String> resources) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String resource : resources) {
      try (InputStream in = Assets.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("The class path has no " + resource);
        }
        in.transferTo(all);
        all.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Bytes.of(all.toByteArray());
  }

  private static Bytes zipped(Bytes plain) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(plain.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of(zipped.toByteArray());
  }
}
