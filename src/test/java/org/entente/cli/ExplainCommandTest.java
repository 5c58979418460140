package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExplainCommandTest {

  @Test
  void replacesWhatATerminalWouldTakeForAnOrder() {
    assertEquals(
        "a\uFFFD[31mb\uFFFDc\uFFFD \uFFFDd\uFFFD\n",
        ExplainCommand.plain("a\u001b[31mb\u0007c\u009b\t\u202ed\r\n"));
  }

  @Test
  void leavesEverythingElse() {
    assertEquals("Ḥamā, \uD83D\uDE00\nحماة", ExplainCommand.plain("Ḥamā, \uD83D\uDE00\nحماة"));
  }
}
