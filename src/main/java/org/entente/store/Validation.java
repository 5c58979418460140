package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.OntologyFiles;

/**
 * Validates a store against the SHACL shapes and the checks in SPARQL.
 *
 * <p>Example: {@code Validation.run(store, ontology).findings()} is empty for a sound store.
 */
public final class Validation {

  private static final int MOST = 1000;

  /**
   * One thing that is wrong.
   *
   * @param check the shape or the check's file
   * @param violation whether it is a violation; else a warning
   * @param focus what it is about
   * @param message what is wrong with it
   */
  public record Finding(String check, boolean violation, String focus, String message) {}

  /**
   * The outcome.
   *
   * @param findings at most {@value #MOST} of each check
   */
  public record Report(List<Finding> findings) {
    /** How many are violations. */
    public long violations() {
      return findings.stream().filter(Finding::violation).count();
    }

    /** How many are warnings. */
    public long warnings() {
      return findings.size() - violations();
    }
  }

  private Validation() {}

  /** Runs all shapes and checks over the union of the store's graphs. */
  public static Report run(KnowledgeStore store, OntologyFiles ontology) {
    List<Finding> findings = new ArrayList<>();
    store.read(
        dataset -> {
          Graph union = dataset.getGraph(Quad.unionGraph);
          Shapes shapes = Shapes.parse(ontology.shapes());
          int shown = 0;
          for (ReportEntry entry : ShaclValidator.get().validate(shapes, union).getEntries()) {
            boolean violation = entry.severity().level().getURI().endsWith("Violation");
            if (shown++ < MOST) {
              findings.add(
                  new Finding(
                      "shapes.ttl",
                      violation,
                      String.valueOf(entry.focusNode()),
                      String.valueOf(entry.message())));
            }
          }
          ontology.checks().forEach((name, text) -> check(store, name, text, findings));
          return null;
        });
    return new Report(List.copyOf(findings));
  }

  private static void check(
      KnowledgeStore store, String name, String text, List<Finding> findings) {
    NamedQuery check = NamedQuery.parse(name, text);
    boolean violation = text.contains("# severity: violation");
    try (QueryExecution execution =
        QueryExecution.dataset(store.dataset()).query(QueryFactory.create(text)).build()) {
      var rows = execution.execSelect();
      for (int i = 0; rows.hasNext() && i < MOST; i++) {
        QuerySolution row = rows.next();
        Map<String, String> cells = new java.util.LinkedHashMap<>();
        for (String column : rows.getResultVars()) {
          cells.put(column, String.valueOf(row.get(column)));
        }
        String focus = cells.values().stream().findFirst().orElse("");
        findings.add(new Finding(name, violation, focus, check.title() + " " + cells));
      }
    }
  }
}
