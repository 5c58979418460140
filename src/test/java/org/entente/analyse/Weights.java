package org.entente.analyse;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import org.entente.knowledge.Claim;
import org.entente.knowledge.DocumentClaims;
import org.entente.knowledge.Modality;
import org.entente.knowledge.Scale;
import org.entente.rdf.OntologyFiles;
import org.entente.rdf.OntologyReader;

/** The shipped weights and claims made by hand. */
final class Weights {

  static final Scale SCALE = OntologyReader.scale(OntologyFiles.shipped().ontology());

  static final Map<String, String> ACTORS =
      Map.of(
          "iran", "State",
          "syria", "State",
          "hezbollah", "ArmedGroup",
          "guards", "StateForce",
          "quds-force", "StateForce",
          "soleimani", "Person",
          "rebels", "ArmedGroup");

  private Weights() {}

  static Claim claim(String subject, String predicate, String object) {
    return claim(subject, predicate, object, Modality.ASSERTED, null);
  }

  static Claim claim(
      String subject, String predicate, String object, Modality modality, Temporal start) {
    String name = subject + "-" + predicate + "-" + object + "-" + modality;
    return new Claim(name, subject, predicate, object, modality, 1, start, start);
  }

  static DocumentClaims document(String name, String issued, Claim... claims) {
    return new DocumentClaims(name, name, LocalDate.parse(issued), List.of(claims));
  }
}
