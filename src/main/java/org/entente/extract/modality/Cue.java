package org.entente.extract.modality;

import org.entente.knowledge.Modality;

/**
 * A word that says in which way something is stated.
 *
 * <p>Example: "denied" in "Ankara denied that it had armed the group" is a cue of the rule {@code
 * attribution} and makes what follows negated.
 *
 * @param token its index in the sentence
 * @param rule how it works: a kind of {@code modality.tsv}, or what a construction is called
 * @param effect what it makes of the statement
 */
public record Cue(int token, String rule, Modality effect) {}
