/**
 * The command line: parse, call one service, print.
 *
 * <p>Main types in reading order: {@link org.entente.cli.Main} (the program), {@link
 * org.entente.cli.ExitCode}. One class a command.
 *
 * <p>Invariants: data goes to stdout, progress and messages to stderr; one place maps failures to
 * messages and exit codes.
 */
@NullMarked
package org.entente.cli;

import org.jspecify.annotations.NullMarked;
