package org.entente;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may use which, as the architecture page says, each rule with its reason. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.entente");

  private static final Set<String> ALL =
      Set.of(
          "text",
          "knowledge",
          "lexicon",
          "read",
          "nlp",
          "link",
          "extract",
          "extract.clause",
          "extract.modality",
          "extract.time",
          "rdf",
          "store",
          "analyse",
          "evaluate",
          "exchange",
          "exchange.out",
          "ingest",
          "cluster",
          "serve",
          "serve.linked",
          "serve.reconcile",
          "cli");

  /** Package, the packages that it may use, the reason. */
  private static final Map<String, Map.Entry<Set<String>, String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              rule("text", Set.of(), "everything rests on it"),
              rule("knowledge", Set.of("text"), "claims are about texts and know no RDF"),
              rule("lexicon", Set.of(), "tables of words mean nothing by themselves"),
              rule("read", Set.of("text", "lexicon"), "reading knows nothing of language"),
              rule("nlp", Set.of("text", "lexicon"), "annotators know nothing of entities"),
              rule("link", Set.of("text", "knowledge", "lexicon"), "linking knows no RDF"),
              rule(
                  "extract",
                  Set.of(
                      "text",
                      "knowledge",
                      "lexicon",
                      "extract.clause",
                      "extract.modality",
                      "extract.time"),
                  "extraction knows no RDF"),
              rule(
                  "extract.clause",
                  Set.of("text", "knowledge", "lexicon"),
                  "a sentence is what it is, whatever it states"),
              rule(
                  "extract.time",
                  Set.of("text", "knowledge", "lexicon", "extract.clause"),
                  "dates are read without knowing who speaks"),
              rule(
                  "extract.modality",
                  Set.of("text", "knowledge", "lexicon", "extract.clause", "extract.time"),
                  "in which way something is stated does not depend on what"),
              rule("rdf", Set.of("text", "knowledge"), "IRIs are minted in one place only"),
              rule(
                  "store",
                  Set.of("knowledge", "rdf"),
                  "a store does not care where graphs are from"),
              rule(
                  "analyse",
                  Set.of("knowledge", "store"),
                  "an analysis counts claims and knows neither RDF nor how they were found"),
              rule(
                  "exchange",
                  Set.of("text", "knowledge", "lexicon", "rdf", "store"),
                  "other people's data is read without knowing how names are linked"),
              rule(
                  "exchange.out",
                  Set.of("text", "knowledge", "lexicon", "rdf", "store"),
                  "what is written out does not depend on what was read in"),
              rule("evaluate", Set.of("text", "knowledge"), "scores must not know the pipeline"),
              rule(
                  "serve",
                  Set.of("store", "rdf", "serve.linked", "serve.reconcile"),
                  "a server reads what is stored, nothing else"),
              rule(
                  "serve.linked",
                  Set.of("store", "rdf"),
                  "descriptions are made of what is stored, nothing else"),
              rule(
                  "serve.reconcile",
                  Set.of("store", "rdf", "serve.linked"),
                  "tables are matched to what is stored, nothing else"),
              rule(
                  "ingest",
                  Set.of(
                      "text",
                      "knowledge",
                      "read",
                      "nlp",
                      "link",
                      "extract",
                      "rdf",
                      "store",
                      "lexicon",
                      "evaluate",
                      "exchange"),
                  "the one place that strings the steps together"),
              rule(
                  "cluster",
                  Set.of("ingest", "text", "read", "rdf"),
                  "a cluster takes the same steps as a local build, and has no store"),
              rule("cli", ALL, "commands may call any service")));

  private static Map.Entry<String, Map.Entry<Set<String>, String>> rule(
      String name, Set<String> used, String reason) {
    return Map.entry(name, Map.entry(used, reason));
  }

  @TestFactory
  List<DynamicTest> usesNoPackageThatItMayNot() {
    List<DynamicTest> tests = new ArrayList<>();
    MAY_USE.forEach(
        (name, rule) -> {
          List<String> forbidden = new ArrayList<>();
          ALL.stream()
              .filter(other -> !other.equals(name) && !rule.getKey().contains(other))
              .sorted()
              .forEach(other -> forbidden.add("org.entente." + other));
          tests.add(
              DynamicTest.dynamicTest(
                  name,
                  () ->
                      noClasses()
                          .that()
                          .resideInAPackage("org.entente." + name)
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(forbidden.toArray(String[]::new))
                          .because(rule.getValue())
                          .allowEmptyShould(false)
                          .check(CLASSES)));
        });
    return tests;
  }

  /** Third-party packages and the only packages of ours that may use them. */
  @TestFactory
  List<DynamicTest> keepsLibrariesWhereTheyBelong() {
    Map<String, List<String>> owners = new TreeMap<>();
    owners.put("opennlp..", List.of("nlp"));
    owners.put("org.apache.tika..", List.of("read"));
    owners.put("org.jsoup..", List.of("read"));
    owners.put("org.apache.jena.fuseki..", List.of("serve", "serve.linked"));
    owners.put("org.eclipse.jetty..", List.of("serve"));
    owners.put("jakarta.servlet..", List.of("serve", "serve.linked", "serve.reconcile"));
    owners.put("io.micrometer..", List.of("serve"));
    owners.put("org.apache.jena.tdb2..", List.of("store"));
    owners.put("org.apache.jena.shacl..", List.of("store"));
    owners.put("org.apache.jena.query.text..", List.of("store"));
    owners.put("org.apache.jena.geosparql..", List.of("store"));
    owners.put("org.apache.lucene..", List.of("store"));
    owners.put("org.jgrapht..", List.of("analyse"));
    owners.put("picocli..", List.of("cli"));
    owners.put("org.apache.spark..", List.of("cluster"));
    owners.put("org.apache.hadoop..", List.of("cluster"));
    owners.put(
        "org.apache.jena..",
        List.of(
            "rdf",
            "store",
            "exchange",
            "exchange.out",
            "serve",
            "serve.linked",
            "serve.reconcile",
            "ingest",
            "cli"));
    owners.put(
        "org.apache.commons.csv..", List.of("lexicon", "evaluate", "exchange", "exchange.out"));
    List<DynamicTest> tests = new ArrayList<>();
    owners.forEach(
        (library, ours) ->
            tests.add(
                DynamicTest.dynamicTest(
                    library,
                    () ->
                        noClasses()
                            .that()
                            .resideOutsideOfPackages(
                                ours.stream().map(o -> "org.entente." + o).toArray(String[]::new))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(library)
                            .because("a library is replaced in one place")
                            .check(CLASSES))));
    return tests;
  }

  @Test
  void hasNoCycles() {
    slices().matching("org.entente.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void knowsEveryPackage() {
    classes()
        .should()
        .resideInAnyPackage(ALL.stream().map(n -> "org.entente." + n).toArray(String[]::new))
        .because("a package that the table does not name is bound by no rule")
        .check(CLASSES);
  }
}
