package org.entente.cluster;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.read.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a build on a cluster is told, in a form that travels to its machines.
 *
 * @param base what IRIs begin with
 * @param seconds longest time that one document may take
 * @param maxBytes as in {@link ReadOptions}
 * @param charset name of the encoding of plain text
 * @param fields as in {@link ReadOptions}; columns of Parquet are fields too
 * @param gazetteers files of more names, on the machine that submits
 * @param decisions a table of decisions there; null for the shipped one
 * @param pieceBytes bytes of input that make one task, about
 * @param gzip whether the quads are compressed
 */
public record ClusterOptions(
    String base,
    long seconds,
    long maxBytes,
    String charset,
    HashMap<String, List<String>> fields,
    List<String> gazetteers,
    @Nullable String decisions,
    long pieceBytes,
    boolean gzip)
    implements Serializable {

  /** Eight mebibytes of plain text are about two minutes of one core. */
  public static final long PIECE_BYTES = 8L << 20;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no time or no byte
   */
  public ClusterOptions {
    if (seconds < 1) {
      throw new IllegalArgumentException("time limit " + seconds + " s: is more than nothing");
    }
    if (pieceBytes < 1) {
      throw new IllegalArgumentException("piece of " + pieceBytes + " bytes: is at least one");
    }
    gazetteers = List.copyOf(gazetteers);
  }

  /** These readings with the shipped knowledge and pieces of the usual size. */
  public static ClusterOptions of(String base, long seconds, ReadOptions reading) {
    Map<String, List<String>> fields = reading.jsonFields();
    return new ClusterOptions(
        base,
        seconds,
        reading.maxBytes(),
        reading.charset().name(),
        new HashMap<>(fields),
        List.of(),
        null,
        PIECE_BYTES,
        false);
  }

  /** The same with files of knowledge. */
  public ClusterOptions withKnowledge(List<String> gazetteerFiles, @Nullable String decisionFile) {
    return new ClusterOptions(
        base, seconds, maxBytes, charset, fields, gazetteerFiles, decisionFile, pieceBytes, gzip);
  }

  /** The same with pieces of this size. */
  public ClusterOptions withPieceBytes(long bytes) {
    return new ClusterOptions(
        base, seconds, maxBytes, charset, fields, gazetteers, decisions, bytes, gzip);
  }

  /** The same with compressed quads. */
  public ClusterOptions gzipped() {
    return new ClusterOptions(
        base, seconds, maxBytes, charset, fields, gazetteers, decisions, pieceBytes, true);
  }

  ReadOptions reading() {
    return new ReadOptions(maxBytes, Charset.forName(charset), Map.copyOf(fields));
  }
}
