package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import org.entente.extract.StatementExplanation.Argument;
import org.entente.extract.StatementExplanation.CueWord;
import org.entente.extract.StatementExplanation.DateWords;
import org.entente.extract.StatementExplanation.Feature;
import org.entente.extract.StatementExplanation.Pattern;
import org.entente.extract.StatementExplanation.Sighting;
import org.entente.extract.StatementExplanation.StandIn;
import org.entente.extract.StatementExplanation.Verdict;
import org.entente.extract.clause.Clause;
import org.entente.extract.clause.Phrase;
import org.entente.extract.modality.Reading;
import org.entente.extract.time.DateExpression;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** Puts into words what extraction knows of a claim by tokens, phrases and numbers. */
final class Explainer {

  /** So many features of the judge are worth reading. */
  private static final int FEATURES = 6;

  private final LinkedDocument linked;
  private final String text;
  private final @Nullable Judge judge;

  Explainer(LinkedDocument linked, @Nullable Judge judge) {
    this.linked = linked;
    this.text = linked.annotated().document().text();
    this.judge = judge;
  }

  Sighting sighting(
      Clause clause,
      Claim claim,
      Reading reading,
      @Nullable DateExpression date,
      double confidence) {
    List<Pattern> patterns = new ArrayList<>();
    List<StandIn> standIns = new ArrayList<>();
    for (Ground ground : claim.grounds()) {
      patterns.add(
          new Pattern(
              ground.source(),
              words(clause, ground.from(), ground.to()),
              argument(clause, ground.subject(), claim.subject(), claim, standIns),
              argument(clause, ground.object(), claim.object(), claim, standIns)));
    }
    Judge.Opinion opinion = claim.opinion();
    if (opinion != null && patterns.isEmpty()) {
      standIn(opinion.subject(), standIns);
      standIn(opinion.object(), standIns);
    }
    return new Sighting(
        clause.sentence().span(),
        claim.presupposed(),
        patterns,
        verdict(opinion),
        standIns,
        reading.cues().stream()
            .map(c -> new CueWord(clause.tokens().get(c.token()).text(), c.rule(), c.effect()))
            .toList(),
        reading.attribution(),
        date == null
            ? null
            : new DateWords(
                date.span().of(text), date.lead(), date.interval().start(), date.interval().end()),
        confidence);
  }

  private @Nullable Verdict verdict(Judge.@Nullable Opinion opinion) {
    if (opinion == null || judge == null) {
      return null;
    }
    List<Feature> features =
        judge.weightiest(opinion, FEATURES).stream()
            .map(w -> new Feature(w.feature(), w.points()))
            .toList();
    return new Verdict(opinion.probability(), features);
  }

  /** The words of an argument: its phrase up to where the entity stands, or the name itself. */
  private Argument argument(
      Clause clause,
      Ground.Argument argument,
      EntityRef entity,
      Claim claim,
      List<StandIn> standIns) {
    List<Phrase> phrases = clause.phrases();
    int last = argument.phrase();
    while (last >= 0 && last < phrases.size() && !holds(phrases.get(last), entity)) {
      last++;
    }
    boolean within = last >= 0 && last < phrases.size();
    int from = within ? phrases.get(argument.phrase()).start() : 0;
    int to = within ? phrases.get(last).end() : clause.tokens().size();
    int token = within ? to : claim.token();
    Link name = nearest(clause, entity, from, to, token);
    if (name != null) {
      standIn(name, standIns);
    }
    String words = within ? words(clause, from, to) : name == null ? "" : name.span().of(text);
    return new Argument(argument.slot(), words, entity);
  }

  private static boolean holds(Phrase phrase, EntityRef entity) {
    return phrase.heads().contains(entity) || phrase.owners().contains(entity);
  }

  /** The name, noun or pronoun of an entity nearest to a token, among some tokens. */
  private static @Nullable Link nearest(
      Clause clause, EntityRef entity, int from, int to, int token) {
    Link found = null;
    int distance = Integer.MAX_VALUE;
    for (int i = from; i < to; i++) {
      Link link = clause.linkAt(i);
      if (link != null && link.entity().equals(entity) && Math.abs(i - token) < distance) {
        found = link;
        distance = Math.abs(i - token);
      }
    }
    return found;
  }

  private void standIn(Link link, List<StandIn> standIns) {
    if (!linked.anaphora().contains(link)) {
      return;
    }
    Span antecedent = null;
    for (Link name : linked.links()) {
      boolean before = name.span().end() <= link.span().start();
      if (before && name.entity().equals(link.entity())) {
        antecedent = name.span();
      }
    }
    StandIn found = new StandIn(link.span(), link.entity(), link.reason(), antecedent);
    if (!standIns.contains(found)) {
      standIns.add(found);
    }
  }

  private String words(Clause clause, int from, int to) {
    if (from < 0 || from >= to) {
      return "";
    }
    Span first = clause.tokens().get(from).span();
    Span last = clause.tokens().get(to - 1).span();
    return text.substring(first.start(), last.end());
  }
}
