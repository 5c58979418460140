package org.entente.analyse;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.entente.knowledge.Claim;
import org.entente.knowledge.DocumentClaims;
import org.entente.knowledge.Modality;
import org.entente.knowledge.Scale;
import org.jspecify.annotations.Nullable;

/**
 * What statements come to, by pair of actors and period.
 *
 * <p>A period is a year, a month, or none at all. Memory holds one {@link Tally} for each pair and
 * period and no statement.
 */
final class PairTable {

  /** Years that one statement may cover; of a longer time only its ends count. */
  private static final int MOST_YEARS = 60;

  /**
   * A pair in a period.
   *
   * @param a number of the actor whose slug comes first
   * @param b number of the other
   * @param period year × 100 + month, month 0 for the year; 0 when not known
   */
  record Key(int a, int b, int period) {
    /** The year, 0 when not known. */
    int year() {
      return period / 100;
    }

    /** Whether it is about a month. */
    boolean isMonth() {
      return period % 100 != 0;
    }
  }

  private final Map<String, String> actors;
  private final Scale scale;
  private final RollUp rollUp;
  private final BiConsumer<Key, String> sources;
  private final List<String> relations;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> slugs = new ArrayList<>();
  private final Map<Key, Tally> tallies = new HashMap<>();
  private final Set<String> texts = new HashSet<>();
  private long statements;
  private long copies;

  /**
   * An empty table.
   *
   * @param sources is told of each statement that counts for a pair and period
   */
  PairTable(
      Map<String, String> actors, Scale scale, RollUp rollUp, BiConsumer<Key, String> sources) {
    this.actors = actors;
    this.scale = scale;
    this.rollUp = rollUp;
    this.sources = sources;
    this.relations = List.copyOf(scale.scores().keySet());
  }

  /** Adds a document, unless one of the same text was added before. */
  void add(DocumentClaims document) {
    if (!texts.add(document.digest().substring(0, Math.min(16, document.digest().length())))) {
      copies++;
      return;
    }
    Map<Key, Tally.OfDocument> own = new LinkedHashMap<>();
    for (Claim claim : document.claims()) {
      boolean between = actors.containsKey(claim.subject()) && actors.containsKey(claim.object());
      if (between
          && scale.scores().containsKey(claim.predicate())
          && !scale.takesFrom().containsKey(claim.predicate())) {
        statements++;
        add(claim, claim.object(), claim, document.issued(), own);
      }
    }
    takings(document, own);
    own.forEach((key, said) -> tallies.computeIfAbsent(key, k -> new Tally()).add(said));
  }

  /** Whoever takes a place that another loses, by the same document, acts against the other. */
  private void takings(DocumentClaims document, Map<Key, Tally.OfDocument> own) {
    for (Claim taken : document.claims()) {
      String lost = scale.takesFrom().get(taken.predicate());
      if (lost == null || kind(taken.modality()) != Tally.Kind.AFFIRMED) {
        continue;
      }
      for (Claim loss : document.claims()) {
        if (loss.predicate().equals(lost)
            && loss.object().equals(taken.object())
            && !loss.subject().equals(taken.subject())
            && kind(loss.modality()) == Tally.Kind.AFFIRMED
            && actors.containsKey(taken.subject())
            && actors.containsKey(loss.subject())) {
          add(taken, loss.subject(), loss, document.issued(), own);
        }
      }
    }
  }

  /**
   * Adds a statement.
   *
   * @param other the actor that it is about, besides its subject
   * @param second the statement that names the other: the same, or the one of the loss
   */
  private void add(
      Claim claim,
      String other,
      Claim second,
      @Nullable LocalDate issued,
      Map<Key, Tally.OfDocument> own) {
    double factor = trust(claim).factor();
    double evidence = Math.min(evidence(claim), evidence(second));
    double score = scale.scores().getOrDefault(claim.predicate(), 0.0) * factor;
    int relation = relations.indexOf(claim.predicate());
    Temporal date = claim.start() != null ? claim.start() : claim.end();
    boolean undated = date == null;
    Temporal when = date == null ? issued : date;
    for (int period : periods(claim, issued)) {
      Set<Key> done = new HashSet<>();
      for (String a : rollUp.sides(claim.subject(), period / 100)) {
        for (String b : rollUp.sides(other, period / 100)) {
          boolean direct = a.equals(claim.subject()) && b.equals(other);
          if (a.equals(b) || (!direct && areOneSide(a, b, period / 100))) {
            continue;
          }
          Key key = key(a, b, period);
          if (done.add(key)) {
            Tally.OfDocument tally = own.computeIfAbsent(key, k -> new Tally.OfDocument());
            tally.add(evidence, score, relation, kind(claim.modality()), direct, day(when));
            if (undated) {
              tally.dateIsDocuments();
            }
            sources.accept(key, claim.name());
            if (!second.equals(claim)) {
              sources.accept(key, second.name());
            }
          }
        }
      }
    }
  }

  private Scale.Trust trust(Claim claim) {
    return scale.trust().getOrDefault(claim.modality(), new Scale.Trust(0, 0));
  }

  private double evidence(Claim claim) {
    return claim.confidence() * trust(claim).evidence();
  }

  private boolean areOneSide(String a, String b, int year) {
    return rollUp.sides(a, year).contains(b) || rollUp.sides(b, year).contains(a);
  }

  private static Tally.Kind kind(Modality modality) {
    return switch (modality) {
      case ASSERTED, REPORTED -> Tally.Kind.AFFIRMED;
      case POSSIBLE -> Tally.Kind.POSSIBLE;
      case NEGATED -> Tally.Kind.DENIED;
    };
  }

  // ---- periods

  /** The years that a statement is about, and its month if it is about one only. */
  private Set<Integer> periods(Claim claim, @Nullable LocalDate issued) {
    Temporal start = claim.start() != null ? claim.start() : claim.end();
    Temporal end = claim.end();
    if (start == null) {
      start = issued;
      end = issued;
    } else if (end == null) {
      boolean lasts = issued != null && scale.lasting().contains(claim.predicate());
      end = lasts && day(issued) > day(start) ? issued : start;
    }
    if (start == null || end == null) {
      return Set.of(0);
    }
    Set<Integer> periods = new TreeSet<>();
    int from = Math.min(year(start), year(end));
    int to = Math.max(year(start), year(end));
    for (int year = from; year <= to; year = to - from > MOST_YEARS && year < to ? to : year + 1) {
      periods.add(year * 100);
    }
    int month = day(start) / 100;
    if (month == day(end) / 100 && month % 100 != 0) {
      periods.add(month);
    }
    return periods;
  }

  private static int year(Temporal date) {
    return day(date) / 10_000;
  }

  /** A date as a number such as 20150930, with 00 for what it leaves open; 0 for none. */
  private static int day(@Nullable Temporal date) {
    if (date instanceof LocalDate d) {
      return d.getYear() * 10_000 + d.getMonthValue() * 100 + d.getDayOfMonth();
    }
    if (date instanceof YearMonth m) {
      return m.getYear() * 10_000 + m.getMonthValue() * 100;
    }
    return date instanceof Year y ? y.getValue() * 10_000 : 0;
  }

  /** A number of {@link #day} as a date of RDF. */
  static String date(int day) {
    return day % 10_000 == 0
        ? period(day / 100)
        : day % 100 == 0
            ? period(day / 100)
            : String.format(
                Locale.ROOT, "%04d-%02d-%02d", day / 10_000, day / 100 % 100, day % 100);
  }

  /** A period as a date of RDF. */
  static String period(int period) {
    return period % 100 == 0
        ? String.format(Locale.ROOT, "%04d", period / 100)
        : String.format(Locale.ROOT, "%04d-%02d", period / 100, period % 100);
  }

  // ---- what it holds

  private Key key(String a, String b, int period) {
    return a.compareTo(b) < 0
        ? new Key(number(a), number(b), period)
        : new Key(number(b), number(a), period);
  }

  private int number(String slug) {
    return numbers.computeIfAbsent(
        slug,
        s -> {
          slugs.add(s);
          return slugs.size() - 1;
        });
  }

  /** The slug of an actor's number. */
  String slug(int number) {
    return slugs.get(number);
  }

  /** The tally of a pair in a period, or null. */
  @Nullable Tally tally(Key key) {
    return tallies.get(key);
  }

  /** All pairs with their periods, by slugs and period. */
  List<Key> keys() {
    List<Key> keys = new ArrayList<>(tallies.keySet());
    keys.sort(
        (x, y) -> {
          int a = slug(x.a()).compareTo(slug(y.a()));
          int b = a != 0 ? a : slug(x.b()).compareTo(slug(y.b()));
          return b != 0 ? b : Integer.compare(x.period(), y.period());
        });
    return keys;
  }

  /** How many statements between actors were counted. */
  long statements() {
    return statements;
  }

  /** How many documents were left out because their text had been read before. */
  long copies() {
    return copies;
  }
}
