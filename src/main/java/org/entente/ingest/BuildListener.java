package org.entente.ingest;

import java.time.Duration;

/** Is told, from the thread that writes, how a build goes. */
public interface BuildListener {

  /** A listener that does not care. */
  BuildListener NONE = new BuildListener() {};

  /** A name and what is to be said about it. */
  record Note(String name, String reason) {}

  /**
   * How far a build is.
   *
   * @param documents documents done, unchanged ones among them
   * @param words words analysed
   * @param bytes bytes of the files done
   * @param total bytes of all files; 0 as long as they are being counted
   * @param elapsed time taken so far
   */
  record Progress(long documents, long words, long bytes, long total, Duration elapsed) {}

  /** A file, line or document gave nothing, or less than it could have. */
  default void failed(Note note) {}

  /** A document was left out on purpose. */
  default void skipped(Note note) {}

  /** Another document is done. */
  default void progress(Progress progress) {}
}
