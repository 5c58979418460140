package org.entente.read;

/**
 * A file, or one line of it, that gives no document; the rest of the batch goes on.
 *
 * <p>The message names the file and says what is wrong with it, with the value.
 */
public final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final String reason;

  /** The input of this name cannot be read for this reason. */
  public UnreadableException(String name, String reason) {
    super(reason);
    this.name = name;
    this.reason = reason;
  }

  /** The file, with the line where that helps: {@code feed.jsonl:3}. */
  public String name() {
    return name;
  }

  /** What is wrong with it, with the value. */
  public String reason() {
    return reason;
  }
}
