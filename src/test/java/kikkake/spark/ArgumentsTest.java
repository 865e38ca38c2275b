package kikkake.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  private static final String TIME = "2026-11-22T18:00:00Z";

  @Test
  void readsWhatIsNamedAndTakesTheUsualForTheRest() {
    assertThat(Arguments.parse("--table", "t", "--export", "s3://b/p/", "--until", TIME))
        .isEqualTo(new Arguments("s3://b/p", "t", Instant.parse(TIME), 500, 5_000_000));
    assertThat(
            Arguments.parse(
                "--export",
                "e",
                "--table",
                "t",
                "--until",
                TIME,
                "--write-units",
                "40",
                "--sample-lines",
                "1000"))
        .isEqualTo(new Arguments("e", "t", Instant.parse(TIME), 40, 1_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --table t --until 2026-11-22T18:00:00Z                             | --export is missing.
          --export e --until 2026-11-22T18:00:00Z                            | --table is missing.
          --export e --table t                                               | --until is missing.
          --export e --table t --until yesterday                             | --until is no time
          --export e --table t --until 2026-11-22T18:00:00Z --write-units 0  | --write-units is no whole number above 0: 0.
          --export e --table t --until 2026-11-22T18:00:00Z --sample-lines x | --sample-lines is no whole number above 0: x.
          --export e --table t --until 2026-11-22T18:00:00Z --day 3          | --day is unknown.
          --export e --export f                                              | --export is given twice.
          --export                                                           | --export has no value.
          export e                                                           | export has no value.
          """)
  void whatIsWrongIsNamed(String line, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.parse(line.split(" ")))
        .withMessageStartingWith(message)
        .withMessageContaining("Usage: --export s3://");
  }
}
