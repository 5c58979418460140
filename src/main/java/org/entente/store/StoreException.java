package org.entente.store;

/** A store that cannot be opened or written; the message says which and why. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the cause. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a cause. */
  public StoreException(String message) {
    super(message);
  }
}
