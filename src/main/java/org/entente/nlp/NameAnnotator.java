package org.entente.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opennlp.tools.namefind.NameFinderME;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Annotator;
import org.entente.text.EntityType;
import org.entente.text.Layer;
import org.entente.text.Mention;
import org.entente.text.Sentence;
import org.entente.text.Span;

/**
 * Marks names with the trained OpenNLP name finder, known and unknown alike.
 *
 * <p>Each sentence is looked at by itself, so that its names do not depend on what came before.
 */
public final class NameAnnotator implements Annotator {

  /** What mentions of this annotator are marked with. */
  public static final String FINDER = "model";

  private final NameFinderME finder;

  NameAnnotator(Models models) {
    finder = new NameFinderME(models.names);
  }

  @Override
  public Set<Layer> requires() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS);
  }

  @Override
  public Layer adds() {
    return Layer.MENTIONS;
  }

  @Override
  public AnnotatedDocument annotate(AnnotatedDocument document) {
    String text = document.document().text();
    List<Mention> mentions = new ArrayList<>(document.mentions());
    for (Sentence sentence : document.sentences()) {
      List<Span> units = NameTokens.of(sentence);
      String[] words = units.stream().map(u -> u.of(text)).toArray(String[]::new);
      opennlp.tools.util.Span[] names = finder.find(words);
      double[] sure = finder.probs(names);
      finder.clearAdaptiveData();
      for (int i = 0; i < names.length; i++) {
        EntityType type = EntityType.ofLabel(names[i].getType()).orElseThrow();
        Span span = units.get(names[i].getStart()).union(units.get(names[i].getEnd() - 1));
        double confidence = Math.max(0, Math.min(1, sure[i]));
        mentions.add(new Mention(span, span.of(text), type, confidence, FINDER));
      }
    }
    mentions.sort(null);
    return document.withMentions(mentions);
  }
}
