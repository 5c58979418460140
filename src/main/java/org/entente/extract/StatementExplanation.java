package org.entente.extract;

import java.time.temporal.Temporal;
import java.util.List;
import org.entente.knowledge.Attribution;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Modality;
import org.entente.knowledge.Statement;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * How one statement of a document was found.
 *
 * <p>Example: in "Russia reportedly withdrew from Palmyra in May 2015." a row of {@code verbs.tsv}
 * matched "withdrew" with the subject "Russia" and "Palmyra" after "from"; "reportedly" makes it
 * reported; "May 2015" is its time.
 *
 * @param statement the statement
 * @param sightings one or more for each sentence of its evidence, in the evidence's order
 */
public record StatementExplanation(Statement statement, List<Sighting> sightings) {

  /** Copies the sightings. */
  public StatementExplanation {
    sightings = List.copyOf(sightings);
  }

  /**
   * What one sentence contributes.
   *
   * @param sentence the sentence
   * @param presupposed whether it is said in passing by how a name is put together, so that it
   *     stands whatever the sentence denies or doubts
   * @param patterns the rows and patterns that claim it; none when only the judge proposes it
   * @param verdict what the judge thinks; null when it was not asked or finds it unlikely
   * @param standIns pronouns and common nouns that stand for subject or object
   * @param cues the words that make the modality; none when it is asserted
   * @param attribution who is said to say so; null when it is the writer
   * @param date the words that give the time; null when none do
   * @param confidence how sure, 0 to 1, the links of subject and object included
   */
  public record Sighting(
      Span sentence,
      boolean presupposed,
      List<Pattern> patterns,
      @Nullable Verdict verdict,
      List<StandIn> standIns,
      List<CueWord> cues,
      @Nullable Attribution attribution,
      @Nullable DateWords date,
      double confidence) {
    /** Copies the lists. */
    public Sighting {
      patterns = List.copyOf(patterns);
      standIns = List.copyOf(standIns);
      cues = List.copyOf(cues);
    }
  }

  /**
   * A pattern that matched.
   *
   * @param source the row of a table of {@code data/lexicon}, such as {@code verbs.tsv, line 12},
   *     or what the pattern is called
   * @param trigger the words that say so; empty when the names stand beside each other
   * @param subject the argument that is the subject
   * @param object the argument that is the object
   */
  public record Pattern(String source, String trigger, Argument subject, Argument object) {}

  /**
   * An argument of a pattern.
   *
   * @param slot where the pattern looked, such as {@code subj} or {@code from}
   * @param text the words there; empty when the name itself says who it is
   * @param entity whom they mean
   */
  public record Argument(String slot, String text, EntityRef entity) {}

  /**
   * What the judge thinks.
   *
   * @param probability how likely, 0 to 1
   * @param features those that weigh most, the weightiest first
   */
  public record Verdict(double probability, List<Feature> features) {
    /** Copies the features. */
    public Verdict {
      features = List.copyOf(features);
    }
  }

  /**
   * Something that the judge looked at.
   *
   * @param name its name, such as {@code B=withdraw}
   * @param points what it adds to the natural logarithm of the odds of this relation against none
   */
  public record Feature(String name, double points) {}

  /**
   * A pronoun or common noun that stands for an entity.
   *
   * @param span where it stands
   * @param entity what it stands for
   * @param reason {@code pronoun} or {@code common noun}
   * @param antecedent the last name of the entity before it; null when the document has none there
   */
  public record StandIn(Span span, EntityRef entity, String reason, @Nullable Span antecedent) {}

  /**
   * A word that makes the modality.
   *
   * @param word the word
   * @param rule its kind in {@code modality.tsv}, or what the construction is called
   * @param effect what it makes of the statement
   */
  public record CueWord(String word, String rule, Modality effect) {}

  /**
   * A date in words.
   *
   * @param words the words
   * @param lead the preposition before them; empty without one
   * @param from the beginning that they name with their preposition; null when they name none
   * @param to the end, likewise
   */
  public record DateWords(
      String words, String lead, @Nullable Temporal from, @Nullable Temporal to) {}
}
