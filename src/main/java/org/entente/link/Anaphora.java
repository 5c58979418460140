package org.entente.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.knowledge.Link;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Chunk;
import org.entente.text.EntityType;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * What common nouns ("the group", "rebels") and pronouns ("he", "its") point back to: the nearest
 * name before them whose type fits, within a few sentences.
 */
final class Anaphora {

  private static final int REACH = 4;
  private static final Set<String> POINTING =
      Set.of("the", "this", "that", "these", "those", "its", "their", "his", "her");
  private static final Set<String> HE = Set.of("he", "him", "his", "she", "her");
  private static final Set<String> IT = Set.of("it", "its");
  private static final Set<String> THEY = Set.of("they", "them", "their");
  private static final List<EntityType> PERSONS = List.of(EntityType.PERSON);
  private static final List<EntityType> MANY =
      List.of(EntityType.ARMED_GROUP, EntityType.STATE_FORCE);

  private final LinkLexicon lexicon;

  Anaphora(LinkLexicon lexicon) {
    this.lexicon = lexicon;
  }

  List<Link> resolve(AnnotatedDocument document, List<Link> links) {
    List<Link> found = new ArrayList<>();
    List<Sentence> sentences = document.sentences();
    String text = document.document().text();
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      int from = sentences.get(Math.max(0, s - REACH)).span().start();
      for (Chunk chunk : sentence.chunks()) {
        if (chunk.type().equals("NP")) {
          noun(text, sentence, chunk, links, from, found);
          modifiers(text, sentence, chunk, links, from, found);
        }
      }
      int near = sentences.get(Math.max(0, s - 1)).span().start();
      for (Token token : sentence.tokens()) {
        if (token.tag().startsWith("PRP")) {
          pronoun(token, sentence, links, near, found);
        }
      }
    }
    found.sort(null);
    return found;
  }

  private void noun(
      String text, Sentence sentence, Chunk chunk, List<Link> links, int from, List<Link> found) {
    List<Token> tokens = sentence.tokens().subList(chunk.start(), chunk.end());
    Token head = tokens.get(tokens.size() - 1);
    List<EntityType> types = lexicon.anaphora.get(head.text().toLowerCase(Locale.ROOT));
    if (types == null || !head.tag().startsWith("NN") || head.tag().startsWith("NNP")) {
      return;
    }
    Span span = tokens.get(0).span().union(head.span());
    boolean named = links.stream().anyMatch(l -> l.span().overlaps(span));
    boolean pointing = POINTING.contains(tokens.get(0).text().toLowerCase(Locale.ROOT));
    boolean bare = tokens.size() == 1 && head.tag().equals("NNS");
    if (named || !(pointing || bare)) {
      return;
    }
    if (isFollowedByOf(sentence, chunk.end())) {
      return; // "the city of Homs" names itself
    }
    Link antecedent = antecedent(text, links, from, span.start(), head.text(), types);
    if (antecedent != null) {
      found.add(new Link(head.span(), antecedent.entity(), 0.6, "common noun"));
    }
  }

  /** "rebel positions", "regime forces": the noun before another points back as well. */
  private void modifiers(
      String text, Sentence sentence, Chunk chunk, List<Link> links, int from, List<Link> found) {
    for (int i = chunk.start(); i + 1 < chunk.end(); i++) {
      Token token = sentence.tokens().get(i);
      String noun = lexicon.modifiers.get(token.text().toLowerCase(Locale.ROOT));
      boolean named = links.stream().anyMatch(l -> l.span().overlaps(token.span()));
      if (noun == null || named) {
        continue;
      }
      List<EntityType> types = lexicon.anaphora.getOrDefault(noun, List.of());
      Link antecedent = antecedent(text, links, from, token.span().start(), noun, types);
      if (antecedent != null) {
        found.add(new Link(token.span(), antecedent.entity(), 0.6, "common noun"));
      }
    }
  }

  private static boolean isFollowedByOf(Sentence sentence, int token) {
    return token < sentence.tokens().size() && sentence.tokens().get(token).text().equals("of");
  }

  /** The last name before that has the noun in it, however far; else the nearest of a fitting type. */
  private static @Nullable Link antecedent(
      String text, List<Link> links, int from, int to, String noun, List<EntityType> types) {
    Link best = null;
    for (Link link : links) {
      boolean fits = link.span().end() <= to && types.contains(link.entity().type());
      if (fits && hasWord(link.span().of(text), noun)) {
        best = link;
      }
    }
    for (EntityType type : types) {
      best = best == null ? nearest(links, from, to, List.of(type)) : best;
    }
    return best;
  }

  private static boolean hasWord(String name, String noun) {
    String lower = " " + name.toLowerCase(Locale.ROOT).replace('-', ' ') + " ";
    return lower.contains(" " + noun.toLowerCase(Locale.ROOT) + " ");
  }

  private static void pronoun(
      Token token, Sentence sentence, List<Link> links, int from, List<Link> found) {
    String word = token.text().toLowerCase(Locale.ROOT);
    Link antecedent = null;
    if (HE.contains(word)) {
      antecedent = nearest(links, from, token.span().start(), PERSONS);
    } else if (IT.contains(word)) {
      antecedent = firstActor(links, sentence.span().start(), token.span().start());
      if (antecedent == null) {
        antecedent = firstActor(links, from, token.span().start());
      }
    } else if (THEY.contains(word)) {
      antecedent = nearest(links, from, token.span().start(), MANY);
    }
    if (antecedent != null) {
      found.add(new Link(token.span(), antecedent.entity(), 0.5, "pronoun"));
    }
  }

  private static @Nullable Link nearest(
      List<Link> links, int from, int to, List<EntityType> types) {
    Link best = null;
    for (Link link : links) {
      boolean inside = link.span().start() >= from && link.span().end() <= to;
      if (inside && types.contains(link.entity().type())) {
        best = link;
      }
    }
    return best;
  }

  private static @Nullable Link firstActor(List<Link> links, int from, int to) {
    for (Link link : links) {
      boolean inside = link.span().start() >= from && link.span().end() <= to;
      if (inside && link.entity().type().isActor() && link.entity().type() != EntityType.PERSON) {
        return link;
      }
    }
    return null;
  }
}
