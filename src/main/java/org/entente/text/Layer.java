package org.entente.text;

/** A kind of annotation that an {@link Annotator} needs or adds. */
public enum Layer {
  /** Sentence spans. */
  SENTENCES,
  /** Token spans. */
  TOKENS,
  /** Parts of speech. */
  TAGS,
  /** Dictionary forms. */
  LEMMAS,
  /** Flat phrases. */
  CHUNKS,
  /** Typed names. */
  MENTIONS
}
