package org.entente.nlp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.GenericModelWriter;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;

/**
 * A maximum-entropy model over named features.
 *
 * <p>Example: {@code EventClassifier.train(events, 100, 2).probabilities(features)}. Immutable and
 * shared between workers.
 */
public final class EventClassifier {

  private final MaxentModel model;
  private final String[] outcomes;

  private EventClassifier(MaxentModel model) {
    this.model = model;
    this.outcomes = new String[model.getNumOutcomes()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = model.getOutcome(i);
    }
  }

  /** One observation to learn from. */
  public record Observation(String outcome, List<String> features) {
    /** Copies the features. */
    public Observation {
      features = List.copyOf(features);
    }
  }

  /**
   * Trains by generalised iterative scaling; the same observations give the same model.
   *
   * @param iterations how often all observations are gone through
   * @param cutoff features seen less often are left out
   */
  public static EventClassifier train(List<Observation> observations, int iterations, int cutoff)
      throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT");
    parameters.put(TrainingParameters.ITERATIONS_PARAM, iterations);
    parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
    parameters.put(TrainingParameters.THREADS_PARAM, 1);
    parameters.put("PrintMessages", false);
    List<Event> events =
        observations.stream()
            .map(o -> new Event(o.outcome(), o.features().toArray(String[]::new)))
            .toList();
    EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, null);
    return new EventClassifier(trainer.train(new CollectionObjectStream<>(events)));
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws IOException if it is something else
   */
  public static EventClassifier read(InputStream in) throws IOException {
    return new EventClassifier(new GenericModelReader(new BinaryFileDataReader(in)).getModel());
  }

  /** The model in OpenNLP's binary form. */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new GenericModelWriter((AbstractModel) model, new DataOutputStream(bytes)).persist();
    return bytes.toByteArray();
  }

  /** The outcomes, in the order of {@link #probabilities}. */
  public String[] outcomes() {
    return outcomes.clone();
  }

  /** A probability for each outcome; they add up to 1. */
  public double[] probabilities(String[] features) {
    return model.eval(features);
  }
}
