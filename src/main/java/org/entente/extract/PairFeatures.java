package org.entente.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.extract.ExtractLexicon.NounFrame;
import org.entente.extract.ExtractLexicon.VerbFrame;
import org.entente.extract.clause.Clause;
import org.entente.extract.clause.Phrase;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.text.Token;

/**
 * What a sentence shows about two of its names: words and phrases between and around them, the
 * verbs that they are subject or object of, what the lexicon's frames claim.
 *
 * <p>Features never contain a name of an entity, so that what is learnt of one war holds for
 * another.
 */
final class PairFeatures {

  /**
   * Raised with every change to what this class gives for the same sentence: the judge must then be
   * trained anew.
   */
  static final int VERSION = 1;

  private static final int LONG = 12;

  private final Clause clause;
  private final ExtractLexicon lexicon;
  private final Map<String, List<String>> claims = new HashMap<>();
  private final List<Map<EntityRef, String>> roles = new ArrayList<>();

  /** Prepares a sentence for the questions about its pairs. */
  PairFeatures(Clause clause, ExtractLexicon lexicon, List<Claim> claimed) {
    this.clause = clause;
    this.lexicon = lexicon;
    for (Claim claim : claimed) {
      claims
          .computeIfAbsent(
              claim.subject().slug() + ' ' + claim.object().slug(), k -> new ArrayList<>())
          .add(claim.predicate() + (claim.presupposed() ? "!" : ""));
    }
    for (int i = 0; i < clause.phrases().size(); i++) {
      roles.add(clause.phrases().get(i).isVerb() ? verbRoles(i) : Map.of());
    }
  }

  /** Which part each entity plays for a verb. */
  private Map<EntityRef, String> verbRoles(int verb) {
    Map<EntityRef, String> parts = new HashMap<>();
    boolean passive = clause.isPassive(clause.phrases().get(verb));
    for (int i = verb + 1; i + 1 < clause.phrases().size() && i < verb + 10; i++) {
      Phrase phrase = clause.phrases().get(i);
      if (phrase.isVerb()) {
        break;
      }
      if (phrase.isPreposition() && clause.phrases().get(i + 1).isNoun()) {
        String preposition = clause.lower(phrase.end() - 1);
        clause.entities(i + 1).forEach(e -> parts.putIfAbsent(e, preposition));
      }
    }
    int object = clause.object(verb);
    if (object >= 0) {
      clause.entities(object).forEach(e -> parts.put(e, "obj"));
      clause.phrases().get(object).owners().forEach(e -> parts.putIfAbsent(e, "objmod"));
    }
    int subject = clause.subject(verb);
    if (subject >= 0) {
      clause.phrases().get(subject).owners().forEach(e -> parts.putIfAbsent(e, "subjmod"));
      clause.entities(subject).forEach(e -> parts.put(e, passive ? "obj" : "subj"));
    }
    return parts;
  }

  /** The features of the pair whose names are these, the first standing before the second. */
  String[] of(Link first, Link second) {
    Set<String> found = new LinkedHashSet<>();
    EntityRef a = first.entity();
    EntityRef b = second.entity();
    String types = a.type().label() + '_' + b.type().label();
    found.add("T=" + types);
    found.add("TA=" + a.type());
    found.add("TB=" + b.type());
    found.add("K=" + kind(first) + '_' + kind(second));
    int endA = tokenBefore(first.span().end());
    int startA = tokenAt(first.span().start());
    int startB = tokenAt(second.span().start());
    int endB = tokenBefore(second.span().end());
    between(found, types, endA + 1, startB);
    around(found, types, startA, endA, startB, endB);
    governors(found, types, startA, endA, startB);
    claimed(found, types, a, b);
    verbs(found, types, a, b);
    nouns(found, types, startA, endA, startB, endB);
    int phraseA = clause.phraseOf(Math.max(0, endA));
    int phraseB = clause.phraseOf(Math.max(0, startB));
    found.add("SP=" + (phraseA == phraseB) + '_' + types);
    found.add("PD=" + Math.min(8, phraseB - phraseA));
    long inside =
        clause.links().stream()
            .filter(l -> l.span().start() >= first.span().end())
            .filter(l -> l.span().end() <= second.span().start())
            .count();
    found.add("ME=" + Math.min(4, inside) + '_' + types);
    return found.toArray(String[]::new);
  }

  /** The token that a statement about the pair would hang on: a verb between or around the two. */
  int trigger(Link first, Link second) {
    int startB = tokenAt(second.span().start());
    int endA = tokenBefore(first.span().end());
    for (int i = startB - 1; i > endA; i--) {
      if (clause.tokens().get(i).tag().startsWith("VB")) {
        return i;
      }
    }
    for (int i = 0; i < roles.size(); i++) {
      if (roles.get(i).containsKey(first.entity()) && roles.get(i).containsKey(second.entity())) {
        return clause.phrases().get(i).head();
      }
    }
    return startB;
  }

  private static String kind(Link link) {
    return switch (link.reason()) {
      case "pronoun", "common noun" -> link.reason();
      default -> "name";
    };
  }

  private void between(Set<String> found, String types, int from, int to) {
    int length = Math.max(0, to - from);
    found.add("D=" + (length <= 4 ? length : length <= 8 ? 8 : length <= 15 ? 15 : 99));
    StringBuilder all = new StringBuilder();
    String previous = "<";
    String verb = "";
    int verbs = 0;
    StringBuilder path = new StringBuilder();
    for (int i = from; i < to; i++) {
      Token token = clause.tokens().get(i);
      String word = shown(i);
      all.append(' ').append(word);
      if (isTelling(token)) {
        found.add("B=" + word);
        if (length <= LONG) {
          found.add("BT=" + word + '_' + types);
        }
      }
      if (length <= 8) {
        found.add("BB=" + previous + '_' + word);
      }
      previous = word;
      if (token.tag().startsWith("VB")) {
        verb = word;
        verbs++;
      }
      if (token.tag().startsWith("VB")
          || token.tag().equals("IN")
          || token.tag().equals("TO")
          || token.tag().equals("CC")
          || token.text().equals(",")) {
        path.append(' ').append(word);
      }
    }
    found.add("BB=" + previous + "_>");
    if (length <= 5) {
      found.add("W=" + all);
      found.add("WT=" + all + '_' + types);
    }
    if (path.length() < 60) {
      found.add("P=" + path);
      found.add("PT=" + path + '_' + types);
    }
    found.add("BV=" + verb + '_' + types);
    found.add("NV=" + Math.min(3, verbs) + '_' + types);
  }

  private void around(Set<String> found, String types, int startA, int endA, int startB, int endB) {
    String before = startA > 0 ? shown(startA - 1) : "<s>";
    String after = endB + 1 < clause.tokens().size() ? shown(endB + 1) : "</s>";
    found.add("A-1=" + before + '_' + types);
    found.add("B+1=" + after + '_' + types);
    found.add(
        "A+1=" + (endA + 1 < clause.tokens().size() ? shown(endA + 1) : "</s>") + '_' + types);
    found.add("B-1=" + (startB > 0 ? shown(startB - 1) : "<s>") + '_' + types);
    if (startA > 1) {
      found.add("A-2=" + shown(startA - 2) + '_' + before);
    }
    if (endB + 2 < clause.tokens().size()) {
      found.add("B+2=" + after + '_' + shown(endB + 2));
    }
    for (int i = Math.max(0, startA - 5); i < startA; i++) {
      if (isTelling(clause.tokens().get(i))) {
        found.add("L=" + shown(i));
      }
    }
    for (int i = endB + 1; i < Math.min(clause.tokens().size(), endB + 6); i++) {
      if (isTelling(clause.tokens().get(i))) {
        found.add("R=" + shown(i));
      }
    }
  }

  /** The verb or noun that governs each name, by what stands right before or after it. */
  private void governors(Set<String> found, String types, int startA, int endA, int startB) {
    String governorB = "";
    int preposition = backToPreposition(startB - 1);
    String before = preposition >= 0 ? clause.lower(preposition) : "";
    int head = preposition >= 0 ? preposition - 1 : startB - 1;
    for (int i = head; i >= 0 && i > head - 6; i--) {
      String tag = clause.tokens().get(i).tag();
      if (clause.linkAt(i) != null && !tag.startsWith("PRP")) {
        break;
      }
      boolean noun = tag.equals("NN") || tag.equals("NNS");
      if (tag.startsWith("VB") || (noun && preposition >= 0)) {
        governorB = (noun ? "n:" : "v:") + shown(i);
        Set<String> classes =
            noun ? nounPredicates(clause.lemma(i)) : verbPredicates(clause.lemma(i));
        for (String predicate : classes) {
          found.add("GP=" + predicate + '_' + before);
          found.add("GPT=" + predicate + '_' + before + '_' + types);
        }
        break;
      }
    }
    found.add("G=" + governorB + '_' + before);
    found.add("GT=" + governorB + '_' + before + '_' + types);
    String governorA = "";
    boolean possessive =
        endA + 1 < clause.tokens().size() && clause.tokens().get(endA + 1).tag().equals("POS");
    for (int i = endA + 1; i < Math.min(clause.tokens().size(), endA + 9); i++) {
      String tag = clause.tokens().get(i).tag();
      boolean noun = tag.equals("NN") || tag.equals("NNS");
      if (i > endA + 1 && clause.linkAt(i) != null && !tag.startsWith("PRP")) {
        break;
      }
      if (tag.startsWith("VB") || (noun && (possessive || i <= endA + 2))) {
        governorA = (noun ? "n:" : "v:") + shown(i);
        Set<String> classes =
            noun ? nounPredicates(clause.lemma(i)) : verbPredicates(clause.lemma(i));
        for (String predicate : classes) {
          found.add("HP=" + predicate);
          found.add("HPG=" + predicate + '_' + governorB + '_' + before);
        }
        break;
      }
    }
    int prepositionA = backToPreposition(startA - 1);
    String beforeA = prepositionA >= 0 ? clause.lower(prepositionA) : "";
    found.add("H=" + governorA + '_' + possessive);
    found.add("HG=" + governorA + '_' + governorB + '_' + before);
    found.add("HT=" + beforeA + '_' + before + '_' + types);
    if (prepositionA > 0) {
      found.add("I=" + shown(prepositionA - 1) + '_' + beforeA + '_' + before);
      for (String predicate : nounPredicates(clause.lemma(prepositionA - 1))) {
        found.add("IP=" + predicate + '_' + beforeA + '_' + before);
      }
    }
  }

  /** The preposition before a name, over articles and adjectives; -1 when there is none. */
  private int backToPreposition(int token) {
    for (int i = token; i >= 0 && i > token - 4; i--) {
      String tag = clause.tokens().get(i).tag();
      if (tag.equals("IN") || tag.equals("TO")) {
        return i;
      }
      if (!tag.equals("DT") && !tag.startsWith("JJ") && !tag.startsWith("PRP$")) {
        return -1;
      }
    }
    return -1;
  }

  private void claimed(Set<String> found, String types, EntityRef a, EntityRef b) {
    for (String predicate : claims.getOrDefault(a.slug() + ' ' + b.slug(), List.of())) {
      found.add("F=" + predicate + '>');
      found.add("FT=" + predicate + '>' + types);
    }
    for (String predicate : claims.getOrDefault(b.slug() + ' ' + a.slug(), List.of())) {
      found.add("F=" + predicate + '<');
      found.add("FT=" + predicate + '<' + types);
    }
  }

  private void verbs(Set<String> found, String types, EntityRef a, EntityRef b) {
    for (int i = 0; i < roles.size(); i++) {
      String roleA = roles.get(i).get(a);
      String roleB = roles.get(i).get(b);
      if (roleA == null && roleB == null) {
        continue;
      }
      String lemma = clause.lemma(clause.phrases().get(i).head());
      String parts = roleA + "_" + roleB;
      if (roleA == null || roleB == null) {
        found.add("V1=" + lemma + '_' + parts);
        continue;
      }
      found.add("V=" + lemma + '_' + parts);
      found.add("VR=" + parts + '_' + types);
      int object = clause.object(i);
      if (object >= 0) {
        String noun = clause.lemma(clause.phrases().get(object).head());
        found.add("VO=" + lemma + '_' + noun + '_' + parts);
        for (String predicate : nounPredicates(noun)) {
          found.add("VN=" + predicate + '_' + parts);
        }
      }
      for (String predicate : verbPredicates(lemma)) {
        found.add("VP=" + predicate + '_' + parts);
        found.add("VPT=" + predicate + '_' + parts + '_' + types);
      }
    }
  }

  private void nouns(Set<String> found, String types, int startA, int endA, int startB, int endB) {
    for (int i = 0; i < clause.tokens().size(); i++) {
      String tag = clause.tokens().get(i).tag();
      if (!tag.startsWith("NN") || (i >= startA && i <= endA) || (i >= startB && i <= endB)) {
        continue;
      }
      String place = i < startA ? "l" : i > endB ? "r" : "m";
      boolean near = i >= startA - 6 && i <= endB + 4;
      if (near) {
        for (String predicate : nounPredicates(clause.lemma(i))) {
          found.add("N=" + predicate + place);
          found.add("NT=" + predicate + place + types);
        }
      }
      ExtractLexicon.Role role = lexicon.roles.get(clause.lower(i));
      if (role != null && near) {
        found.add("R=" + role.predicate() + place + types);
      }
    }
    for (int i = endA + 1; i < startB; i++) {
      for (String predicate : verbPredicates(clause.lemma(i))) {
        if (clause.tokens().get(i).tag().startsWith("VB")) {
          found.add("M=" + predicate);
          found.add("MT=" + predicate + types);
        }
      }
    }
  }

  private Set<String> verbPredicates(String lemma) {
    Set<String> predicates = new HashSet<>();
    for (VerbFrame frame : lexicon.verbs.getOrDefault(lemma, List.of())) {
      predicates.add(frame.predicate());
    }
    return predicates;
  }

  private Set<String> nounPredicates(String lemma) {
    Set<String> predicates = new HashSet<>();
    for (NounFrame frame : lexicon.nouns.getOrDefault(lemma, List.of())) {
      predicates.add(frame.predicate());
    }
    return predicates;
  }

  /** A word as features show it: its lemma, a number as one, a name as its type. */
  private String shown(int token) {
    Token t = clause.tokens().get(token);
    Link link = clause.linkAt(token);
    if (link != null && !t.tag().startsWith("PRP")) {
      return "<" + link.entity().type().label() + ">";
    }
    if (t.tag().equals("CD")) {
      return "<n>";
    }
    if (t.tag().startsWith("NNP")) {
      return "<name>";
    }
    String lemma = clause.lemma(token).toLowerCase(Locale.ROOT);
    return t.tag().equals("VBN") ? lemma + "+n" : lemma;
  }

  private static boolean isTelling(Token token) {
    String tag = token.tag();
    return tag.startsWith("VB")
        || tag.equals("NN")
        || tag.equals("NNS")
        || tag.startsWith("JJ")
        || tag.equals("IN")
        || tag.equals("TO")
        || tag.equals("RP")
        || tag.equals("RB")
        || tag.equals("POS")
        || tag.equals("CC");
  }

  private int tokenAt(int offset) {
    int token = clause.tokenAt(offset);
    return token < 0 ? clause.tokens().size() - 1 : token;
  }

  private int tokenBefore(int offset) {
    return Math.max(0, clause.tokenBefore(offset));
  }
}
