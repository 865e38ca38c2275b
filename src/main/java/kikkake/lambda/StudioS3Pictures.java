package kikkake.lambda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kikkake.studio.Picture;
import kikkake.studio.Pictures;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Pictures in a bucket, as {@code pictures/NAME}. Their sizes stand in the objects' metadata; what
 * was read of one is remembered, since it never changes.
 */
final class StudioS3Pictures implements Pictures {
  private static final String FOLDER = PATH.substring(1);
  private static final String WIDTH = "width";
  private static final String HEIGHT = "height";
  private static final int READERS = 16;
  private static final int TAKEN = 412;
  private static final int TAKEN_AT_THIS_MOMENT = 409;

  private final S3Client s3;
  private final String bucket;
  private final Map<String, Saved> known = new ConcurrentHashMap<>();

  StudioS3Pictures(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** A client that sends bodies as they are; TLS keeps them whole. */
  static S3Client client() {
    return client(S3Client.builder());
  }

  static S3Client client(S3ClientBuilder builder) {
    return AwsClients.impatient(
        builder
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .serviceConfiguration(c -> c.chunkedEncodingEnabled(false)));
  }

  @Override
  public List<Saved> latest() {
    List<S3Object> all = new ArrayList<>();
    s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(FOLDER)).contents().stream()
        .filter(object -> Picture.isName(name(object)))
        .forEach(all::add);
    all.sort(Comparator.comparing(S3Object::lastModified).reversed().thenComparing(S3Object::key));
    List<S3Object> latest = all.subList(0, Math.min(all.size(), MOST_LISTED));
    try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      latest.forEach(object -> readers.execute(() -> known(object)));
    }
    return latest.stream().map(this::known).toList();
  }

  private Saved known(S3Object object) {
    return known.computeIfAbsent(
        name(object),
        name -> {
          HeadObjectResponse head = s3.headObject(r -> r.bucket(bucket).key(object.key()));
          return new Saved(
              name,
              number(head.metadata().get(WIDTH)),
              number(head.metadata().get(HEIGHT)),
              object.size(),
              object.lastModified());
        });
  }

  private static String name(S3Object object) {
    return object.key().substring(FOLDER.length());
  }

  @Override
  public boolean save(Picture picture) {
    try {
      s3.putObject(
          r ->
              r.bucket(bucket)
                  .key(FOLDER + picture.name())
                  .ifNoneMatch("*")
                  .contentType(picture.type().mime())
                  .cacheControl(KEEP)
                  .metadata(
                      Map.of(
                          WIDTH,
                          Integer.toString(picture.width()),
                          HEIGHT,
                          Integer.toString(picture.height()))),
          RequestBody.fromBytes(picture.bytes().array()));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == TAKEN || e.statusCode() == TAKEN_AT_THIS_MOMENT) {
        return false;
      }
      throw e;
    }
  }

  /** One, where somebody put a file there by hand without saying its size. */
  private static int number(@Nullable String text) {
    return text != null && text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 1;
  }
}
