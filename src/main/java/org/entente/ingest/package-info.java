/**
 * The one place that strings the steps together.
 *
 * <p>Main types in reading order: {@link org.entente.ingest.KnowledgeBase} (what all workers
 * share), {@link org.entente.ingest.Analyzer} (document to knowledge, one a worker), {@link
 * org.entente.ingest.GraphBuild} (files to store), {@link org.entente.ingest.GraphMaker} (documents
 * to graphs, without a store), {@link org.entente.ingest.BuildSummary}.
 *
 * <p>Not here: any of the steps themselves.
 */
@NullMarked
package org.entente.ingest;

import org.jspecify.annotations.NullMarked;
