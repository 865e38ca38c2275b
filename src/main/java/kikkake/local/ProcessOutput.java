package kikkake.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What a process prints, read as it comes so that the process never waits for a reader. */
final class ProcessOutput {
  private final StringBuilder text = new StringBuilder();

  private ProcessOutput() {}

  static ProcessOutput of(Process process) {
    var output = new ProcessOutput();
    Thread.ofVirtual().start(() -> output.copy(process.getInputStream()));
    Thread.ofVirtual().start(() -> output.copy(process.getErrorStream()));
    return output;
  }

  String text() {
    synchronized (text) {
      return text.toString();
    }
  }

  private void copy(InputStream stream) {
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (text) {
          text.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      // The process is gone, and with it the rest of its output.
    }
  }
}
