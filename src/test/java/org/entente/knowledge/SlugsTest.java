package org.entente.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

  @ParameterizedTest
  @CsvSource({
    "Hay’at Taḥrīr al-Shām, hayat-tahrir-al-sham",
    "Hayat Tahrir al-Sham, hayat-tahrir-al-sham",
    "Jaysh al-ʿIzza, jaysh-al-izza",
    "U.S. Army, us-army",
    "Su-24, su-24",
    "Türkiye, turkiye",
    "IRAQ, iraq",
    "Straße 7, strasse-7",
    "'  Khmeimim   air base ', khmeimim-air-base",
    "Daraa & Quneitra (south), daraa-quneitra-south"
  })
  void makesASlugOfAName(String name, String slug) {
    assertEquals(slug, Slugs.of(name));
  }

  @Test
  void lowersTheTurkishDotlessI() {
    assertEquals("isparta", Slugs.of("Isparta"));
    assertEquals("diyarbakir", Slugs.of("Diyarbakır"));
    assertEquals("istanbul", Slugs.of("İstanbul"));
  }

  @Test
  void givesDifferentSlugsToDifferentNamesInOtherScripts() {
    assertTrue(Slugs.isSlug(Slugs.of("حلب")));
    assertNotEquals(Slugs.of("حلب"), Slugs.of("حماة"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void refusesABlankName(String name) {
    assertThrows(IllegalArgumentException.class, () -> Slugs.of(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "Iran", "iran-", "-iran", "iran--iraq", "iran iraq", "ìran"})
  void knowsWhatIsNoSlug(String text) {
    assertFalse(Slugs.isSlug(text));
  }

  @Property
  void makesASlugOfAnythingAndLeavesItAsItIs(@ForAll String name) {
    Assume.that(!name.isBlank());
    String slug = Slugs.of(name);

    assertTrue(Slugs.isSlug(slug), slug);
    assertEquals(slug, Slugs.of(slug));
  }
}
