package org.entente.evaluate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.evaluate.Annotation.Circumstance;
import org.entente.evaluate.Annotation.MarkedName;
import org.entente.evaluate.Annotation.Row;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Evidence;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Modality;
import org.entente.knowledge.Predicate;
import org.entente.knowledge.Statement;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Document;
import org.entente.text.DocumentInfo;
import org.entente.text.EntityType;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;

/** Every figure below is worked out in a comment beside it. */
class ScorerTest {

  private static final String ALL = Scores.ALL;

  private final Scorer scorer = new Scorer(Set.of("alliedWith", "cooperatesWith", "near"));

  // ---- mentions, strictly

  @Test
  void countsAMentionAsRightOnlyWithTheSameStartEndAndType() {
    List<MarkedName> gold =
        List.of(
            name(0, 6, "State", "russia"),
            name(10, 16, "Place", "aleppo"),
            name(20, 24, "Place", "hama"),
            name(30, 33, "ArmedGroup", "hayat-tahrir-al-sham"));
    List<MarkedName> found =
        List.of(
            name(0, 6, "State", "russia"), // right
            name(10, 15, "Place", "aleppo"), // end wrong
            name(20, 24, "ArmedGroup", "hamas")); // type wrong
    Scores scores = scorer.score(mentions(gold), mentions(found));

    // One right, four expected, three given: precision 1/3, recall 1/4, F1 2*1/(4+3).
    Score all = scores.mentionsStrict().get(ALL);
    assertAll(
        () -> assertEquals(new Score(1, 4, 3), all),
        () -> assertEquals(1 / 3.0, all.precision(), 1e-9),
        () -> assertEquals(0.25, all.recall(), 1e-9),
        () -> assertEquals(2 / 7.0, all.f1(), 1e-9));
    // By type: State 1 of 1 with 1 given; Place 0 of 2 with 1 given; ArmedGroup 0 of 1 with 1
    // given.
    assertAll(
        () -> assertEquals(new Score(1, 1, 1), scores.mentionsStrict().get("State")),
        () -> assertEquals(new Score(0, 2, 1), scores.mentionsStrict().get("Place")),
        () -> assertEquals(new Score(0, 1, 1), scores.mentionsStrict().get("ArmedGroup")));
  }

  @Test
  void countsTheSameMentionGivenTwiceOnce() {
    MarkedName russia = name(0, 6, "State", "russia");
    Scores scores = scorer.score(mentions(List.of(russia)), mentions(List.of(russia, russia)));

    // A set of one against a set of one.
    assertEquals(new Score(1, 1, 1), scores.mentionsStrict().get(ALL));
  }

  // ---- mentions that overlap

  @Test
  void countsOverlapOfOneCharacterButNotOfNeighbours() {
    List<MarkedName> gold = List.of(name(0, 10, "Place", "a"), name(20, 30, "Place", "b"));
    List<MarkedName> found =
        List.of(
            name(9, 15, "Place", "a"), // shares character 9 with the first
            name(30, 35, "Place", "b")); // begins where the second ends: shares nothing
    Scores scores = scorer.score(mentions(gold), mentions(found));

    // One of two expected, two given.
    assertEquals(new Score(1, 2, 2), scores.mentionsOverlap().get(ALL));
    assertEquals(new Score(0, 2, 2), scores.mentionsStrict().get(ALL));
  }

  @Test
  void doesNotCountOverlapOfAnotherType() {
    Scores scores =
        scorer.score(
            mentions(List.of(name(0, 6, "State", "syria"))),
            mentions(List.of(name(0, 6, "Government", "syrian-government"))));

    // State: none of one, none given. Government: none expected, one given.
    assertAll(
        () -> assertEquals(new Score(0, 1, 0), scores.mentionsOverlap().get("State")),
        () -> assertEquals(new Score(0, 0, 1), scores.mentionsOverlap().get("Government")),
        () -> assertEquals(new Score(0, 1, 1), scores.mentionsOverlap().get(ALL)));
  }

  @Test
  void matchesAFoundMentionWithOneGoldMentionOnly() {
    // One long mention over two gold ones explains one of them.
    Scores oneForTwo =
        scorer.score(
            mentions(List.of(name(0, 5, "Place", "a"), name(6, 10, "Place", "b"))),
            mentions(List.of(name(0, 10, "Place", "a"))));
    assertEquals(new Score(1, 2, 1), oneForTwo.mentionsOverlap().get(ALL));

    // Two short mentions inside one gold mention: one is right, the other is spare.
    Scores twoForOne =
        scorer.score(
            mentions(List.of(name(0, 10, "Place", "a"))),
            mentions(List.of(name(0, 4, "Place", "a"), name(5, 10, "Place", "a"))));
    assertEquals(new Score(1, 1, 2), twoForOne.mentionsOverlap().get(ALL));
  }

  // ---- links

  @Test
  void countsALinkByPlaceAndEntityWhateverTheTypeAndAccuracyByPlaceAndType() {
    List<MarkedName> gold =
        List.of(
            name(0, 6, "State", "russia"),
            name(10, 18, "Place", "damascus"),
            name(20, 26, "State", "russia"),
            name(30, 36, "Place", "aleppo"));
    List<MarkedName> found =
        List.of(
            name(0, 6, "State", "russia"), // place, type and entity right
            name(10, 18, "State", "syria"), // place right, type and entity wrong
            name(20, 26, "Place", "russia"), // place and entity right, type wrong
            name(30, 36, "Place", "aleppo-governorate")); // place and type right, entity wrong
    Scores scores = scorer.score(mentions(gold), mentions(found));

    // Links: the first and the third of four.
    assertEquals(new Score(2, 4, 4), scores.links().get(ALL));
    // Accuracy: first and fourth have the right place and type; one of the two the right entity.
    assertEquals(new Score(1, 2, 2), scores.linkAccuracy());
    assertEquals(0.5, scores.linkAccuracy().precision(), 1e-9);
  }

  @Test
  void hasNoLinkAccuracyWithoutSharedMentions() {
    Scores scores =
        scorer.score(
            mentions(List.of(name(0, 6, "State", "russia"))),
            mentions(List.of(name(1, 6, "State", "russia"))));

    assertEquals(Score.NONE, scores.linkAccuracy());
    assertEquals(0, scores.linkAccuracy().precision());
  }

  // ---- statements

  @Test
  void countsModalityInTheExactScoreOnly() {
    List<Row> gold =
        List.of(
            row("russia", "supports", "syria", "asserted"),
            row("turkey", "attacks", "afrin", "asserted"),
            row("iran", "deploysTo", "syria", "reported"));
    List<Row> found =
        List.of(
            row("russia", "supports", "syria", "asserted"), // exact
            row("turkey", "attacks", "afrin", "possible"), // right but for the modality
            row("syria", "deploysTo", "iran", "reported")); // wrong way round, not symmetric
    Scores scores = scorer.score(statements(gold), statements(found));

    assertAll(
        // Exact: one of three, three given.
        () -> assertEquals(new Score(1, 3, 3), scores.statements().get(ALL)),
        // Plain: two of three, three given.
        () -> assertEquals(new Score(2, 3, 3), scores.statementsPlain().get(ALL)),
        () -> assertEquals(new Score(0, 1, 1), scores.statements().get("attacks")),
        () -> assertEquals(new Score(1, 1, 1), scores.statementsPlain().get("attacks")),
        () -> assertEquals(new Score(0, 1, 1), scores.statementsPlain().get("deploysTo")));
  }

  @Test
  void takesSymmetricStatementsInEitherOrder() {
    Scores scores =
        scorer.score(
            statements(List.of(row("russia", "cooperatesWith", "turkey", "asserted"))),
            statements(List.of(row("turkey", "cooperatesWith", "russia", "asserted"))));

    assertEquals(new Score(1, 1, 1), scores.statements().get(ALL));
    assertEquals(new Score(1, 1, 1), scores.statementsPlain().get(ALL));
  }

  @Test
  void countsBothOrdersOfASymmetricStatementOnce() {
    Scores scores =
        scorer.score(
            statements(List.of(row("iran", "alliedWith", "syria", "asserted"))),
            statements(
                List.of(
                    row("iran", "alliedWith", "syria", "asserted"),
                    row("syria", "alliedWith", "iran", "asserted"))));

    assertEquals(new Score(1, 1, 1), scores.statements().get(ALL));
  }

  @Test
  void doesNotLookAtWhereAStatementStands() {
    Scores scores =
        scorer.score(
            statements(List.of(new Row("iran", "supports", "hezbollah", "asserted", 0, 40))),
            statements(List.of(new Row("iran", "supports", "hezbollah", "asserted", 90, 120))));

    assertEquals(new Score(1, 1, 1), scores.statements().get(ALL));
  }

  @Test
  void countsAStatementInTwoModalitiesTwiceExactlyAndOncePlainly() {
    List<Row> gold =
        List.of(
            row("turkey", "attacks", "manbij", "asserted"),
            row("turkey", "attacks", "manbij", "possible"));
    Scores scores =
        scorer.score(
            statements(gold), statements(List.of(row("turkey", "attacks", "manbij", "asserted"))));

    // Exact: one of two, one given. Plain: both gold rows are one, and it is found.
    assertEquals(new Score(1, 2, 1), scores.statements().get(ALL));
    assertEquals(new Score(1, 1, 1), scores.statementsPlain().get(ALL));
  }

  // ---- modality, dates and sources of statements found

  @Test
  void setsAFoundStatementBesideTheRowOfItsModalityElseBesideOneLeftOver() {
    List<Row> gold =
        List.of(
            row("turkey", "attacks", "manbij", "asserted"),
            row("turkey", "attacks", "manbij", "negated"),
            row("iran", "supports", "syria", "reported"),
            row("russia", "leads", "x", "asserted"));
    List<Row> found =
        List.of(
            row("turkey", "attacks", "manbij", "asserted"), // the same
            row("turkey", "attacks", "manbij", "possible"), // beside the negated row
            row("turkey", "attacks", "manbij", "reported"), // nothing is left for it
            row("iran", "supports", "syria", "asserted"), // beside the reported row
            row("iran", "attacks", "syria", "asserted")); // not found in the gold
    Scores scores = scorer.score(statements(gold), statements(found));

    assertEquals(
        Map.of(
            "asserted", Map.of("asserted", 1),
            "negated", Map.of("possible", 1),
            "reported", Map.of("asserted", 1)),
        scores.modalities());
    // Texts add up: twice the counts.
    assertEquals(
        Map.of("possible", 2), scores.plus(scores).plus(Scores.none()).modalities().get("negated"));
  }

  @Test
  void comparesDatesAndSourcesOfStatementsFoundOnly() {
    Annotation gold =
        when(
            new Circumstance("a", "attacks", "b", "asserted", "2015-09", "2015-09", ""),
            new Circumstance("a", "attacks", "c", "reported", "2016", "", "sana"),
            new Circumstance("a", "attacks", "d", "reported", "", "", "sana"),
            new Circumstance("a", "attacks", "e", "asserted", "", "", ""),
            new Circumstance("m", "near", "n", "asserted", "2011", "", "sana"),
            new Circumstance("a", "attacks", "z", "asserted", "2012", "2012", "sana"));
    Annotation found =
        when(
            new Circumstance("a", "attacks", "b", "asserted", "2015-09", "2015-10", ""),
            new Circumstance("a", "attacks", "c", "asserted", "2015", "", ""),
            new Circumstance("a", "attacks", "d", "reported", "2017", "", "rudaw"),
            new Circumstance("a", "attacks", "e", "asserted", "", "", "sana"),
            new Circumstance("n", "near", "m", "asserted", "", "", "sana"),
            new Circumstance("a", "attacks", "y", "asserted", "2012", "2012", "sana"));
    Scores scores = scorer.score(gold, found);

    assertAll(
        () -> assertEquals(1, scores.dated()),
        // Starts: b right, c wrong, d spurious, near missed; e has none; z was not found.
        () -> assertEquals(new Answers(1, 1, 1, 1), scores.starts()),
        // Of three given one is right, of three in the gold one is found.
        () -> assertEquals(new Score(1, 3, 3), scores.starts().score()),
        // Ends: b wrong.
        () -> assertEquals(new Answers(0, 1, 0, 0), scores.ends()),
        // Sources: near right whichever way round, d wrong, e spurious, c missed.
        () -> assertEquals(new Answers(1, 1, 1, 1), scores.sources()),
        () -> assertEquals(new Answers(2, 2, 2, 2), scores.plus(scores).sources()));
  }

  @Test
  void comparesNoDatesWhereTheGoldMarksNone() {
    Annotation found = when(new Circumstance("a", "attacks", "b", "asserted", "2015", "", ""));
    Scores scores = scorer.score(statements(List.of(row("a", "attacks", "b", "asserted"))), found);

    assertEquals(0, scores.dated());
    assertEquals(Answers.NONE, scores.starts());
    assertEquals(new Score(1, 1, 1), scores.statements().get(ALL));
  }

  // ---- confidences

  @Test
  void takesConfidencesOfLinksWhosePlaceTheGoldMarksAndOfAllStatements() {
    // "😀 Iran supports Syria.": the gold counts the emoji as one, the text as two.
    String text = "\uD83D\uDE00 Iran supports Syria.";
    EntityRef iran = new EntityRef("iran", EntityType.STATE, "Iran");
    EntityRef syria = new EntityRef("syria", EntityType.STATE, "Syria");
    Document document =
        new Document(
            "d", "d", text, DocumentInfo.ofSource("d"), List.of(new Span(0, text.length())), true);
    LinkedDocument linked =
        new LinkedDocument(
            AnnotatedDocument.of(document),
            List.of(
                new Link(new Span(3, 7), iran, 0.9, "alias"),
                new Link(new Span(17, 22), syria, 0.6, "new"),
                new Link(new Span(8, 16), syria, 0.5, "new")),
            List.of(),
            List.of(),
            List.of());
    Predicate supports =
        new Predicate("supports", Set.of(EntityType.STATE), Set.of(EntityType.STATE), false);
    Predicate near =
        new Predicate("near", Set.of(EntityType.STATE), Set.of(EntityType.STATE), true);
    DocumentKnowledge found =
        new DocumentKnowledge(
            linked,
            List.of(
                statement(iran, supports, syria, 0.8),
                statement(syria, supports, iran, 0.4),
                statement(iran, near, syria, 0.3)));
    Annotation gold =
        new Annotation(
            "d",
            List.of(name(2, 6, "State", "iran"), name(16, 21, "Place", "syria-region")),
            List.of(
                row("iran", "supports", "syria", "negated"),
                row("syria", "near", "iran", "asserted")));

    // Iran right, Syria wrong, the verb not marked.
    assertEquals(
        List.of(new Reliability.Answer(0.9, true), new Reliability.Answer(0.6, false)),
        scorer.links(gold, found));
    // In the order of statements: iran near syria (either way), iran supports syria (whatever the
    // modality), syria supports iran (not in the gold).
    assertEquals(
        List.of(
            new Reliability.Answer(0.3, true),
            new Reliability.Answer(0.8, true),
            new Reliability.Answer(0.4, false)),
        scorer.statements(gold, found));
  }

  // ---- nothing

  @Test
  void givesZeroWithoutDividingByZeroWhenGoldIsEmpty() {
    Scores scores =
        scorer.score(
            new Annotation("t", List.of(), List.of()),
            new Annotation(
                "t",
                List.of(name(0, 6, "State", "russia")),
                List.of(row("russia", "supports", "syria", "asserted"))));

    Score mentions = scores.mentionsStrict().get(ALL);
    assertAll(
        () -> assertEquals(new Score(0, 0, 1), mentions),
        () -> assertEquals(0, mentions.precision()),
        () -> assertEquals(0, mentions.recall()),
        () -> assertEquals(0, mentions.f1()),
        () -> assertEquals(new Score(0, 0, 1), scores.mentionsOverlap().get(ALL)),
        () -> assertEquals(new Score(0, 0, 1), scores.links().get(ALL)),
        () -> assertEquals(new Score(0, 0, 1), scores.statements().get(ALL)));
  }

  @Test
  void givesZeroWithoutDividingByZeroWhenNothingIsFound() {
    Scores scores =
        scorer.score(
            new Annotation(
                "t",
                List.of(name(0, 6, "State", "russia")),
                List.of(row("russia", "supports", "syria", "asserted"))),
            new Annotation("t", List.of(), List.of()));

    Score statements = scores.statements().get(ALL);
    assertAll(
        () -> assertEquals(new Score(0, 1, 0), statements),
        () -> assertEquals(0, statements.precision()),
        () -> assertEquals(0, statements.recall()),
        () -> assertEquals(0, statements.f1()),
        () -> assertEquals(new Score(0, 1, 0), scores.mentionsOverlap().get(ALL)));
  }

  @Test
  void givesTheTotalEvenWhenBothAreEmpty() {
    Annotation empty = new Annotation("t", List.of(), List.of());
    Scores scores = scorer.score(empty, empty);

    assertAll(
        () -> assertEquals(Score.NONE, scores.mentionsStrict().get(ALL)),
        () -> assertEquals(Score.NONE, scores.mentionsOverlap().get(ALL)),
        () -> assertEquals(Score.NONE, scores.links().get(ALL)),
        () -> assertEquals(Score.NONE, scores.statements().get(ALL)),
        () -> assertEquals(Score.NONE, scores.statementsPlain().get(ALL)));
  }

  // ---- several texts

  @Test
  void addsCountsOfTextsInsteadOfAveragingTheirScores() {
    Scores first =
        scorer.score(
            mentions(List.of(name(0, 6, "State", "russia"))),
            mentions(List.of(name(0, 6, "State", "russia"))));
    Scores second =
        scorer.score(
            mentions(
                List.of(
                    name(0, 6, "Place", "a"),
                    name(7, 9, "Place", "b"),
                    name(10, 12, "Place", "c"))),
            mentions(List.of()));
    Scores both = Scores.none().plus(first).plus(second);

    // 1 of 1 and 0 of 3: recall 1/4, where the mean of the recalls would be 1/2.
    Score all = both.mentionsStrict().get(ALL);
    assertAll(
        () -> assertEquals(2, both.texts()),
        () -> assertEquals(new Score(1, 4, 1), all),
        () -> assertEquals(0.25, all.recall(), 1e-9),
        () -> assertEquals(new Score(1, 1, 1), both.mentionsStrict().get("State")),
        () -> assertEquals(new Score(0, 3, 0), both.mentionsStrict().get("Place")));
  }

  private static MarkedName name(int start, int end, String type, String slug) {
    return new MarkedName(start, end, type, slug, slug);
  }

  private static Row row(String subject, String predicate, String object, String modality) {
    return new Row(subject, predicate, object, modality, 0, 10);
  }

  private static Annotation mentions(List<MarkedName> mentions) {
    return new Annotation("t", mentions, List.of());
  }

  private static Annotation statements(List<Row> rows) {
    return new Annotation("t", List.of(), rows);
  }

  private static Statement statement(
      EntityRef subject, Predicate predicate, EntityRef object, double confidence) {
    return new Statement(
        subject,
        predicate,
        object,
        Modality.ASSERTED,
        null,
        null,
        null,
        confidence,
        List.of(new Evidence(new Span(0, 10))));
  }

  private static Annotation when(Circumstance... circumstances) {
    List<Row> rows =
        Arrays.stream(circumstances)
            .map(c -> row(c.subject(), c.predicate(), c.object(), c.modality()))
            .toList();
    return new Annotation("t", List.of(), rows, List.of(circumstances));
  }
}
