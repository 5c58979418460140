package org.entente.nlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.Span;

/**
 * Multiplies training sentences: the same sentence with other names of the same kind, and some of
 * them as headlines in title case or capitals.
 *
 * <p>Names come from the training sentences themselves (a person's first name with another's
 * surname), states and towns from {@code data/training/names/}. Drawn with a fixed seed, so that
 * the same data give the same sentences.
 */
final class NameVariation {

  private static final long SEED = 20_151_130;
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "in", "on", "at", "for", "to", "and", "but", "or", "as", "by",
          "with", "from", "’s", "'s", "al", "bin", "ibn", "de", "von");

  private final Random random = new Random(SEED);
  private final List<String> states = new ArrayList<>();
  private final List<String> adjectives = new ArrayList<>();
  private final List<String> metonyms = new ArrayList<>();
  private final Set<String> adjectiveSet = new HashSet<>();
  private final List<String> places = new ArrayList<>();
  private final Map<String, List<String[]>> named = new HashMap<>();
  private final List<String> firstNames = new ArrayList<>();
  private final List<String> surnames = new ArrayList<>();

  /**
   * A source of variants.
   *
   * @param folder holds {@code states.tsv} and {@code places.txt}
   * @param samples the sentences whose names are exchanged
   * @throws IOException if a file is missing
   */
  NameVariation(Path folder, List<NameSample> samples) throws IOException {
    for (String line : Files.readAllLines(folder.resolve("states.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (line.startsWith("#") || cells[0].equals("name")) {
        continue;
      }
      states.add(cells[0]);
      addAll(adjectives, cells[1]);
      addAll(metonyms, cells[2]);
    }
    adjectiveSet.addAll(adjectives);
    for (String line : Files.readAllLines(folder.resolve("places.txt"))) {
      if (!line.startsWith("#")) {
        places.add(line);
      }
    }
    for (NameSample sample : samples) {
      for (Span name : sample.getNames()) {
        String[] words = words(sample, name);
        named.computeIfAbsent(name.getType(), k -> new ArrayList<>()).add(words);
        if (name.getType().equals("Person") && words.length >= 2) {
          firstNames.add(words[0]);
          surnames.add(String.join(" ", Arrays.copyOfRange(words, 1, words.length)));
        }
      }
    }
  }

  private static void addAll(List<String> list, String cell) {
    for (String part : cell.split("\\|", -1)) {
      if (!part.isEmpty()) {
        list.add(part);
      }
    }
  }

  private static String[] words(NameSample sample, Span name) {
    return Arrays.copyOfRange(sample.getSentence(), name.getStart(), name.getEnd());
  }

  /** The samples, each {@code times} more with other names, and headlines made of some. */
  List<NameSample> multiply(List<NameSample> samples, int times) {
    List<NameSample> all = new ArrayList<>(samples);
    for (int i = 0; i < times; i++) {
      for (NameSample sample : samples) {
        if (sample.getNames().length > 0) {
          all.add(withOtherNames(sample));
        }
      }
    }
    List<NameSample> headlines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean brief = all.get(i).getSentence().length < 25;
      if (brief && i % 8 == 7) {
        headlines.add(headline(all.get(i), false));
      } else if (brief && i % 16 == 2) {
        headlines.add(headline(all.get(i), true));
      }
    }
    all.addAll(headlines);
    return all;
  }

  private static NameSample headline(NameSample sample, boolean capitals) {
    String[] words = sample.getSentence().clone();
    for (int i = 0; i < words.length; i++) {
      if (capitals) {
        words[i] = words[i].toUpperCase(Locale.ROOT);
      } else if (!SMALL.contains(words[i]) && Character.isLowerCase(words[i].charAt(0))) {
        words[i] = Character.toUpperCase(words[i].charAt(0)) + words[i].substring(1);
      }
    }
    return new NameSample(words, sample.getNames(), false);
  }

  private NameSample withOtherNames(NameSample sample) {
    List<String> words = new ArrayList<>();
    List<Span> names = new ArrayList<>();
    Map<String, String[]> chosen = new HashMap<>();
    int at = 0;
    for (Span name : sample.getNames()) {
      while (at < name.getStart()) {
        words.add(sample.getSentence()[at++]);
      }
      String[] old = words(sample, name);
      String key = name.getType() + ' ' + String.join(" ", old);
      String[] other =
          chosen.computeIfAbsent(
              key, k -> random.nextInt(4) == 0 ? old : other(name.getType(), old));
      int start = words.size();
      words.addAll(Arrays.asList(other));
      names.add(new Span(start, words.size(), name.getType()));
      at = name.getEnd();
    }
    words.addAll(Arrays.asList(sample.getSentence()).subList(at, sample.getSentence().length));
    return new NameSample(words.toArray(String[]::new), names.toArray(Span[]::new), false);
  }

  private String[] other(String type, String[] old) {
    String written = String.join(" ", old);
    String[] other =
        switch (type) {
          case "State" -> otherState(old, written);
          case "Place" -> old.length <= 2 && random.nextInt(4) > 0 ? otherPlace() : old;
          case "Person" -> otherPerson(old);
          case "Weapon", "Base" -> pick(list(type));
          default -> otherOrganised(type, old);
        };
    boolean acronym = old.length == 1 && written.length() <= 6;
    boolean shouting = written.length() > 3 && written.equals(written.toUpperCase(Locale.ROOT));
    if (!shouting || acronym) {
      return other;
    }
    return Arrays.stream(other).map(w -> w.toUpperCase(Locale.ROOT)).toArray(String[]::new);
  }

  private String[] otherState(String[] old, String written) {
    if (states.contains(written)) {
      return units(pick(states));
    }
    if (adjectiveSet.contains(written)) {
      return units(pick(adjectives));
    }
    return metonyms.contains(written) ? units(pick(metonyms)) : old;
  }

  private String[] otherPlace() {
    return random.nextInt(3) > 0 ? units(pick(places)) : pick(list("Place"));
  }

  private String[] otherPerson(String[] old) {
    String surname = pick(surnames);
    if (old.length >= 2) {
      return units(pick(firstNames) + " " + surname);
    }
    String[] parts = surname.split(" ", -1);
    boolean hyphen = parts.length > 2 && parts[parts.length - 2].equals("-");
    return hyphen
        ? Arrays.copyOfRange(parts, parts.length - 3, parts.length)
        : new String[] {parts[parts.length - 1]};
  }

  /** Forces, groups, governments, organisations, events: another nation, or another name whole. */
  private String[] otherOrganised(String type, String[] old) {
    if (adjectiveSet.contains(old[0])) {
      String[] nation = units(pick(adjectives));
      if (old.length < 2 || nation.length > 1 || random.nextInt(3) == 0) {
        return old;
      }
      String[] other = old.clone();
      other[0] = nation[0];
      return other;
    }
    for (int i = 0; i < 20; i++) {
      String[] other = pick(list(type));
      if (isAcronym(other) == isAcronym(old) && !adjectiveSet.contains(other[0])) {
        return other;
      }
    }
    return old;
  }

  private static boolean isAcronym(String[] words) {
    return words.length == 1 && words[0].equals(words[0].toUpperCase(Locale.ROOT));
  }

  private List<String[]> list(String type) {
    return named.getOrDefault(type, List.of());
  }

  private static String[] units(String name) {
    return name.replaceAll("([-/–])", " $1 ").strip().split("\\s+", -1);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
