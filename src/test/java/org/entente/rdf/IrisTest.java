package org.entente.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import org.apache.jena.irix.IRIx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IrisTest {

  @Test
  void namesEntitiesDocumentsGraphsAndRunsBelowItsBase() {
    Iris iris = new Iris("https://example.org/war/");

    assertEquals("https://example.org/war/id/iran", iris.entity("iran").getURI());
    assertEquals("https://example.org/war/document/12ab", iris.document("12ab").getURI());
    assertEquals("https://example.org/war/graph/reference", iris.graph("reference").getURI());
    assertEquals("https://example.org/war/run/34cd", iris.run("34cd").getURI());
  }

  @Test
  void keepsTheNamespaceOfTheOntologyWhateverTheBase() {
    assertEquals("https://w3id.org/entente/ontology#supports", Iris.ontology("supports").getURI());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/war", "war/", "/war/", "", "https://exa mple.org/"})
  void refusesABaseThatIsNoAbsoluteIriEndingInASlash(String base) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> new Iris(base));

    assertTrue(thrown.getMessage().contains(base), thrown.getMessage());
  }

  @Test
  void leavesAWebAddressAsItIs() {
    assertEquals(
        "https://example.org/a?b=c&d=%C3%A9",
        Iris.DEFAULT.source("https://example.org/a?b=c&d=%C3%A9").getURI());
  }

  @Test
  void encodesWhatMayNotStandInAnIri() {
    assertEquals(
        "https://example.org/a%20b%22%3C%3E",
        Iris.DEFAULT.source("https://example.org/a b\"<>").getURI());
    assertEquals(
        "https://w3id.org/entente/source/caf%C3%A9%20%F0%9F%9A%80.txt",
        Iris.DEFAULT.source("café \uD83D\uDE80.txt").getURI());
  }

  @Test
  void putsAnythingElseBelowItsBase() {
    assertEquals(
        "https://w3id.org/entente/source/seed.txt", Iris.DEFAULT.source("seed.txt").getURI());
    assertEquals(
        "https://w3id.org/entente/source/file:///etc/passwd",
        Iris.DEFAULT.source("file:///etc/passwd").getURI());
  }

  @Property
  void makesAnAbsoluteIriOfAnyWordsAndTheSameAgain(
      @ForAll @AlphaChars @NumericChars @Chars({' ', '<', '"', 'é', 'ش', '\u0001'}) String source) {
    String iri = Iris.DEFAULT.source(source).getURI();

    assertTrue(IRIx.create(iri).isAbsolute(), iri);
    assertEquals(iri, Iris.DEFAULT.source(source).getURI());
  }

  @Test
  void leavesAWebAddressWithAFragmentAsItIs() {
    assertEquals(
        "https://example.org/a?b=c#e", Iris.DEFAULT.source("https://example.org/a?b=c#e").getURI());
  }

  @Test
  void encodesTheSignsOfAFileNameThatMeanSomethingInAnIri() {
    assertEquals(
        "https://w3id.org/entente/source/100%25%20%231%3F.txt",
        Iris.DEFAULT.source("100% #1?.txt").getURI());
  }

  @Property
  void makesAnAbsoluteIriOfAnySource(@ForAll String source) {
    String iri = Iris.DEFAULT.source(source).getURI();
    assertTrue(IRIx.create(iri).isAbsolute(), iri);
  }
}
