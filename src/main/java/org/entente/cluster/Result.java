package org.entente.cluster;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.ingest.BuildListener.Note;
import org.entente.ingest.Outcome;
import org.entente.text.Digests;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input, in a form that travels.
 *
 * @param key where it goes
 * @param source IRI of where the document is from; null when there is none
 * @param note why there is no document: name and reason; null when there is one
 * @param skipped whether it was left out on purpose
 * @param counts what there is to count
 * @param entities the entities that it names
 * @param lines its quads, sorted; empty when they stayed behind
 */
record Result(
    Key key,
    @Nullable String source,
    @Nullable Reason note,
    boolean skipped,
    Counts counts,
    List<Named> entities,
    String lines)
    implements Serializable {

  /** A name and what is to be said about it. */
  record Reason(String name, String reason) implements Serializable {}

  /**
   * A document's identifier, and the place among others of the same one. Sixteen hexadecimal digits
   * of a hash, so that their range can be cut into equal parts unseen.
   */
  record Key(String id, Place place) implements Comparable<Key>, Serializable {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::id).thenComparing(Key::place);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * An entity and how often it is named.
   *
   * @param listed whether it is known beforehand
   */
  record Named(String iri, String type, String label, boolean listed, long documents, long mentions)
      implements Serializable {

    /** IRI, type, label, documents, mentions. */
    String row() {
      return String.join(
          "\t", iri, type, cell(label), Long.toString(documents), Long.toString(mentions));
    }

    /** The same entity in more documents; of several labels the first in order. */
    Named and(Named other) {
      return new Named(
          iri,
          type,
          label.compareTo(other.label) <= 0 ? label : other.label,
          listed,
          documents + other.documents,
          mentions + other.mentions);
    }
  }

  /** A document of this identifier, or why it gave none. */
  static Result of(String id, Place place, Outcome outcome) {
    if (outcome instanceof Outcome.Analysed analysed) {
      List<Named> named =
          analysed.entities().stream()
              .map(n -> new Named(n.iri(), n.type(), n.label(), !n.discovered(), 1, n.mentions()))
              .toList();
      Counts counts =
          Counts.document(
              analysed.words(),
              analysed.mentions(),
              analysed.size(),
              new TreeMap<>(analysed.statements()));
      return new Result(
          new Key(id, place), analysed.source(), null, false, counts, named, analysed.lines());
    }
    if (outcome instanceof Outcome.Skipped left) {
      return without(place, left.note(), true);
    }
    if (outcome instanceof Outcome.Failed bad) {
      return without(place, bad.note(), false);
    }
    throw new IllegalArgumentException("no end of an analysis: " + outcome);
  }

  /** An input without a document. */
  static Result without(Place place, Note note, boolean skipped) {
    String anywhere = Digests.sha256(note.name() + "\u0000" + place).substring(0, 16);
    return new Result(
        new Key(anywhere, place),
        null,
        new Reason(note.name(), note.reason()),
        skipped,
        skipped ? Counts.SKIPPED : Counts.FAILED,
        List.of(),
        "");
  }

  boolean isDocument() {
    return source != null;
  }

  boolean isFailure() {
    return note != null && !skipped;
  }

  /** Name, tab, reason. */
  String failure() {
    return note == null ? "" : cell(note.name()) + '\t' + cell(note.reason());
  }

  /** The quads without the last line feed. */
  String text() {
    return lines.substring(0, Math.max(0, lines.length() - 1));
  }

  private static String cell(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }

  /** The same without its quads. */
  Result withoutLines() {
    return new Result(key, source, note, skipped, counts, entities, "");
  }

  /**
   * Sums over inputs.
   *
   * @param quads quads of the documents' graphs
   * @param statements statements, by predicate
   */
  record Counts(
      long documents,
      long skipped,
      long failed,
      long words,
      long mentions,
      long quads,
      TreeMap<String, Long> statements)
      implements Serializable {

    static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0, new TreeMap<>());
    static final Counts SKIPPED = new Counts(0, 1, 0, 0, 0, 0, new TreeMap<>());
    static final Counts FAILED = new Counts(0, 0, 1, 0, 0, 0, new TreeMap<>());

    static Counts document(long words, long mentions, long quads, Map<String, Integer> statements) {
      TreeMap<String, Long> sums = new TreeMap<>();
      statements.forEach((name, n) -> sums.put(name, (long) n));
      return new Counts(1, 0, 0, words, mentions, quads, sums);
    }

    Counts and(Counts other) {
      TreeMap<String, Long> sums = new TreeMap<>(statements);
      other.statements.forEach((name, n) -> sums.merge(name, n, Long::sum));
      return new Counts(
          documents + other.documents,
          skipped + other.skipped,
          failed + other.failed,
          words + other.words,
          mentions + other.mentions,
          quads + other.quads,
          sums);
    }
  }
}
