package org.entente.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.irix.IRIx;
import org.junit.jupiter.api.Test;

class OpenFindingsTest {

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
