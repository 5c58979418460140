package org.entente.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.entente.read.Corpus;
import org.entente.read.DocumentReader;

/**
 * The files that paths of any Hadoop file system mean, in the order in which a local build reads
 * them, JSON lines cut into stretches.
 *
 * @param pieces files and stretches to read
 * @param tables Parquet files
 */
record Inputs(List<Piece> pieces, List<Piece> tables) {

  private static final Comparator<FileStatus> BY_NAME =
      Comparator.comparing(
          status -> status.getPath().getName().getBytes(StandardCharsets.UTF_8),
          Arrays::compareUnsigned);

  /**
   * Lists them.
   *
   * @param pieceBytes length of a stretch
   * @throws FileNotFoundException if a path is not there
   * @throws IOException if one cannot be listed
   */
  static Inputs list(List<String> paths, long pieceBytes, Configuration hadoop) throws IOException {
    List<Path> roots = new ArrayList<>();
    for (String path : paths) {
      Path given = new Path(path);
      Path root = given.getFileSystem(hadoop).makeQualified(given);
      if (!given.getFileSystem(hadoop).exists(given)) {
        throw new FileNotFoundException(path + ": no such file or folder");
      }
      if (!roots.contains(root)) {
        roots.add(root);
      }
    }
    Lister lister = new Lister(hadoop, pieceBytes);
    for (Path root : roots) {
      if (roots.stream().noneMatch(other -> isBelow(root, other))) {
        lister.root(root);
      }
    }
    return new Inputs(List.copyOf(lister.pieces), List.copyOf(lister.tables));
  }

  private static boolean isBelow(Path path, Path other) {
    return path.toString().startsWith(other.toString().replaceAll("/*$", "/"))
        && !path.equals(other);
  }

  private static final class Lister {
    private final Configuration hadoop;
    private final long pieceBytes;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Piece> tables = new ArrayList<>();
    private int files;

    Lister(Configuration hadoop, long pieceBytes) {
      this.hadoop = hadoop;
      this.pieceBytes = pieceBytes;
    }

    void root(Path root) throws IOException {
      FileSystem system = root.getFileSystem(hadoop);
      FileStatus status = system.getFileStatus(root);
      if (status.isDirectory()) {
        walk(system, root, "");
      } else {
        add(status, root.getName());
      }
    }

    private void walk(FileSystem system, Path folder, String above) throws IOException {
      FileStatus[] inside = system.listStatus(folder);
      Arrays.sort(inside, BY_NAME);
      for (FileStatus status : inside) {
        String name = status.getPath().getName();
        if (name.startsWith(".")) {
          continue;
        }
        if (status.isDirectory()) {
          walk(system, status.getPath(), above + name + "/");
        } else if (Corpus.isKnown(name) || isTable(name)) {
          add(status, above + name);
        }
      }
    }

    private static boolean isTable(String name) {
      return name.endsWith(".parquet");
    }

    private void add(FileStatus status, String source) {
      long size = status.getLen();
      String path = status.getPath().toString();
      Piece whole = new Piece(files++, path, source, size, 0, size, 1);
      if (isTable(source)) {
        tables.add(whole);
      } else if (DocumentReader.isLines(whole.corpusFile(hadoop)) && size > pieceBytes) {
        for (long start = 0; start < size; start += pieceBytes) {
          long end = Math.min(size, start + pieceBytes);
          pieces.add(new Piece(whole.file(), path, source, size, start, end, 1));
        }
      } else {
        pieces.add(whole);
      }
    }
  }
}
