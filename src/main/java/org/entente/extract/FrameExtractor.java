package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.entente.extract.ExtractLexicon.NounFrame;
import org.entente.extract.ExtractLexicon.VerbFrame;
import org.entente.extract.clause.Clause;
import org.entente.extract.clause.Phrase;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Predicate;
import org.entente.knowledge.Vocabulary;

/**
 * Claims that the lexicon's verbs and nouns make: "Russia withdrew from Palmyra", "Turkish support
 * for the rebels".
 */
final class FrameExtractor {

  private static final double VERB = 0.8;
  private static final double NOUN = 0.7;

  private final ExtractLexicon lexicon;
  private final Vocabulary vocabulary;

  FrameExtractor(ExtractLexicon lexicon, Vocabulary vocabulary) {
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
  }

  List<Claim> extract(Clause clause) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < clause.phrases().size(); i++) {
      Phrase phrase = clause.phrases().get(i);
      if (phrase.isVerb()) {
        for (VerbFrame frame : lexicon.verbs.getOrDefault(clause.lemma(phrase.head()), List.of())) {
          verb(clause, i, frame, claims);
        }
      } else if (phrase.isNoun()) {
        for (NounFrame frame : lexicon.nouns.getOrDefault(clause.lemma(phrase.head()), List.of())) {
          noun(clause, i, frame, claims);
        }
        beforeName(clause, phrase, claims);
      }
    }
    return claims;
  }

  // ---- verbs

  private void verb(Clause clause, int verb, VerbFrame frame, List<Claim> claims) {
    Phrase phrase = clause.phrases().get(verb);
    if (!hasParticle(clause, verb, frame.particle())) {
      return;
    }
    boolean passive = clause.isPassive(phrase);
    int object = passive ? clause.subject(verb) : clause.object(verb);
    if (!frame.nouns().isEmpty()) {
      if (object < 0
          || !frame.nouns().contains(clause.lemma(clause.phrases().get(object).head()))) {
        return;
      }
    }
    List<EntityRef> subjects = find(clause, verb, passive, frame.subject(), frame);
    if (frame.object().contains("conj")) {
      pairs(subjects, frame.predicate(), phrase.head(), VERB, claims);
      return;
    }
    List<EntityRef> objects = find(clause, verb, passive, frame.object(), frame);
    cross(subjects, frame.predicate(), objects, phrase.head(), VERB, claims);
  }

  private static boolean hasParticle(Clause clause, int verb, String particle) {
    if (particle.isEmpty()) {
      return true;
    }
    int next = clause.phrases().get(verb).end();
    for (int i = next; i < Math.min(next + 5, clause.tokens().size()); i++) {
      if (clause.lower(i).equals(particle)) {
        return true;
      }
    }
    return false;
  }

  private static List<EntityRef> find(
      Clause clause, int verb, boolean passive, List<String> slots, VerbFrame frame) {
    for (String slot : slots) {
      int index;
      if (slot.equals("subj")) {
        index = passive ? clause.after(verb, "by") : clause.subject(verb);
        boolean intransitive = !frame.object().contains("obj");
        if (passive && index < 0 && intransitive) {
          index = clause.subject(verb);
        }
      } else if (slot.equals("obj")) {
        index = passive ? clause.subject(verb) : clause.object(verb);
      } else {
        index = clause.after(verb, slot);
      }
      if (index >= 0 && !clause.entities(index).isEmpty()) {
        return clause.entities(index);
      }
    }
    return List.of();
  }

  // ---- nouns

  private void noun(Clause clause, int index, NounFrame frame, List<Claim> claims) {
    Phrase phrase = clause.phrases().get(index);
    if (!phrase.heads().isEmpty()) {
      return; // the noun is part of a name, or stands before one: see beforeName
    }
    if (frame.subject().contains("between")) {
      int after = clause.after(index, "between");
      if (after >= 0) {
        pairs(clause.entities(after), frame.predicate(), phrase.head(), NOUN, claims);
      }
      return;
    }
    List<EntityRef> subjects = List.of();
    List<EntityRef> objects = List.of();
    for (String slot : frame.object()) {
      if (objects.isEmpty()) {
        objects = slot(clause, index, slot);
      }
    }
    for (String slot : frame.subject()) {
      if (subjects.isEmpty()) {
        List<EntityRef> found = slot(clause, index, slot);
        subjects = found.equals(objects) ? List.of() : found;
      }
    }
    cross(subjects, frame.predicate(), objects, phrase.head(), NOUN, claims);
  }

  private List<EntityRef> slot(Clause clause, int index, String slot) {
    Phrase phrase = clause.phrases().get(index);
    if (slot.equals("poss")) {
      return phrase.owners().stream().filter(e -> e.type().isActor()).limit(1).toList();
    }
    if (slot.equals("light")) {
      int verb = clause.governingVerb(index);
      if (verb < 0
          || !lexicon.lightVerbs.contains(clause.lemma(clause.phrases().get(verb).head()))) {
        return List.of();
      }
      int subject = clause.subject(verb);
      return subject < 0 ? List.of() : clause.entities(subject);
    }
    if (slot.equals("appos")) {
      return apposition(clause, index);
    }
    int after = clause.after(index, slot);
    return after < 0 ? List.of() : clause.entities(after);
  }

  /** "Turkey, a NATO member" and "Russia, an ally of Syria": the name before the comma. */
  private static List<EntityRef> apposition(Clause clause, int index) {
    if (index < 2 || !clause.lower(clause.phrases().get(index - 1).head()).equals(",")) {
      return List.of();
    }
    Phrase before = clause.phrases().get(index - 2);
    return before.isNoun() ? before.heads() : List.of();
  }

  /**
   * "Moscow's ally Bashar al-Assad": the noun stands between its owner and the name it is about.
   */
  private void beforeName(Clause clause, Phrase phrase, List<Claim> claims) {
    if (phrase.heads().isEmpty() || phrase.owners().isEmpty()) {
      return;
    }
    for (int i = phrase.start(); i < phrase.head(); i++) {
      if (clause.linkAt(i) != null) {
        continue;
      }
      for (NounFrame frame : lexicon.nouns.getOrDefault(clause.lemma(i), List.of())) {
        if (frame.object().contains("head")) {
          cross(phrase.owners(), frame.predicate(), phrase.heads(), i, NOUN, claims);
        } else if (frame.subject().contains("head")) {
          cross(phrase.heads(), frame.predicate(), phrase.owners(), i, NOUN, claims);
        }
      }
    }
  }

  // ---- putting together

  private void pairs(
      List<EntityRef> entities,
      String predicate,
      int token,
      double confidence,
      List<Claim> claims) {
    for (int i = 0; i < entities.size(); i++) {
      for (int j = i + 1; j < entities.size(); j++) {
        add(entities.get(i), predicate, entities.get(j), token, confidence, claims::add);
      }
    }
  }

  private void cross(
      List<EntityRef> subjects,
      String predicate,
      List<EntityRef> objects,
      int token,
      double confidence,
      List<Claim> claims) {
    for (EntityRef subject : subjects) {
      for (EntityRef object : objects) {
        add(subject, predicate, object, token, confidence, claims::add);
      }
    }
  }

  private void add(
      EntityRef subject,
      String name,
      EntityRef object,
      int token,
      double confidence,
      Consumer<Claim> sink) {
    Predicate predicate = vocabulary.predicate(name);
    if (predicate.accepts(subject.type(), object.type()) && !subject.equals(object)) {
      sink.accept(new Claim(subject, name, object, token, confidence, false));
    }
  }
}
