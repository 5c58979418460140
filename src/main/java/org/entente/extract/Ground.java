package org.entente.extract;

/**
 * What in a sentence makes a pattern claim something, by its tokens and phrases.
 *
 * @param source the row of a word table, such as {@code verbs.tsv, line 12}, or what the pattern is
 *     called
 * @param from first token of the trigger
 * @param to after its last token; not above {@code from} when nothing stands between the names
 * @param subject where the subject was found
 * @param object where the object was found
 */
record Ground(String source, int from, int to, Argument subject, Argument object) {

  /**
   * Where an entity was found.
   *
   * @param slot the place that the row names, such as {@code subj} or {@code from}
   * @param phrase its phrase; -1 for the name itself
   */
  record Argument(String slot, int phrase) {
    static final Argument NAME = new Argument("name", -1);
  }

  /** A ground that lies between two names. */
  static Ground ofNames(String source, int from, int to) {
    return new Ground(source, from, to, Argument.NAME, Argument.NAME);
  }

  /** Subject and object the other way round. */
  Ground turned() {
    return new Ground(source, from, to, object, subject);
  }
}
