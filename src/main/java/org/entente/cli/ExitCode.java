package org.entente.cli;

/** How the program ends. */
final class ExitCode {

  /** All went well. */
  static final int OK = 0;

  /** There was nothing to read. */
  static final int NO_INPUT = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** The command was done, but some inputs gave no document, or a validation found something. */
  static final int PARTLY = 3;

  /** The store, the port or the disk did not allow it. */
  static final int UNAVAILABLE = 4;

  /** A query is wrong or took too long. */
  static final int QUERY = 5;

  /** A fault of the program. */
  static final int INTERNAL = 70;

  private ExitCode() {}
}
