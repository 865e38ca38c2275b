package kikkake.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kikkake.studio.Bytes;
import kikkake.studio.Picture;
import kikkake.studio.Pictures;
import kikkake.studio.Refused;

/** Pictures in a folder of this machine, which is made with the first one. */
final class PictureFolder implements Pictures {
  private final Path folder;
  private final Map<String, Saved> known = new ConcurrentHashMap<>();

  PictureFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Saved> latest() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(file -> known(file.getFileName().toString()).stream())
          .sorted(Comparator.comparing(Saved::at).reversed().thenComparing(Saved::name))
          .limit(MOST_LISTED)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The pictures in " + folder + " cannot be listed", e);
    }
  }

  private Optional<Saved> known(String name) {
    return Optional.ofNullable(known.get(name))
        .or(() -> {
          Optional<Saved> saved = find(name).map(this::saved);
          saved.ifPresent(found -> known.put(name, found));
          return saved;
        });
  }

  private Saved saved(Picture picture) {
    try {
      return new Saved(
          picture.name(),
          picture.width(),
          picture.height(),
          picture.bytes().length(),
          Files.getLastModifiedTime(folder.resolve(picture.name())).toInstant());
    } catch (IOException e) {
      throw new UncheckedIOException("The picture " + picture.name() + " cannot be read", e);
    }
  }

  @Override
  public boolean save(Picture picture) {
    try {
      Files.createDirectories(folder);
      Files.write(
          folder.resolve(picture.name()),
          picture.bytes().array(),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("The picture cannot be kept in " + folder, e);
    }
  }

  /** The picture of a name; empty where there is none, or its file is not what its name says. */
  Optional<Picture> find(String name) {
    if (!Picture.isName(name) || !Files.isRegularFile(folder.resolve(name))) {
      return Optional.empty();
    }
    try {
      String stem = name.substring(0, name.lastIndexOf('.'));
      Picture picture = Picture.read(stem, Bytes.of(Files.readAllBytes(folder.resolve(name))));
      return picture.name().equals(name) ? Optional.of(picture) : Optional.empty();
    } catch (Refused notAPicture) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The picture " + name + " cannot be read", e);
    }
  }

  /** Throws away all pictures, and the folder. */
  void delete() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be deleted", e);
    }
  }
}
