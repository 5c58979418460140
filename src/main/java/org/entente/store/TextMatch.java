package org.entente.store;

import org.apache.jena.graph.Node;

/**
 * What a text search found.
 *
 * @param subject what has the text
 * @param score how well it fits, by Lucene; to compare hits of one search with
 */
public record TextMatch(Node subject, double score) {}
