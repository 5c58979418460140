package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import org.entente.extract.ExtractLexicon.NounFrame;
import org.entente.extract.ExtractLexicon.VerbFrame;
import org.entente.extract.Ground.Argument;
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

  /** Entities, and where they were found. */
  private record Found(Argument argument, List<EntityRef> entities) {
    static final Found NOTHING = new Found(Argument.NAME, List.of());
  }

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
    Trigger trigger = new Trigger(frame.row(), frame.predicate(), phrase.head(), VERB);
    Found subjects = find(clause, verb, passive, frame.subject(), frame);
    if (frame.object().contains("conj")) {
      pairs(subjects, trigger, claims);
      return;
    }
    cross(subjects, trigger, find(clause, verb, passive, frame.object(), frame), claims);
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

  private static Found find(
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
        return new Found(new Argument(slot, index), clause.entities(index));
      }
    }
    return Found.NOTHING;
  }

  // ---- nouns

  private void noun(Clause clause, int index, NounFrame frame, List<Claim> claims) {
    Phrase phrase = clause.phrases().get(index);
    if (!phrase.heads().isEmpty()) {
      return; // the noun is part of a name, or stands before one: see beforeName
    }
    Trigger trigger = new Trigger(frame.row(), frame.predicate(), phrase.head(), NOUN);
    if (frame.subject().contains("between")) {
      pairs(after(clause, index, "between"), trigger, claims);
      return;
    }
    Found subjects = Found.NOTHING;
    Found objects = Found.NOTHING;
    for (String slot : frame.object()) {
      if (objects.entities().isEmpty()) {
        objects = slot(clause, index, slot);
      }
    }
    for (String slot : frame.subject()) {
      if (subjects.entities().isEmpty()) {
        Found found = slot(clause, index, slot);
        subjects = found.entities().equals(objects.entities()) ? Found.NOTHING : found;
      }
    }
    cross(subjects, trigger, objects, claims);
  }

  private Found slot(Clause clause, int index, String slot) {
    Phrase phrase = clause.phrases().get(index);
    if (slot.equals("poss")) {
      List<EntityRef> owner =
          phrase.owners().stream().filter(e -> e.type().isActor()).limit(1).toList();
      return new Found(new Argument(slot, -1), owner);
    }
    if (slot.equals("light")) {
      int verb = clause.governingVerb(index);
      if (verb < 0
          || !lexicon.lightVerbs.contains(clause.lemma(clause.phrases().get(verb).head()))) {
        return Found.NOTHING;
      }
      return found(clause, slot, clause.subject(verb));
    }
    if (slot.equals("appos")) {
      return new Found(new Argument(slot, -1), apposition(clause, index));
    }
    return after(clause, index, slot);
  }

  private static Found after(Clause clause, int index, String preposition) {
    return found(clause, preposition, clause.after(index, preposition));
  }

  private static Found found(Clause clause, String slot, int phrase) {
    return phrase < 0
        ? Found.NOTHING
        : new Found(new Argument(slot, phrase), clause.entities(phrase));
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
        Trigger trigger = new Trigger(frame.row(), frame.predicate(), i, NOUN);
        Found owners = new Found(new Argument("poss", -1), phrase.owners());
        Found heads = new Found(new Argument("head", -1), phrase.heads());
        if (frame.object().contains("head")) {
          cross(owners, trigger, heads, claims);
        } else if (frame.subject().contains("head")) {
          cross(heads, trigger, owners, claims);
        }
      }
    }
  }

  // ---- putting together

  /** The word of a frame that says so. */
  private record Trigger(String row, String predicate, int token, double confidence) {}

  private void pairs(Found found, Trigger trigger, List<Claim> claims) {
    List<EntityRef> entities = found.entities();
    for (int i = 0; i < entities.size(); i++) {
      for (int j = i + 1; j < entities.size(); j++) {
        add(entities.get(i), entities.get(j), trigger, found, found, claims);
      }
    }
  }

  private void cross(Found subjects, Trigger trigger, Found objects, List<Claim> claims) {
    for (EntityRef subject : subjects.entities()) {
      for (EntityRef object : objects.entities()) {
        add(subject, object, trigger, subjects, objects, claims);
      }
    }
  }

  private void add(
      EntityRef subject,
      EntityRef object,
      Trigger trigger,
      Found subjects,
      Found objects,
      List<Claim> claims) {
    Predicate predicate = vocabulary.predicate(trigger.predicate());
    if (predicate.accepts(subject.type(), object.type()) && !subject.equals(object)) {
      int token = trigger.token();
      Ground ground =
          new Ground(trigger.row(), token, token + 1, subjects.argument(), objects.argument());
      double sure = trigger.confidence();
      claims.add(
          new Claim(subject, predicate.name(), object, token, sure, false, List.of(ground), null));
    }
  }
}
