package org.entente.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.text.EntityType;
import org.entente.text.Mention;
import org.entente.text.Sentence;
import org.entente.text.Span;

/**
 * Finds a name again that a document has given once with certainty: the surname of a person named
 * in full, an acronym that stood in brackets behind its name.
 */
final class RepeatedNames {

  private static final double SURE = 0.8;

  /** A surname of at least four letters, or an acronym, in the text. */
  private static final Pattern WORD = Pattern.compile("[\\p{Lu}][\\p{L}\\p{N}'’-]*");

  private RepeatedNames() {}

  /** Mentions of repeated names; they may overlap those that were found before. */
  static List<Mention> find(String text, List<Sentence> sentences, List<Mention> found) {
    Map<String, EntityType> repeated = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      Mention mention = found.get(i);
      String name = mention.text();
      int space = name.lastIndexOf(' ');
      if (mention.type() == EntityType.PERSON && space > 0 && name.length() - space > 4) {
        repeated.put(name.substring(space + 1), EntityType.PERSON);
      }
      boolean bracketed =
          i > 0
              && mention.span().start() > found.get(i - 1).span().end()
              && text.substring(found.get(i - 1).span().end(), mention.span().start()).equals(" (");
      if (bracketed && isAcronym(name)) {
        repeated.put(name, found.get(i - 1).type());
      }
    }
    List<Mention> again = new ArrayList<>();
    if (repeated.isEmpty()) {
      return again;
    }
    for (Sentence sentence : sentences) {
      Matcher word = WORD.matcher(text).region(sentence.span().start(), sentence.span().end());
      while (word.find()) {
        String written = word.group().replaceAll("['’]s?$", "");
        EntityType type = repeated.get(written);
        if (type != null) {
          Span span = new Span(word.start(), word.start() + written.length());
          again.add(new Mention(span, written, type, SURE, "repeated"));
        }
      }
    }
    return again;
  }

  private static boolean isAcronym(String name) {
    return name.length() >= 2
        && name.length() <= 8
        && name.indexOf(' ') < 0
        && name.chars().filter(Character::isUpperCase).count() * 2 >= name.length();
  }
}
