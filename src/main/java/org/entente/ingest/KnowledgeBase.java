package org.entente.ingest;

import java.util.List;
import org.entente.knowledge.KnownEntity;
import org.entente.knowledge.Vocabulary;
import org.entente.link.Gazetteer;
import org.entente.nlp.Models;
import org.entente.rdf.Iris;
import org.entente.rdf.OntologyFiles;
import org.entente.rdf.OntologyReader;

/**
 * What is loaded once and shared by all workers: models, ontology, gazetteer.
 *
 * @param models OpenNLP models
 * @param files ontology, shapes, checks and reference data
 * @param vocabulary the relations
 * @param gazetteer the known names
 * @param iris how things are named in the graph
 */
public record KnowledgeBase(
    Models models, OntologyFiles files, Vocabulary vocabulary, Gazetteer gazetteer, Iris iris) {

  /** Everything that the jar ships. */
  public static KnowledgeBase shipped(Iris iris) {
    OntologyFiles files = OntologyFiles.shipped();
    List<KnownEntity> entities = new OntologyReader(Iris.DEFAULT).entities(files.reference());
    return new KnowledgeBase(
        Models.shipped(),
        files,
        OntologyReader.vocabulary(files.ontology()),
        new Gazetteer(entities),
        iris);
  }
}
