package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import kikkake.studio.Pictures;
import kikkake.studio.PicturesContract;
import kikkake.studio.SamplePictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The client of S3 that Lambda uses, against a bucket on this machine. */
class StudioS3PicturesTest extends PicturesContract {
  private final LoopbackS3 bucket = new LoopbackS3();
  private final S3Client s3 =
      StudioS3Pictures.client(
          S3Client.builder()
              .endpointOverride(bucket.endpoint())
              .forcePathStyle(true)
              .region(Region.AP_NORTHEAST_1)
              .credentialsProvider(
                  StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b"))));
  private final StudioS3Pictures pictures = new StudioS3Pictures(s3, "bucket");

  @AfterEach
  void close() {
    s3.close();
    bucket.close();
  }

  @Override
  protected Pictures pictures() {
    return pictures;
  }

  @Override
  protected void pass() {
    bucket.now = bucket.now.plus(Duration.ofMinutes(1));
  }

  @Override
  protected byte[] served(String name) {
    return stored(name).bytes().array();
  }

  private LoopbackS3.Stored stored(String name) {
    return Objects.requireNonNull(bucket.objects.get("pictures/" + name));
  }

  @Test
  void aPictureIsServedAsWhatItIsAndMayBeKeptForEver() {
    pictures.save(SamplePictures.named("tea"));

    assertThat(stored("tea.png").headers())
        .containsEntry("content-type", "image/png")
        .containsEntry("cache-control", "public, max-age=31536000, immutable")
        .containsEntry("if-none-match", "*")
        .containsEntry("x-amz-meta-width", "60")
        .containsEntry("x-amz-meta-height", "40");
  }

  @Test
  void aSizeIsAskedForOnce() {
    pictures.save(SamplePictures.named("tea"));
    pictures.latest();
    bucket.asked.clear();

    pictures.latest();

    assertThat(bucket.asked).singleElement().asString().startsWith("GET /bucket?list-type=2");
  }

  @Test
  void whatSomebodyElsePutThereIsNoHindrance() {
    s3.putObject(r -> r.bucket("bucket").key("pictures/by-hand.png"), RequestBody.fromString("x"));
    s3.putObject(r -> r.bucket("bucket").key("pictures/folder/a.png"), RequestBody.fromString("x"));

    assertThat(pictures.latest())
        .singleElement()
        .satisfies(saved -> assertThat(saved.width()).isEqualTo(1));
  }

  @Test
  void aBucketThatRefusesIsAnErrorNotATakenName() {
    bucket.broken = 403;

    assertThatThrownBy(() -> pictures.save(SamplePictures.named("tea")))
        .isInstanceOf(S3Exception.class);
    assertThatThrownBy(pictures::latest).isInstanceOf(S3Exception.class);
  }
}
