/**
 * A build on a Spark cluster: the same steps as {@code org.entente.ingest}, spread over machines.
 *
 * <p>Main types in reading order: {@link org.entente.cluster.ClusterBuild} (the job), {@link
 * org.entente.cluster.ClusterOptions} (what all machines are told), {@code Inputs} (which files,
 * cut into pieces), {@code Result} (what became of one input), {@code Output} (the folder that is
 * written).
 *
 * <p>Invariants: a document is analysed on its own, so that where and how often a piece is worked
 * on changes nothing; the quads are those of a local build, in the order of its export; an output
 * folder without {@code _SUCCESS} counts for nothing.
 *
 * <p>Not here: any step itself; whatever needs a store.
 */
@NullMarked
package org.entente.cluster;

import org.jspecify.annotations.NullMarked;
