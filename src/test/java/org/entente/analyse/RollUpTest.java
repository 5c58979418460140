package org.entente.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RollUpTest {

  private final RollUp rollUp = new RollUp(Weights.ACTORS, Weights.SCALE);

  @Test
  void goesFromALeaderToTheState() {
    rollUp.always("guards", "country", "iran");
    rollUp.said("quds-force", "partOf", "guards", 2015);
    rollUp.said("soleimani", "leads", "quds-force", 2015);
    assertEquals(
        List.of("guards", "iran", "quds-force", "soleimani"), rollUp.sides("soleimani", 2015));
    assertEquals(List.of("iran"), rollUp.sides("iran", 2015));
  }

  @Test
  void endsACircleWhereItBegins() {
    rollUp.said("quds-force", "partOf", "guards", 2015);
    rollUp.said("guards", "partOf", "quds-force", 2015);
    assertEquals(List.of("guards", "quds-force"), rollUp.sides("guards", 2015));
    assertEquals(List.of("guards", "quds-force"), rollUp.sides("quds-force", 2015));
  }

  @Test
  void leavesOutAWholeThatFewDocumentsName() {
    for (int i = 0; i < 3; i++) {
      rollUp.nextDocument();
      rollUp.said("soleimani", "leads", "quds-force", 2015);
    }
    rollUp.said("soleimani", "officialOf", "syria", 2015);
    assertEquals(List.of("quds-force", "soleimani"), rollUp.sides("soleimani", 2015));
  }

  @Test
  void takesWhatIsSaidOfTheYearBeforeWhatIsSaidOfOthers() {
    rollUp.said("soleimani", "leads", "quds-force", 2015);
    rollUp.nextDocument();
    rollUp.said("soleimani", "leads", "quds-force", 2016);
    rollUp.nextDocument();
    rollUp.said("soleimani", "leads", "hezbollah", 2024);
    rollUp.nextDocument();
    rollUp.said("soleimani", "leads", "hezbollah", 2024);
    assertEquals(List.of("hezbollah", "soleimani"), rollUp.sides("soleimani", 2024));
    assertEquals(List.of("quds-force", "soleimani"), rollUp.sides("soleimani", 2015));
  }

  @Test
  void doesNotMakeAPredecessorAPart() {
    rollUp.never("rebels", "hezbollah");
    rollUp.said("rebels", "partOf", "hezbollah", 2017);
    assertEquals(List.of("rebels"), rollUp.sides("rebels", 2017));
  }

  @Test
  void lendsNoCountryToAnArmedGroup() {
    rollUp.always("hezbollah", "country", "syria");
    assertEquals(List.of("hezbollah"), rollUp.sides("hezbollah", 2015));
  }
}
