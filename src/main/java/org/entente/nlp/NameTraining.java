package org.entente.nlp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import org.entente.text.Digests;

/**
 * Trains the name finder from {@code data/training/}: the same data and parameters give the same
 * model, byte for byte.
 *
 * <p>Example: {@code NameTraining.train(Path.of("data/training"))}. Folders: {@code train} and
 * {@code development} hold sentences in OpenNLP's name-finder format, {@code names} what sentences
 * are varied with. Algorithm, features and parameters were chosen by cross-validation over the
 * files; the decision page on the name finder has the table.
 */
public final class NameTraining {

  private static final String FEATURES = "/models/names-features.xml";
  private static final String ALGORITHM = "PERCEPTRON";
  private static final int ITERATIONS = 30;
  private static final int CUTOFF = 0;
  private static final int BEAM = 3;
  private static final int VARIANTS = 2;

  /**
   * Right, expected and given names of one type.
   *
   * @param right found with the right span and type
   * @param expected in the gold
   * @param given by the model
   */
  public record Count(int right, int expected, int given) {
    /** Harmonic mean of precision and recall; 0 when nothing is right. */
    public double f1() {
      return right == 0 ? 0 : 2.0 * right / (expected + given);
    }

    Count plus(int r, int e, int g) {
      return new Count(right + r, expected + e, given + g);
    }
  }

  /**
   * A trained model and how it did.
   *
   * @param model the bytes of a {@code TokenNameFinderModel}
   * @param digest of data, features and parameters, as {@link #digest}
   * @param parameters algorithm, iterations, cutoff, beam, variants
   * @param sentences written ones that it was trained on, before variation
   * @param development strict counts on the development files by type, {@code all} for the sum
   */
  @SuppressWarnings("ArrayRecordComponent") // written to a file at once, never compared
  public record Result(
      byte[] model,
      String digest,
      String parameters,
      int sentences,
      Map<String, Count> development) {}

  private NameTraining() {}

  /** The parameters in words. */
  public static String parameters() {
    return "%s, %d iterations, cutoff %d, beam %d, %d variants a sentence, seed fixed"
        .formatted(ALGORITHM, ITERATIONS, CUTOFF, BEAM, VARIANTS);
  }

  /**
   * SHA-256 over all training files in order of their path, the feature descriptor and the
   * parameters.
   *
   * @throws IOException if a file cannot be read
   */
  public static String digest(Path data) throws IOException {
    StringBuilder all = new StringBuilder(parameters()).append('\n').append(features());
    for (String folder : List.of("development", "names", "train")) {
      for (Path file : files(data.resolve(folder))) {
        all.append(folder).append('/').append(file.getFileName()).append('\n');
        all.append(Files.readString(file).replace("\r\n", "\n"));
      }
    }
    return Digests.sha256(all.toString());
  }

  /**
   * Trains on {@code train} and scores on {@code development}.
   *
   * @throws IOException if a file cannot be read or a line is not in the format
   */
  public static Result train(Path data) throws IOException {
    List<NameSample> written = samples(data.resolve("train"));
    List<NameSample> varied =
        new NameVariation(data.resolve("names"), written).multiply(written, VARIANTS);
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, ALGORITHM);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
    parameters.put(TrainingParameters.THREADS_PARAM, 1);
    parameters.put("BeamSize", BEAM);
    parameters.put("PrintMessages", false);
    TokenNameFinderFactory factory =
        new TokenNameFinderFactory(
            features().getBytes(StandardCharsets.UTF_8), Map.of(), new BioCodec());
    TokenNameFinderModel model =
        NameFinderME.train("en", null, new CollectionObjectStream<>(varied), parameters, factory);
    return new Result(
        bytes(model),
        digest(data),
        parameters(),
        written.size(),
        score(model, samples(data.resolve("development"))));
  }

  /** Strict counts of a model on samples. */
  static Map<String, Count> score(TokenNameFinderModel model, List<NameSample> samples) {
    NameFinderME finder = new NameFinderME(model);
    Map<String, Count> counts = new TreeMap<>();
    for (NameSample sample : samples) {
      Set<Span> expected = new HashSet<>(List.of(sample.getNames()));
      Set<Span> given = new HashSet<>(List.of(finder.find(sample.getSentence())));
      finder.clearAdaptiveData();
      for (Span span : expected) {
        add(counts, span.getType(), given.contains(span) ? 1 : 0, 1, 0);
      }
      given.forEach(span -> add(counts, span.getType(), 0, 0, 1));
    }
    return Collections.unmodifiableMap(counts);
  }

  private static void add(Map<String, Count> counts, String type, int right, int gold, int given) {
    for (String key : List.of(type, "all")) {
      counts.merge(
          key, new Count(right, gold, given), (a, b) -> a.plus(b.right(), b.expected(), b.given()));
    }
  }

  private static List<NameSample> samples(Path folder) throws IOException {
    List<NameSample> samples = new ArrayList<>();
    for (Path file : files(folder)) {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          try {
            samples.add(NameSample.parse(line, false));
          } catch (IOException | RuntimeException e) {
            throw new IOException(file + ":" + number + ": not a training sentence: " + line, e);
          }
        }
      }
    }
    if (samples.isEmpty()) {
      throw new IOException(folder + ": no training sentences");
    }
    return samples;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String features() throws IOException {
    try (InputStream in = NameTraining.class.getResourceAsStream(FEATURES)) {
      if (in == null) {
        throw new IOException("not on the class path: " + FEATURES);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The model's archive with sorted entries and without the time of day in it. */
  private static byte[] bytes(TokenNameFinderModel model) throws IOException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    model.serialize(raw);
    TreeMap<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(raw.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    entries.computeIfPresent(
        "manifest.properties",
        (name, content) -> withoutTime(new String(content, StandardCharsets.ISO_8859_1)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> content : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(content.getKey());
        entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] withoutTime(String manifest) {
    StringBuilder kept = new StringBuilder();
    manifest
        .lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("Timestamp="))
        .sorted()
        .forEach(line -> kept.append(line).append('\n'));
    kept.append("Timestamp=0\n");
    return kept.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
