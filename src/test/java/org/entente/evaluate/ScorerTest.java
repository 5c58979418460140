package org.entente.evaluate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.entente.evaluate.Annotation.MarkedName;
import org.entente.evaluate.Annotation.Row;
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
}
