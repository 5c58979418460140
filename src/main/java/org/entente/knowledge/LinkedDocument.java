package org.entente.knowledge;

import java.util.List;
import org.entente.text.AnnotatedDocument;

/**
 * An annotated document whose mentions are linked.
 *
 * @param annotated sentences and mentions
 * @param links one for each mention that could be linked, in order; same span as the mention
 * @param anaphora common nouns and pronouns with what they refer to, in order; they serve
 *     statements and are not mentions
 * @param ties what names in company say by themselves, in order
 * @param discovered entities of this document that nothing known lists, by slug
 * @param listed entities that links, anaphora and ties refer to and that only a gazetteer file
 *     lists, by slug
 */
public record LinkedDocument(
    AnnotatedDocument annotated,
    List<Link> links,
    List<Link> anaphora,
    List<Tie> ties,
    List<EntityRef> discovered,
    List<KnownEntity> listed) {

  /** Copies the lists. */
  public LinkedDocument {
    links = List.copyOf(links);
    anaphora = List.copyOf(anaphora);
    ties = List.copyOf(ties);
    discovered = List.copyOf(discovered);
    listed = List.copyOf(listed);
  }

  /** A linked document that refers to no entity of a gazetteer file. */
  public LinkedDocument(
      AnnotatedDocument annotated,
      List<Link> links,
      List<Link> anaphora,
      List<Tie> ties,
      List<EntityRef> discovered) {
    this(annotated, links, anaphora, ties, discovered, List.of());
  }
}
