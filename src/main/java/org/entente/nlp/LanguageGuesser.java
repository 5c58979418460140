package org.entente.nlp;

import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;

/**
 * Guesses the language of a text with OpenNLP's language detector.
 *
 * <p>Example: {@code guesser.guess("Les forces gouvernementales ont repris la ville.")} is {@code
 * fra}. Not thread safe.
 */
public final class LanguageGuesser {

  private static final int ENOUGH = 4000;

  /** What the detector calls the languages that it takes short English texts for. */
  private static final Map<String, String> SHORT = Map.of("eng", "en");

  private final LanguageDetector detector;

  /** A guesser on the shared model. */
  public LanguageGuesser(Models models) {
    detector = new LanguageDetectorME(models.languages);
  }

  /**
   * The language as a two-letter code for English, else as the detector's three-letter code. A text
   * of fewer than 60 letters is taken for English when the guess is unsure.
   */
  public String guess(String text) {
    String sample = text.length() <= ENOUGH ? text : text.substring(0, ENOUGH);
    Language best = detector.predictLanguage(sample);
    boolean unsure = best.getConfidence() < 0.05 || sample.strip().length() < 60;
    if (unsure && latin(sample)) {
      return "en";
    }
    return SHORT.getOrDefault(best.getLang(), best.getLang());
  }

  private static boolean latin(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
            .count();
    return latin * 2 >= letters;
  }
}
